// The frame stands around the circuit, so what it says of the page shown is put there from here: the browser's title, which the page's
// heading carries as data-title, and the mark in the navigation. As parts of the circuit both would cost memory for every open page.
const links = document.querySelectorAll('.nav-list a, .tabbar a');
let address = null;

function mark() {
  const here = location.pathname.toLowerCase();
  if (here === address) {
    return;
  }
  address = here;
  for (const link of links) {
    const there = new URL(link.href).pathname.toLowerCase();
    if (here === there || here.startsWith(`${there}/`)) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

function tell() {
  const title = document.querySelector('h1[data-title]')?.dataset.title;
  if (title && document.title !== `${title} · SlotBooking`) {
    document.title = `${title} · SlotBooking`;
  }
  mark();
}

// The top bar changes with the page and hardly else.
const changes = new MutationObserver(tell);
new MutationObserver(() => {
  const bar = document.querySelector('.top');
  if (bar) {
    changes.observe(bar, { subtree: true, childList: true, attributeFilter: ['data-title'] });
    tell();
  }
}).observe(document.querySelector('.rest'), { childList: true });

// Another language leads back to where one is now.
document.addEventListener('submit', event => {
  const back = event.target.elements.returnUrl;
  if (back) {
    back.value = location.pathname + location.search;
  }
});
