// Shows and hides a password on the pages that work without a circuit.
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-reveal]');
  const field = button && document.getElementById(button.dataset.reveal);
  if (field) {
    const reveal = field.type === 'password';
    field.type = reveal ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(reveal));
    field.focus();
  }
});
