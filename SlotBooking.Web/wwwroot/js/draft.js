// The half-filled booking form: kept in this tab only, put back after a reload, gone once it is booked.
// It speaks to the page through ordinary change events, so the server hears what it would hear from a person.
const key = 'slotbooking.draft';
const typed = ['lastName', 'firstName', 'phone', 'email', 'note', 'campaign'];
let form = null;
let idle = 0;

const find = () => document.querySelector('[data-testid="booking-form"]');
const field = name => form?.elements.namedItem(name);
const value = name => field(name)?.value ?? '';
const tell = element => element.dispatchEvent(new Event('change', { bubbles: true }));

function save() {
  if (!form?.isConnected) {
    return;
  }
  const values = Object.fromEntries([...typed, 'potential', 'slot', 'command'].map(name => [name, value(name)]));
  if (typed.some(name => values[name].trim() !== '')) {
    const focus = form.contains(document.activeElement) ? document.activeElement.name : '';
    sessionStorage.setItem(key, JSON.stringify({ owner: form.dataset.owner, values, focus }));
  } else {
    forget();
  }
}

function forget() {
  clearTimeout(idle);
  sessionStorage.removeItem(key);
}

function restore() {
  let draft = null;
  try { draft = JSON.parse(sessionStorage.getItem(key)); } catch { /* somebody else's entry: not ours to read */ }
  if (!draft?.values || draft.owner !== form.dataset.owner) {
    forget();
    return;
  }
  for (const name of ['command', 'slot', ...typed, 'potential']) {
    const element = field(name);
    const wanted = draft.values[name] ?? '';
    if (!element || wanted === '') {
      continue;
    }
    // Told also when it stands there already: the browser may have put it back by itself, and the server has not heard of that.
    element.value = wanted;
    tell(element instanceof RadioNodeList ? [...element].find(radio => radio.checked) ?? form : element);
  }
  if (draft.focus) {
    field(draft.focus)?.focus?.();
  }
}

// After a lost connection the server may have missed a change: it is told everything once more.
document.addEventListener('slotbooking:reconnected', () => {
  if (form?.isConnected) {
    for (const name of typed) {
      const element = field(name);
      if (element) {
        tell(element);
      }
    }
    const chosen = form.querySelector('[name="potential"]:checked');
    if (chosen) {
      tell(chosen);
    }
  }
});

document.addEventListener('input', event => {
  if (event.target.form !== form || form === null) {
    return;
  }
  save();
  const count = form.querySelector('[data-count]');
  if (event.target.name === 'note' && count) {
    count.textContent = count.dataset.count.replace('{0}', String(event.target.value.length));
  }
  if (event.target.hasAttribute('data-lookup')) {
    clearTimeout(idle);
    idle = setTimeout(tell, 300, event.target);
  }
});
document.addEventListener('click', event => { if (event.target.closest?.('[data-clears-draft]')) { forget(); } });
document.addEventListener('submit', event => { if (event.target.matches('[action="/logout"]')) { forget(); } });
addEventListener('pagehide', save);

new MutationObserver(changes => {
  if (changes.some(change => change.type === 'attributes')) {
    forget();
  }
  const now = find();
  if (now !== form) {
    form = now;
    if (form) {
      restore();
    }
  }
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-booked'] });
