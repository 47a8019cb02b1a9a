// Waits until the style sheets of AdminLayout are there and runs MudBlazor's script once, so that its components never show bare.
const settled = link => link.sheet ? null : new Promise(done => {
  link.addEventListener('load', done, { once: true });
  link.addEventListener('error', done, { once: true });
});

export async function load(script) {
  await Promise.all([import(new URL(script, document.baseURI)), ...[...document.querySelectorAll('link[data-admin]')].map(settled)]);
}
