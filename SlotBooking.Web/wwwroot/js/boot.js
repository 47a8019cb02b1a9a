// Starts the circuit and looks after its connection: a thin line after one second, a calm notice after four. It tries again
// without end; if the server no longer knows the circuit (it was restarted), the page loads itself anew and draft.js puts the
// half-filled form back.
const line = document.getElementById('lost-line');
const notice = document.getElementById('lost-notice');
const countdown = document.getElementById('lost-countdown');
const waits = [100, 300, 600, 1000, 1000, 2000];
const patience = 4000;

let lostSince = 0;
let isPaused = false;
let wake = () => {};

function show(element, visible) {
  if (element) {
    element.hidden = !visible;
  }
}

function pause(milliseconds) {
  return new Promise(resolve => {
    const end = Date.now() + milliseconds;
    const tick = setInterval(() => {
      if (countdown && milliseconds > 1000) {
        countdown.textContent = String(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
      }
    }, 250);
    const done = () => {
      clearInterval(tick);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    wake = done;
  });
}

async function restore() {
  for (let attempt = 0; lostSince !== 0; attempt++) {
    await pause(waits[attempt] ?? patience);
    try {
      if (lostSince !== 0 && !await Blazor.reconnect()) {
        location.reload();
        return;
      }
    } catch {
      // The server does not answer yet: the next round tries again.
    }
  }
}

// A pause that was asked for is no lost connection: nothing is reported, and it ends when somebody comes back to the page.
async function resume() {
  if (isPaused && !document.hidden) {
    isPaused = false;
    if (!await Blazor.resumeCircuit()) {
      location.reload();
    }
  }
}

const reconnectionHandler = {
  onConnectionDown(_options, _error, isPause) {
    if (isPause || isPaused) {
      isPaused = true; // the connection that closes behind a pause is reported once more, without the word
      return;
    }
    if (lostSince !== 0) {
      return;
    }
    lostSince = Date.now();
    setTimeout(() => show(line, lostSince !== 0), 1000);
    setTimeout(() => show(notice, lostSince !== 0), 4000);
    restore();
  },
  onConnectionUp() {
    lostSince = 0;
    wake();
    show(line, false);
    show(notice, false);
    const failure = document.getElementById('blazor-error-ui');
    if (failure) {
      failure.style.display = '';
    }
    document.dispatchEvent(new Event('slotbooking:reconnected'));
  },
};

// While nobody listens nothing is sent: what was typed is told afterwards (draft.js), and a form never becomes an address.
for (const kind of ['change', 'click', 'submit']) {
  addEventListener(kind, event => {
    if (lostSince !== 0 && event.target.closest?.('main')) {
      event.stopImmediatePropagation();
      if (kind === 'submit') {
        event.preventDefault();
      }
    }
  }, true);
}

document.getElementById('lost-retry')?.addEventListener('click', () => wake());
document.addEventListener('visibilitychange', () => { if (!document.hidden) { wake(); resume(); } });
addEventListener('focus', resume); // the window's own: where the cursor goes inside the page says nothing
for (const sign of ['pointerdown', 'keydown']) {
  addEventListener(sign, resume, true);
}
addEventListener('online', () => wake());

// A menu closes when something else is pressed, or one of its links.
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (!menu.contains(except)) {
      menu.open = false;
    }
  }
}
document.addEventListener('click', event => closeMenus(event.target.closest?.('a') ? null : event.target));
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details[data-menu][open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    event.stopImmediatePropagation();
  }
}, true);

// A circuit that could not be made may be one too many of this person: then the server has a page that says so.
async function explainRefusal() {
  if ((await fetch('/account/room', { method: 'HEAD', cache: 'no-store' })).status === 429) {
    location.replace('/account/room');
  }
}
addEventListener('unhandledrejection', explainRefusal, { once: true });

// One listener for all rows of a list: the pressed button says what, its row says which.
Blazor.registerCustomEventType('rowact', {
  browserEventName: 'click',
  createEventArgs: event => ({
    act: event.target.closest('[data-act]')?.dataset.act ?? '',
    id: event.target.closest('[data-id]')?.dataset.id ?? '',
  }),
});

// Said by game.js of a popup that stands where somebody can look.
Blazor.registerCustomEventType('popshown', { createEventArgs: () => ({}) });

Blazor.start({ circuit: { reconnectionHandler } }).catch(explainRefusal);
