/** Script of the page, which shows everything without it, too. */
export const PAGE_SCRIPT = `
const root = document.documentElement;
const tools = document.querySelector('.tools');
tools.hidden = false;
tools.addEventListener('change', ({ target }) => {
  if (target.name === 'side') root.style.setProperty('--side', target.value + 'px');
  else root.dataset[target.name] = target.value;
});
document.addEventListener('input', ({ target }) => {
  const mix = target.closest('.mix');
  if (!mix) return;
  mix.style.setProperty('--mix', target.value + '%');
  mix.style.setProperty('--at', target.value / 100);
});
`;
