import { REPORT_SCRIPT } from '../../design/report-script.ts';

/** Script of the page, which shows everything without it, too. */
export const PAGE_SCRIPT: string = `
const matches = () => true;
${REPORT_SCRIPT}
document.addEventListener('input', ({ target }) => {
  const compare = target.closest('.compare');
  if (!compare) return;
  compare.style.setProperty('--mix', target.value + '%');
  compare.style.setProperty('--at', target.value / 100);
});
// The link of the group that is at the top of the window.
const links = new Map([...document.querySelectorAll('.groups a')].map((link) => [link.hash.slice(1), link]));
const visible = new Set();
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) isIntersecting ? visible.add(target.id) : visible.delete(target.id);
  const first = [...links.keys()].find((id) => visible.has(id));
  for (const [id, link] of links) id === first ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
}, { rootMargin: '-20% 0px -60% 0px' });
for (const section of document.querySelectorAll('main > section')) observer.observe(section);
`;
