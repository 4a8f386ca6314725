import { createHash } from 'node:crypto';
import { escapeHtml } from '../../core/escape.ts';
import { symbolWithId } from '../../core/symbol.ts';
import type { Icon } from '../../core/types.ts';
import { entriesOf, LEVEL_TITLES, RELEASE_LEVELS, releaseLevelOf } from '../changelog.ts';
import { isEmpty } from '../compare.ts';
import type { IconDiff, IconPair, MetaChange } from '../model.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { bytesOf, type ChangeKind, changeCounts, KIND_TITLES, notesOf, valueText } from './text.ts';

/** Renders the changes as one self-contained page. */
export function renderHtml(diff: IconDiff): string {
  const symbols: string[] = [];
  const embed = (icon: Icon): EmbeddedIcon => {
    const id = `i-${symbols.length}`;
    symbols.push(symbolWithId(icon, id));
    return { id, icon };
  };
  const sections = isEmpty(diff)
    ? '<p class="none">No icons have changed.</p>'
    : sectionsOf(diff, embed);
  const title = `Icons: ${diff.before.label} → ${diff.after.label}`;
  const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return `<!doctype html>
<html lang="en" data-view="side">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<svg class="sprite" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>
<header>
<h1>Icons: <code>${escapeHtml(diff.before.label)}</code> → <code>${escapeHtml(diff.after.label)}</code></h1>
<p class="soft">${diff.before.count} icons → ${diff.after.count} icons, ${diff.unchanged} unchanged${releaseText(diff)}</p>
${renderNav(diff)}
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

interface EmbeddedIcon {
  readonly id: string;
  readonly icon: Icon;
}

type EmbedIcon = (icon: Icon) => EmbeddedIcon;

function releaseText(diff: IconDiff): string {
  const level = releaseLevelOf(entriesOf(diff));
  return level === undefined ? '' : `; suggested release: <strong>${level}</strong>`;
}

function renderNav(diff: IconDiff): string {
  const items = changeCounts(diff).flatMap(([kind, count]) =>
    count === 0
      ? []
      : `<li><a href="#${kind}"><b>${count}</b> ${KIND_TITLES[kind].toLowerCase()}</a></li>`,
  );
  return items.length > 0
    ? `<nav aria-label="Kinds of change"><ul>${items.join('')}</ul></nav>`
    : '';
}

function radioGroup(
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
${radioGroup('view', 'Show', [
  ['side', 'Side by side'],
  ['slider', 'Slider'],
  ['onion', 'Onion skin'],
])}
${radioGroup('side', 'Size', [
  ['128', '128 px'],
  ['256', '256 px'],
  ['48', '48 px'],
  ['24', '24 px'],
])}
${radioGroup('theme', 'Theme', [
  ['auto', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
])}
</form></div>`;

function sectionsOf(diff: IconDiff, embed: EmbedIcon): string {
  const single = (kind: ChangeKind, icons: readonly Icon[]) =>
    section(
      kind,
      icons.length,
      'small',
      icons.map((icon) => singleCard(embed(icon), kind)),
    );
  const pairs = (kind: ChangeKind, all: readonly IconPair[]) =>
    section(
      kind,
      all.length,
      'changes',
      all.map((pair) => pairCard(pair, embed(pair.before), embed(pair.after))),
    );
  const aliases = diff.aliases.map(
    ({ alias, before, after }) =>
      `<tr><th scope="row">${escapeHtml(alias)}</th><td>${change(before ?? null, after ?? null)}</td></tr>`,
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
      diff.metadata.map((pair) => metaCard(pair, embed(pair.after))),
    ),
    section(
      'rewritten',
      diff.rewritten.length,
      'small',
      diff.rewritten.map((pair) => rewrittenCard(pair, embed(pair.after))),
    ),
    aliases.length === 0
      ? ''
      : `<section id="aliases"><h2>${KIND_TITLES.aliases}</h2><article><table>${aliases.join('')}</table></article></section>`,
    changelog(diff),
  ].join('\n');
}

function section(kind: ChangeKind, count: number, style: string, cards: readonly string[]): string {
  if (count === 0) return '';
  return `<section id="${kind}"><h2>${KIND_TITLES[kind]} <small>${count}</small></h2>
<div class="cards ${style}">${cards.join('\n')}</div></section>`;
}

function singleCard({ id, icon }: EmbeddedIcon, kind: ChangeKind): string {
  const { name, title, facts } = icon;
  const { width, height } = facts;
  return `<article><h3>${mark(name, kind === 'removed' ? 'del' : 'ins')}</h3>
<p class="soft">${escapeHtml(title)}, ${width} × ${height} px, ${bytesOf(icon)} B</p>
<div class="big">${figure(id, name, '')}</div>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div></article>`;
}

function pairCard(pair: IconPair, beforeIcon: EmbeddedIcon, afterIcon: EmbeddedIcon): string {
  const { before, after, png, meta } = pair;
  const isRenamed = before.name !== after.name;
  const name = isRenamed
    ? `${mark(before.name, 'del')} → ${mark(after.name, 'ins')}`
    : escapeHtml(after.name);
  const oldNameNote = after.aliases.includes(before.name)
    ? 'the old name still works'
    : 'the old name was removed';
  const notes = [...(isRenamed ? [oldNameNote] : []), ...notesOf(pair)];
  const both: readonly [string, string][] = [
    ['before', beforeIcon.id],
    ['after', afterIcon.id],
  ];
  return `<article><h3>${name}</h3>
<p class="soft">${notes.map(escapeHtml).join('; ')}</p>
<div class="big">${figure(beforeIcon.id, `${before.name} before`, 'before')}${figure(afterIcon.id, `${after.name} after`, 'after')}${differenceFigure(png, after.name)}</div>
<div class="mix"><div class="tile">${svg(beforeIcon.id, `${before.name} before`, 'was')}${svg(afterIcon.id, `${after.name} after`, 'is')}</div>
<label>before <input type="range" min="0" max="100" value="50" aria-label="${escapeHtml(after.name)}: from before to after"> after</label></div>
<div class="strips">${strip('light', both)}${strip('dark', both)}</div>${metaTable(meta)}</article>`;
}

function metaCard({ meta }: IconPair, { id, icon }: EmbeddedIcon): string {
  return `<article><h3>${escapeHtml(icon.name)}</h3>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div>${metaTable(meta)}</article>`;
}

function rewrittenCard(pair: IconPair, { id, icon }: EmbeddedIcon): string {
  return `<article><h3>${escapeHtml(icon.name)}</h3><p class="soft">${notesOf(pair).map(escapeHtml).join('; ')}</p>
<div class="strips">${strip('light', [['', id]])}${strip('dark', [['', id]])}</div></article>`;
}

function metaTable(meta: readonly MetaChange[]): string {
  if (meta.length === 0) return '';
  const rows = meta.map(
    ({ key, before, after }) =>
      `<tr><th scope="row">${escapeHtml(key)}</th><td>${change(before, after)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function change(before: unknown, after: unknown): string {
  return `${mark(valueText(before), 'del')} → ${mark(valueText(after), 'ins')}`;
}

function differenceFigure(png: Uint8Array | undefined, name: string): string {
  if (!png)
    return '<figure><div class="tile"></div><figcaption>no difference</figcaption></figure>';
  const data = Buffer.from(png).toString('base64');
  const alt = `Difference of ${name}`;
  return `<figure><div class="tile"><img src="data:image/png;base64,${data}" alt="${escapeHtml(alt)}"></div><figcaption>difference</figcaption></figure>`;
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
  const classAttribute = style === '' ? '' : ` class="${style}"`;
  return `<svg${classAttribute} role="img" aria-label="${escapeHtml(label)}" fill="currentColor"><use href="#${id}"/></svg>`;
}

function changelog(diff: IconDiff): string {
  const entries = entriesOf(diff);
  const lists = RELEASE_LEVELS.flatMap((level) => {
    const items = entries
      .filter((entry) => entry.level === level)
      .map(({ text }) => `<li>${escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>')}</li>`);
    return items.length > 0 ? [`<h3>${LEVEL_TITLES[level]}</h3><ul>${items.join('')}</ul>`] : [];
  });
  return `<section id="changelog"><h2>Changelog</h2><article class="changelog">${lists.join('')}</article></section>`;
}

function legend(): string {
  return '<p><i class="key"></i> removed <i class="key new"></i> added. Differences are computed at 128 px; below them, icons at 16, 24 and 32 px.</p>';
}

function mark(text: string, element: 'del' | 'ins'): string {
  return `<${element}>${escapeHtml(text)}</${element}>`;
}
