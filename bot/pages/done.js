// The last page of signing in: hands the code to Teams, which passes it to the bot.
const meta = document.querySelector('meta[name="sign-in-code"]');
const code = meta.content;
// Neither the page nor the window's history keeps what opens a sign-in.
meta.remove();
history.replaceState(null, '', location.pathname);

/** Long enough for a slow client; nobody looks at a waiting page for longer. */
const patienceMs = 5_000;

const stage = document.getElementById('stage');

function show(state) {
  const { content, dataset } = document.getElementById(state);
  stage.replaceChildren(content.cloneNode(true));
  document.title = dataset.title;
}

async function handOver() {
  const { app, authentication } = window.microsoftTeams;
  await app.initialize();
  authentication.notifySuccess(code);
}

// Teams may still answer after that; the code is then handed over all the same.
const late = setTimeout(show, patienceMs, 'unconnected');

handOver()
  .then(() => show('handed-over'))
  .catch(() => show('unconnected'))
  .finally(() => clearTimeout(late));
