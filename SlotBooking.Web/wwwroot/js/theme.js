// Sets the theme before the first paint, and switches it. "system" (nothing stored) follows the machine.
(() => {
  const key = 'slotbooking.theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => { try { return localStorage.getItem(key) ?? 'system'; } catch { return 'system'; } };
  const apply = () => {
    const choice = chosen();
    document.documentElement.dataset.theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice));
    }
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-theme-choice]');
    if (button) {
      try { localStorage.setItem(key, button.dataset.themeChoice); } catch { /* private window: the choice lasts for this page */ }
      apply();
    }
  });
  // The menu that holds the switch is drawn later, and closed most of the time.
  document.addEventListener('toggle', apply, true);
})();
