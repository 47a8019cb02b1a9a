// Arrows move between the cells of a grid of switches ([data-cells]); what they switch is the page's business.
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

document.addEventListener('keydown', event => {
  const step = steps[event.key];
  const cell = event.target.closest?.('[data-cells] td');
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const rows = [...cell.closest('tbody').rows];
  let row = rows.indexOf(cell.parentElement);
  let column = cell.cellIndex;
  do {
    row += step[0];
    column += step[1];
  } while (rows[row]?.cells[column] && !rows[row].cells[column].querySelector('button'));
  const next = rows[row]?.cells[column]?.querySelector('button');
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
