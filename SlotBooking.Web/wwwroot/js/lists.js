// A list that is searched: / goes to the search ([data-search]), arrows move between the lines of [data-list], from the search into it and back.
const one = selector => document.querySelector(selector);
const typing = element => element.matches?.('input:not([type="radio"]):not([type="checkbox"]), textarea, select') ?? false;

document.addEventListener('keydown', event => {
  const search = one('[data-search]');
  if (!search || event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || one('dialog[open]')) {
    return;
  }
  const target = event.target;
  let next = null;
  if (event.key === '/' && !typing(target)) {
    next = search;
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const lines = [...document.querySelectorAll('[data-list] a')];
    const at = lines.indexOf(target);
    if (target === search) {
      next = event.key === 'ArrowDown' ? lines[0] : null;
    } else if (at >= 0) {
      next = event.key === 'ArrowDown' ? lines[at + 1] ?? lines[at] : lines[at - 1] ?? search;
    }
  }
  if (next) {
    event.preventDefault();
    next.focus();
    next.select?.();
  }
});
