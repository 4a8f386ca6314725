/** Filter of the page, which shows everything without it. */
export const PAGE_SCRIPT = `
const tools = document.querySelector('.tools');
if (tools) {
  tools.hidden = false;
  const form = tools.firstElementChild;
  const cards = [...document.querySelectorAll('article')];
  const show = () => {
    const find = form.find.value.trim().toLowerCase();
    const use = form.use.value;
    let count = 0;
    for (const card of cards) {
      card.hidden = !card.dataset.name.includes(find) || !card.dataset.use.includes(use);
      if (!card.hidden) count += 1;
    }
    form.querySelector('output').value = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
}
`;
