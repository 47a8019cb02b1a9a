// A button with [data-copy="id"] copies the value of that field and says so in its own words ([data-copied]). Without a clipboard the text is selected.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) {
    return;
  }
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand('copy')) {
      return;
    }
  }
  const told = document.getElementById(`${button.dataset.copy}-copied`);
  if (told) {
    told.hidden = false;
  }
});
