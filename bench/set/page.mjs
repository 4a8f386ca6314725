import { place, THEMES } from './compose.mjs';

const SIZES = [16, 24, 32, 48];

/**
 * Page for browsing the set: every icon at every size, on light and on dark, with a search.
 *
 * @param {import('./drawings.mjs').Drawing[][]} families
 */
export function contactPage(families) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The icon set</title>
<style>${STYLE}</style>
<header><h1>The icon set</h1><input type="search" placeholder="Search" aria-label="Search"></header>
<main>
${families.map(familyOf).join('\n')}
</main>
<script>${SEARCH}</script>
</html>
`;
}

/** @param {import('./drawings.mjs').Drawing[]} family */
function familyOf(family) {
  return `<section>${family.map(figureOf).join('')}</section>`;
}

/** @param {import('./drawings.mjs').Drawing} drawing */
function figureOf({ name, svg, meta }) {
  const { title = name, displayName = name, tags = [], aliases = [] } = meta;
  const sizes = SIZES.map((size) => place(svg, 0, 0, size)).join('');
  const strips = Object.keys(THEMES).map((theme) => `<div class="${theme}">${sizes}</div>`);
  const words = [name, title, ...aliases, ...tags].join(' ').toLowerCase();
  const others = [name, ...aliases].filter((each) => each !== displayName);
  const other = others.length > 0 ? `<br><small>${others.join(', ')}</small>` : '';
  return `<figure data-words="${words}" title="${title}: ${tags.join(', ')}">${strips.join('')}<figcaption>${displayName}${other}</figcaption></figure>`;
}

const { light, dark } = THEMES;
const STYLE = `
body { margin: 24px; font: 14px/1.4 system-ui, sans-serif; color: ${light.ink}; background: #f3f4f6 }
header { display: flex; gap: 24px; align-items: baseline }
h1 { font-size: 20px }
input { font: inherit; padding: 4px 8px }
main { display: flex; flex-wrap: wrap; gap: 32px }
section { display: flex; flex-wrap: wrap; gap: 8px }
figure { margin: 0; background: ${light.paper}; border-radius: 6px; overflow: hidden }
figure[hidden] { display: none }
figure div { display: flex; gap: 12px; align-items: center; padding: 12px }
.light { color: ${light.ink}; background: ${light.paper} }
.dark { color: ${dark.ink}; background: ${dark.paper} }
figcaption { padding: 8px 12px; min-height: 40px }
small { color: ${light.faint} }
`;
const SEARCH = `
document.querySelector('input').addEventListener('input', ({ target }) => {
  const query = target.value.trim().toLowerCase();
  for (const figure of document.querySelectorAll('figure')) {
    figure.hidden = !figure.dataset.words.includes(query);
  }
});
`;
