// „Meine Buchungen“: dragging, arrows, the menu's digits and the focus. What somebody did with a card goes to the server as one
// line in one hidden field ([data-wishes]): „set ID STAND“, „menu ID“ …; so hundreds of cards need no handlers of their own.
const one = selector => document.querySelector(selector);
const all = selector => [...document.querySelectorAll(selector)];
const typing = element => element.matches?.('input:not([type="radio"]):not([type="checkbox"]), textarea, select') ?? false;
const menu = () => one('.card-menu');

function say(line) {
  const desk = one('[data-wishes]');
  if (desk) {
    desk.value = line;
    desk.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function wish(element) {
  if (!element.disabled && element.getAttribute('aria-disabled') !== 'true') {
    say(element.dataset.do);
  }
}

// ── pressing ──
document.addEventListener('click', event => {
  if (!one('[data-wishes]')) {
    return;
  }
  const target = event.target;
  const doing = target.closest('[data-do]');
  const other = target.closest('a, button, input, select, label, summary');
  if (doing && (!other || other === doing || other.contains(doing))) {
    wish(doing);
  } else if (menu() && !target.closest('.card-menu')) {
    say('close');
  }
});

document.addEventListener('contextmenu', event => {
  const card = event.target.closest?.('[data-card]');
  if (card && one('[data-wishes]')) {
    event.preventDefault();
    card.focus();
    say(`menu ${card.dataset.card}`);
  }
});

// ── keys ──
function step(card, key) {
  const lane = card.closest('[data-lane], section');
  const lanes = all('.board [data-lane], .week section').filter(other => other.offsetParent && other.querySelector('[data-card]'));
  const cards = lane ? [...lane.querySelectorAll('[data-card]')] : all('tr [data-card]');
  const at = cards.indexOf(card);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    return cards[at + (key === 'ArrowDown' ? 1 : -1)];
  }
  const next = lanes[lanes.indexOf(lane) + (key === 'ArrowRight' ? 1 : -1)];
  const others = next ? [...next.querySelectorAll('[data-card]')] : [];
  return others[Math.min(at, others.length - 1)];
}

function inMenu(event) {
  const items = [...menu().querySelectorAll('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement);
  const digit = items.find(item => item.dataset.digit === event.key.toLowerCase());
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
  } else if (event.key === 'Home' || event.key === 'End') {
    items.at(event.key === 'Home' ? 0 : -1).focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    say('close');
  } else if (digit) {
    wish(digit);
  } else {
    return event.key !== 'Enter' && event.key !== ' ';
  }
  return true;
}

document.addEventListener('keydown', event => {
  const target = event.target;
  if (!one('[data-wishes]') || event.defaultPrevented || event.isComposing || event.altKey || one('dialog[open]')) {
    return;
  }
  const card = target.closest?.('[data-card]');
  let done = true;
  if (event.ctrlKey || event.metaKey) {
    done = event.key.toLowerCase() === 'z' && one('[data-undo]') && (!typing(target) || target.value === '');
    if (done) {
      one('[data-undo]').click();
    }
  } else if (menu()) {
    done = inMenu(event);
  } else if (event.key === 'Escape' && one('[data-toggles][aria-expanded="true"]')) {
    one('[data-toggles][aria-expanded="true"]').click();
    one('[data-toggles]').focus();
  } else if (event.key === 'Escape' && one('[data-panel]')) {
    say('close');
  } else if (card && event.key === 'Enter') {
    say(`menu ${card.dataset.card}`);
  } else if (card && event.key === ' ') {
    say(`open ${card.dataset.card}`);
  } else if (card && event.key.startsWith('Arrow')) {
    step(card, event.key)?.focus();
  } else {
    done = false;
  }
  if (done) {
    event.preventDefault();
  }
});

// ── dragging: the browser's own, and one line when the card is dropped ──
let dragged = null;

document.addEventListener('dragstart', event => {
  dragged = event.target.closest?.('.bcard[draggable]') ?? null;
  if (dragged) {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    dragged.dataset.lifted = '';
    dragged.closest('.board').dataset.dragging = dragged.dataset.early ? 'early' : 'any';
  }
});
document.addEventListener('dragover', event => {
  const lane = dragged && event.target.closest?.('[data-lane]');
  if (dragged) {
    for (const other of all('[data-lane][data-over]')) {
      if (other !== lane) {
        delete other.dataset.over;
      }
    }
  }
  if (lane && !lane.contains(dragged)) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    lane.dataset.over = '';
  }
});
document.addEventListener('drop', event => {
  const lane = dragged && event.target.closest?.('[data-lane]');
  if (lane && !lane.contains(dragged)) {
    event.preventDefault();
    last = dragged.dataset.card;
    say(`set ${dragged.dataset.card} ${lane.dataset.lane}`);
  }
});
document.addEventListener('dragend', () => {
  for (const element of all('[data-lifted], [data-lane][data-over], .board[data-dragging]')) {
    delete element.dataset.lifted;
    delete element.dataset.over;
    delete element.dataset.dragging;
  }
  dragged = null;
});

// ── focus: into what opens, back to the card when it closes, and after the card when it changes its column ──
let last = null;
let had = false;

document.addEventListener('focusin', event => {
  const card = event.target.closest?.('[data-card]');
  if (card) {
    last = card.dataset.card;
  }
});

function place(over) {
  const card = one(`[data-card="${over.dataset.over}"]`)?.closest('li, tr') ?? document.body;
  const at = card.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = over;
  const right = at.right + 8 + width <= innerWidth ? at.right + 8 : Math.max(8, at.left - 8 - width);
  over.style.left = `${Math.max(8, Math.min(right, innerWidth - width - 8))}px`;
  over.style.top = `${Math.max(8, Math.min(at.top - 24, innerHeight - height - 8))}px`;
}

new MutationObserver(changes => {
  for (const node of changes.flatMap(change => [...change.addedNodes])) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches('.card-menu')) {
        last = node.dataset.over;
        place(node);
        (node.querySelector('[role="menuitem"]:not([aria-disabled])') ?? node).focus();
      } else {
        node.querySelector('[data-autofocus]')?.focus(); // also the forms that the day page opens in a row
      }
    }
  }
  if (!one('[data-wishes]')) {
    return;
  }
  // Whoever was in what has gone, or on a card that moved, stands on the card again; who is elsewhere stays there.
  const opened = Boolean(menu() || one('[data-panel]'));
  if (document.activeElement === document.body && last && (had || changes.some(change => change.removedNodes.length > 0))) {
    one(`[data-card="${last}"]`)?.focus({ preventScroll: true });
  }
  had = opened;
}).observe(document.body, { subtree: true, childList: true });
addEventListener('scroll', () => { if (menu()) { place(menu()); } }, { passive: true, capture: true });

// What is searched stands behind the #, so that a reload finds it and no server writes it down.
document.addEventListener('input', event => {
  const name = event.target.dataset?.hash;
  if (name) {
    const { pathname, search } = location;
    const hidden = event.target.value === '' ? '' : `#${name}=${encodeURIComponent(event.target.value)}`;
    history.replaceState(history.state, '', pathname + search + hidden);
  }
});
