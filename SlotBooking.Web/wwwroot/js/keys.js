// The keys of the day page. Each does what a button that stands on the page does, so nothing here knows about booking.
// Choosing a time puts the cursor into the surname at once, without waiting for the server.
const one = selector => document.querySelector(selector);
const all = selector => [...document.querySelectorAll(selector)];
const typing = element => element.matches?.('input:not([type="radio"]):not([type="checkbox"]), textarea, select') ?? false;
const bookable = () => all('[data-book]:not([disabled])');

function toForm() {
  const first = one('[data-testid="booking-form"] [name="lastName"]');
  first?.focus();
}

function choose(button) {
  if (button) {
    button.click();
    button.scrollIntoView({ block: 'nearest' });
  }
}

function move(step) {
  const buttons = bookable();
  const at = buttons.findIndex(button => button.closest('[aria-current]'));
  choose(buttons[at < 0 ? (step > 0 ? 0 : buttons.length - 1) : Math.min(buttons.length - 1, Math.max(0, at + step))]);
}

// Where one was: the row that is chosen, or was until it was booked; else the first that can be.
let last = null;
function toList() {
  const before = last?.isConnected && !last.disabled ? last : null;
  (one('.slot[aria-current] [data-book]') ?? before ?? bookable()[0] ?? one('#slots'))?.focus();
}

const letters = {
  arrowleft: () => one('[data-key="previous"]')?.click(),
  arrowright: () => one('[data-key="next"]')?.click(),
  h: () => one('[data-key="today"]')?.click(),
  v: () => choose(one('[data-key="best"]')),
  '?': () => one('#keys')?.showModal(),
};

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.altKey || !one('[data-page="day"]') || one('dialog[open]')) {
    return;
  }
  const target = event.target;
  const inField = typing(target);
  const name = event.key.toLowerCase();
  const form = target.form;
  let done = true;

  if (event.ctrlKey || event.metaKey) {
    if (name === 'enter' && form?.dataset.testid === 'booking-form') {
      target.dispatchEvent(new Event('change', { bubbles: true }));
      form.requestSubmit();
    } else if (name === 'z' && one('[data-undo]') && (!inField || target.value === '')) {
      one('[data-undo]').click();
    } else {
      done = false;
    }
  } else if (name === 'escape' && target.closest?.('[data-desk]')) {
    toList();
  } else if ((name === 'arrowup' || name === 'arrowdown') && !target.matches?.('textarea, select, [type="radio"]') && (!inField || form?.dataset.testid === 'booking-form')) {
    move(name === 'arrowup' ? -1 : 1);
  } else if (!inField && target.type !== 'radio' && /^[1-9]$/.test(name)) {
    choose(one(`[data-book="${name}"]:not([disabled])`));
  } else if (!inField && target.type !== 'radio' && letters[name]) {
    letters[name]();
  } else {
    done = false;
  }
  if (done) {
    event.preventDefault();
  }
});

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest?.(':is([data-book], [data-choose]):not([disabled])')) {
    last = target.closest('[data-book]');
    toForm();
  } else if (target.closest?.('[data-opens]')) {
    one(target.closest('[data-opens]').dataset.opens)?.showModal();
  } else if (target.closest?.('[data-closes]') || target.matches?.('dialog[open]')) {
    target.closest('dialog')?.close();
  }
});

// After the answer the cursor goes where the next thing happens: to the list when it is booked, to the field that is wrong.
let asked = 0;
document.addEventListener('submit', event => { if (event.target.dataset.testid === 'booking-form') { asked = Date.now(); } });
new MutationObserver(changes => {
  if (changes.some(change => change.attributeName === 'data-booked')) {
    toList();
  } else if (Date.now() - asked < 3000) {
    const wrong = one('[data-testid="booking-form"] [aria-invalid="true"]');
    if (wrong) {
      asked = 0;
      wrong.focus();
    }
  }
}).observe(document.body, { subtree: true, attributeFilter: ['data-booked', 'aria-invalid'] });
