// "Back to Teams": there only where Teams opened this window, since nobody else could take anybody back. It closes the
// window at once, so a page that has something to say does not do it by itself.
const button = document.getElementById('back');

async function connect() {
  const { app, authentication } = window.microsoftTeams;
  await app.initialize();
  // The one reason that Teams itself gives for a closed window, so however it is passed on the bot knows it.
  button.addEventListener('click', () => authentication.notifyFailure('CancelledByUser'));
  button.hidden = false;
}

connect().catch(() => button.remove());
