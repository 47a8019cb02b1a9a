// The card in the navigation stands outside of the circuit: its numbers are put there from what the circuit says. Esc closes a popup before it
// means anything else. A sound only for who asked for it.
const card = document.querySelector('.mycard');
let heard = null;

function show() {
  const mine = document.getElementById('my-game')?.dataset;
  if (card && mine) {
    for (const place of card.querySelectorAll('[data-card]')) {
      place.textContent = mine[place.dataset.card] ?? '';
    }
    card.querySelector('circle + circle').setAttribute('stroke-dasharray', `${103.7 * Number(mine.percent) / 100} 103.7`);
    card.hidden = false;
  }
  const popup = document.querySelector('.pop');
  if (popup && popup !== heard && 'sound' in popup.dataset) {
    ring();
  }
  heard = popup;
}

function ring() {
  try {
    const context = new AudioContext();
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

document.addEventListener('keydown', event => {
  const next = event.key === 'Escape' && !document.querySelector('dialog[open]') ? document.querySelector('[data-pop-next]') : null;
  if (next) {
    event.preventDefault();
    event.stopPropagation();
    next.click();
  }
}, true);

const changes = new MutationObserver(show);
new MutationObserver(() => {
  for (const part of document.querySelectorAll('#my-game, .pop-place')) {
    changes.observe(part, { childList: true, subtree: true, attributes: true });
  }
  show();
}).observe(document.querySelector('.rest'), { childList: true });

// Whoever asks why stays where the page stood, though Blazor scrolls up when the address changes; and stands where they asked when the
// answer is closed.
let asked = null;
let stood = 0;
document.addEventListener('focusin', event => { asked = event.target.closest?.('[data-why]')?.dataset.why ?? asked; });
document.addEventListener('click', event => { stood = event.target.closest?.('a[data-why], .why a') ? scrollY : 0; }, true);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    document.querySelector('.why [data-close]')?.click();
  }
});
new MutationObserver(() => {
  if (stood && !scrollY) {
    scrollTo(0, stood);
    stood = 0;
  }
  if (asked && document.activeElement === document.body && !document.querySelector('.why')) {
    document.querySelector(`[data-why="${asked}"]`)?.focus({ preventScroll: true });
    asked = null;
  }
}).observe(document.querySelector('.rest'), { childList: true, subtree: true });
