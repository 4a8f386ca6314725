import { createHash } from 'node:crypto';
import { oneLine } from '../../core/one-line.ts';
import { symbolWithId } from '../../core/symbol.ts';
import type { Icon } from '../../core/types.ts';
import { entriesOf, levelOf } from '../changelog.ts';
import { isEmpty } from '../compare.ts';
import type { IconDiff, MetaChange, Pair } from '../model.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { bytesOf, countsOf, KIND_TITLES, type Kind, notesOf, valueWords } from './words.ts';

/** Renders the changes as one self-contained page. */
export function htmlOf(diff: IconDiff): string {
  const symbols: string[] = [];
  const show = (icon: Icon): Shown => {
    const id = `i-${symbols.length}`;
    symbols.push(symbolWithId(icon, id));
    return { id, icon };
  };
  const sections = isEmpty(diff)
    ? '<p class="none">No icons have changed.</p>'
    : sectionsOf(diff, show);
  const title = `Icons: ${diff.before.label} → ${diff.after.label}`;
  const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return `<!doctype html>
<html lang="en" data-view="side">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<svg class="sprite" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>
<header>
<h1>Icons: <code>${html(diff.before.label)}</code> → <code>${html(diff.after.label)}</code></h1>
<p class="soft">${diff.before.count} icons → ${diff.after.count} icons, ${diff.unchanged} unchanged${levelWords(diff)}</p>
${navOf(diff)}
</header>
${TOOLS}
<main>
${sections}
</main>
<footer>${legend()}</footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

interface Shown {
  readonly id: string;
  readonly icon: Icon;
}

type Show = (icon: Icon) => Shown;

function levelWords(diff: IconDiff): string {
  const level = levelOf(entriesOf(diff));
  return level === undefined ? '' : `; suggested release: <strong>${level}</strong>`;
}

function navOf(diff: IconDiff): string {
  const items = countsOf(diff).flatMap(([kind, count]) =>
    count === 0
      ? []
      : `<li><a href="#${kind}"><b>${count}</b> ${KIND_TITLES[kind].toLowerCase()}</a></li>`,
  );
  return items.length > 0
    ? `<nav aria-label="Kinds of change"><ul>${items.join('')}</ul></nav>`
    : '';
}

function choice(
  name: string,
  legendText: string,
  options: readonly (readonly [string, string])[],
): string {
  const labels = options.map(([value, text], index) => {
    const checked = index === 0 ? ' checked' : '';
    return `<label><input type="radio" name="${name}" value="${value}"${checked}><span>${text}</span></label>`;
  });
  return `<fieldset><legend>${legendText}</legend>${labels.join('')}</fieldset>`;
}

const TOOLS = `<div class="tools" hidden><form aria-label="View options">
${choice('view', 'Show', [
  ['side', 'Side by side'],
  ['slider', 'Slider'],
  ['onion', 'Onion skin'],
])}
${choice('side', 'Size', [
  ['128', '128 px'],
  ['256', '256 px'],
  ['48', '48 px'],
  ['24', '24 px'],
])}
${choice('theme', 'Theme', [
  ['auto', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
])}
</form></div>`;

function sectionsOf(diff: IconDiff, show: Show): string {
  const single = (kind: Kind, icons: readonly Icon[]) =>
    section(
      kind,
      icons.length,
      'small',
      icons.map((icon) => singleCard(show(icon), kind)),
    );
  const pairs = (kind: Kind, all: readonly Pair[]) =>
    section(
      kind,
      all.length,
      'changes',
      all.map((pair) => pairCard(pair, show(pair.before), show(pair.after))),
    );
  const aliases = diff.aliases.map(
    ({ alias, before, after }) =>
      `<tr><th scope="row">${html(alias)}</th><td>${change(before ?? null, after ?? null)}</td></tr>`,
  );
  return [
    single('removed', diff.removed),
    pairs('renamed', diff.renamed),
    pairs('changed', diff.changed),
    single('added', diff.added),
    section(
      'metadata',
      diff.metadata.length,
      '',
      diff.metadata.map((pair) => metaCard(pair, show(pair.after))),
    ),
    section(
      'rewritten',
      diff.rewritten.length,
      'small',
      diff.rewritten.map((pair) => rewrittenCard(pair, show(pair.after))),
    ),
    aliases.length === 0
      ? ''
      : `<section id="aliases"><h2>${KIND_TITLES.aliases}</h2><article><table>${aliases.join('')}</table></article></section>`,
    changelog(diff),
  ].join('\n');
}

function section(kind: Kind, count: number, style: string, cards: readonly string[]): string {
  if (count === 0) return '';
  return `<section id="${kind}"><h2>${KIND_TITLES[kind]} <small>${count}</small></h2>
<div class="cards ${style}">${cards.join('\n')}</div></section>`;
}

function singleCard({ id, icon }: Shown, kind: Kind): string {
  const { name, title, facts } = icon;
  const { width, height } = facts;
  return `<article><h3>${mark(name, kind === 'removed' ? 'del' : 'ins')}</h3>
<p class="soft">${html(title)}, ${width} × ${height} px, ${bytesOf(icon)} B</p>
<div class="big">${figure(id, name, '')}</div>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div></article>`;
}

function pairCard(pair: Pair, was: Shown, is: Shown): string {
  const { before, after, png, meta } = pair;
  const isRenamed = before.name !== after.name;
  const name = isRenamed
    ? `${mark(before.name, 'del')} → ${mark(after.name, 'ins')}`
    : html(after.name);
  const kept = after.aliases.includes(before.name)
    ? 'the old name still works'
    : 'the old name was removed';
  const notes = [...(isRenamed ? [kept] : []), ...notesOf(pair)];
  const both: readonly [string, string][] = [
    ['before', was.id],
    ['after', is.id],
  ];
  return `<article><h3>${name}</h3>
<p class="soft">${notes.map(html).join('; ')}</p>
<div class="big">${figure(was.id, `${before.name} before`, 'before')}${figure(is.id, `${after.name} after`, 'after')}${layer(png, after.name)}</div>
<div class="mix"><div class="tile">${svg(was.id, `${before.name} before`, 'was')}${svg(is.id, `${after.name} after`, 'is')}</div>
<label>before <input type="range" min="0" max="100" value="50" aria-label="${html(after.name)}: from before to after"> after</label></div>
<div class="strips">${strip('light', both)}${strip('dark', both)}</div>${metaTable(meta)}</article>`;
}

function metaCard({ meta }: Pair, { id, icon }: Shown): string {
  return `<article><h3>${html(icon.name)}</h3>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div>${metaTable(meta)}</article>`;
}

function rewrittenCard(pair: Pair, { id, icon }: Shown): string {
  return `<article><h3>${html(icon.name)}</h3><p class="soft">${notesOf(pair).map(html).join('; ')}</p>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div></article>`;
}

function metaTable(meta: readonly MetaChange[]): string {
  if (meta.length === 0) return '';
  const rows = meta.map(
    ({ key, before, after }) =>
      `<tr><th scope="row">${html(key)}</th><td>${change(before, after)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function change(before: unknown, after: unknown): string {
  return `${mark(valueWords(before), 'del')} → ${mark(valueWords(after), 'ins')}`;
}

function layer(png: Uint8Array | undefined, name: string): string {
  if (!png)
    return '<figure><div class="tile"></div><figcaption>no difference</figcaption></figure>';
  const data = Buffer.from(png).toString('base64');
  const alt = `Difference of ${name}`;
  return `<figure><div class="tile"><img src="data:image/png;base64,${data}" alt="${html(alt)}"></div><figcaption>difference</figcaption></figure>`;
}

function figure(id: string, label: string, caption: string): string {
  const text = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure><div class="tile">${svg(id, label)}</div>${text}</figure>`;
}

/** Icon at the sizes that people see. */
function strip(theme: 'light' | 'dark', icons: readonly (readonly [string, string])[]): string {
  const rows = icons.map(([label, id]) => {
    const sizes = [16, 24, 32].map(
      (side) =>
        `<svg width="${side}" height="${side}" fill="currentColor" aria-hidden="true"><use href="#${id}"/></svg>`,
    );
    return `<div>${label === '' ? '' : `<span>${label}</span>`}${sizes.join('')}</div>`;
  });
  return `<div class="strip ${theme}">${rows.join('')}</div>`;
}

function svg(id: string, label: string, style = ''): string {
  const named = style === '' ? '' : ` class="${style}"`;
  return `<svg${named} role="img" aria-label="${html(label)}" fill="currentColor"><use href="#${id}"/></svg>`;
}

function changelog(diff: IconDiff): string {
  const titles = { major: 'Breaking', minor: 'Added', patch: 'Changed' } as const;
  const entries = entriesOf(diff);
  const lists = (['major', 'minor', 'patch'] as const).flatMap((level) => {
    const items = entries
      .filter((entry) => entry.level === level)
      .map(({ text }) => `<li>${html(text).replace(/`([^`]*)`/g, '<code>$1</code>')}</li>`);
    return items.length > 0 ? [`<h3>${titles[level]}</h3><ul>${items.join('')}</ul>`] : [];
  });
  return `<section id="changelog"><h2>Changelog</h2><article class="changelog">${lists.join('')}</article></section>`;
}

function legend(): string {
  return '<p><i class="key"></i> removed <i class="key new"></i> added. Differences are computed at 128 px; below them, icons at 16, 24 and 32 px.</p>';
}

function mark(text: string, element: 'del' | 'ins'): string {
  return `<${element}>${html(text)}</${element}>`;
}

function html(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
