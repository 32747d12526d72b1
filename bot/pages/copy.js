// Copies the text for the administrator. Where the browser does not allow it the text is selected, ready for the keyboard.
const button = document.getElementById('copy');
const letter = document.getElementById('letter');
const said = document.getElementById('copied');

function select() {
  const range = document.createRange();
  range.selectNodeContents(letter);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(letter.textContent);
    said.textContent = button.dataset.copied;
  } catch {
    select();
    said.textContent = button.dataset.failed;
  }
});
button.hidden = false;
