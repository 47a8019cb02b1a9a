// The card in the navigation stands outside of the circuit: its numbers are put there from what the circuit says. Esc closes a popup before it
// means anything else. A popup counts as seen when it stands in a tab that somebody may look at. A sound only for who asked for it.
const one = selector => document.querySelector(selector);
const card = one('.mycard');
let heard = null;
let seen = null;

function show() {
  const mine = document.getElementById('my-game')?.dataset;
  if (card && mine) {
    for (const place of card.querySelectorAll('[data-card]')) {
      place.textContent = mine[place.dataset.card] ?? '';
    }
    card.querySelector('circle + circle').setAttribute('stroke-dasharray', `${103.7 * Number(mine.percent) / 100} 103.7`);
    card.hidden = false;
  }
  look();
  keepCursor();
}

function look() {
  const popup = one('.pop');
  if (document.hidden || !popup) {
    return;
  }
  if (popup !== heard && 'sound' in popup.dataset) {
    ring();
  }
  heard = popup;
  if (popup !== seen) {
    seen = popup;
    popup.dispatchEvent(new Event('popshown', { bubbles: true }));
  }
}

function ring() {
  try {
    const context = new AudioContext();
    if (context.state !== 'running') { // nothing was pressed on this page so far: browsers keep it silent
      context.close();
      return;
    }
    const volume = context.createGain();
    const tone = context.createOscillator();
    volume.gain.setValueAtTime(.08, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(.001, context.currentTime + .5);
    tone.frequency.value = 880;
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + .5);
    tone.onended = () => context.close();
  } catch {
    // No sound here, then.
  }
}

document.addEventListener('visibilitychange', look);
document.addEventListener('slotbooking:reconnected', () => { // the server may not have heard of it
  seen = null;
  look();
});

document.addEventListener('keydown', event => {
  const next = event.key === 'Escape' && !event.isComposing && !one('dialog[open]') ? one('[data-pop-next]') : null;
  if (next) {
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) {
      next.click();
    }
  }
}, true);

// Closing a popup leaves the cursor where it was: a press with the mouse does not move it, and with the keyboard it goes on to the next popup,
// or back.
let before = null;
let isInPopup = false;
let isInAnswer = false;
document.addEventListener('mousedown', event => {
  isInPopup = Boolean(event.target.closest?.('.pop')) && isInPopup;
  isInAnswer = Boolean(event.target.closest?.('.why'));
  if (event.target.closest?.('[data-pop-next]')) {
    event.preventDefault();
  }
});
document.addEventListener('focusin', event => {
  isInPopup = Boolean(event.target.closest?.('.pop'));
  before = isInPopup ? before : event.target;
});

function keepCursor() {
  if (isInPopup && document.activeElement === document.body) {
    const next = one('[data-pop-next]');
    isInPopup = Boolean(next);
    (next ?? (before?.isConnected ? before : null))?.focus({ preventScroll: true });
  }
}

const changes = new MutationObserver(show);
new MutationObserver(() => {
  for (const part of document.querySelectorAll('#my-game, .pop-place')) {
    changes.observe(part, { childList: true, subtree: true, attributes: true });
  }
  show();
}).observe(one('.rest'), { childList: true });

// Whoever asks why stays where the page stood, though Blazor scrolls up when the address changes; and stands where they asked when the
// answer is closed. What was pressed inside the answer may be gone behind the next one: then the cursor is on its heading.
let asked = null;
let stood = 0;
document.addEventListener('focusin', event => { isInAnswer = Boolean(event.target.closest?.('.why')); });
document.addEventListener('click', event => {
  asked = event.target.closest?.('[data-why]')?.dataset.why ?? asked;
  stood = event.target.closest?.('a[data-why], .why a') ? scrollY : 0;
}, true);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !one('dialog[open]')) {
    one('.why [data-close]')?.click();
  }
});
new MutationObserver(() => {
  if (stood && !scrollY) {
    scrollTo(0, stood);
    stood = 0;
  }
  if (document.activeElement !== document.body) {
    return;
  }
  if (isInAnswer && one('.why')) {
    one('#h-why').focus({ preventScroll: true });
  } else if (asked && !one('.why')) {
    one(`[data-why="${asked}"]`)?.focus({ preventScroll: true });
    asked = null;
  }
}).observe(one('.rest'), { childList: true, subtree: true });
