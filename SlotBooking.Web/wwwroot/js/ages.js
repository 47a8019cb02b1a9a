// What only gets older is counted here, so that no circuit has to draw for it: "vor 14 s" for <time data-since="…">, the
// remaining seconds of an undo for <span data-until="…">, and the line that marks now.
const root = document.documentElement;
const numbers = new Intl.NumberFormat(root.lang);

// Written only when it differs: the observer below hears every write, and would otherwise never come to rest.
function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function age(seconds, words) {
  if (seconds < 10) { return words.now; }
  if (seconds < 60) { return words.seconds.replace('{0}', numbers.format(Math.floor(seconds))); }
  if (seconds < 3600) { return words.minutes.replace('{0}', numbers.format(Math.floor(seconds / 60))); }
  return words.hours.replace('{0}', numbers.format(Math.floor(seconds / 3600)));
}

function tick() {
  const words = document.getElementById('ages')?.dataset;
  if (!words) {
    return;
  }
  for (const element of document.querySelectorAll('[data-since]')) {
    const seconds = Math.max(0, (Date.now() - Date.parse(element.dataset.since)) / 1000);
    write(element, `${element.dataset.before ?? ''} ${age(seconds, words)}`.trim());
    element.toggleAttribute('data-old', seconds > Number(element.dataset.limit ?? Infinity));
  }
  for (const element of document.querySelectorAll('[data-until]')) {
    const left = Math.max(0, Math.ceil((Date.parse(element.dataset.until) - Date.now()) / 1000));
    write(element, words.left.replace('{0}', numbers.format(left)));
  }
  for (const element of document.querySelectorAll('[data-clock]')) {
    write(element, new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: element.dataset.clock }).format(new Date()));
  }
}

setInterval(tick, 1000);
new MutationObserver(changes => {
  if (changes.some(change => change.type === 'attributes' || [...change.addedNodes].some(node => node.nodeType === Node.ELEMENT_NODE))) {
    tick();
  }
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-since', 'data-until'] });
tick();

// What arrived just now is stamped here, and a seat that somebody else has just taken wears a ring for four seconds: neither
// has to be sent to every open page.
let own = 0;
document.addEventListener('submit', () => { own = Date.now(); });
new MutationObserver(changes => {
  for (const change of changes) {
    if (change.attributeName === 'data-taken') {
      const seats = change.target.querySelector('.seats');
      if (seats && Number(change.target.dataset.taken) > Number(change.oldValue) && Date.now() - own > 2000) {
        seats.dataset.new = '';
        clearTimeout(seats.ring);
        seats.ring = setTimeout(() => delete seats.dataset.new, 4000);
      }
    } else {
      const time = change.target.parentElement?.closest('[role="status"]')?.querySelector('[data-stamped]');
      if (time && !time.contains(change.target)) {
        time.dataset.since = new Date().toISOString();
      }
    }
  }
}).observe(document.body, { subtree: true, characterData: true, attributeFilter: ['data-taken'], attributeOldValue: true });
