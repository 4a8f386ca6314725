/**
 * Script of all reports: shows the controls, applies the selected options as data attributes of the
 * root, and hides cards that do not match. `matches` of the page, if it is there, decides further.
 */
export const REPORT_SCRIPT = `
const root = document.documentElement;
const controls = [...document.querySelectorAll('form.controls')];
const cards = [...document.querySelectorAll('[data-name]')];
const count = document.querySelector('.found');
for (const form of controls) {
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
}
function filter() {
  const query = document.querySelector('[name=find]')?.value.trim().toLowerCase() ?? '';
  let shown = 0;
  for (const card of cards) {
    card.hidden = !card.dataset.name.includes(query) || !matches(card);
    if (!card.hidden) shown += 1;
  }
  for (const section of document.querySelectorAll('main > section'))
    section.hidden = section.querySelector('[data-name]') !== null && !section.querySelector('[data-name]:not([hidden])');
  if (count) count.textContent = shown === cards.length ? '' : shown === 0 ? 'No icons match.' : shown + ' of ' + cards.length + ' shown';
}
document.addEventListener('input', ({ target }) => {
  if (target.type === 'radio') root.dataset[target.name] = target.value;
  if (target.form?.matches('.controls') && (target.name === 'find' || target.name === 'use')) filter();
});
`;
