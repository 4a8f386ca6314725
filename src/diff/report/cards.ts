import { escapeHtml } from '../../core/escape.ts';
import type { AliasChange, IconPair, MetaChange } from '../model.ts';
import { pageFacts } from './facts.ts';
import {
  cardSprite,
  differenceFigure,
  type EmbeddedIcon,
  iconFigure,
  pictureRow,
  smallPictures,
} from './icon-pictures.ts';
import { bytesOf, valueText } from './text.ts';

/** Card of an icon that only one version has. */
export function singleCard(embedded: EmbeddedIcon, mark: 'del' | 'ins'): string {
  const { name, title, facts } = embedded.icon;
  const size = `${facts.width}\u00a0×\u00a0${facts.height}\u00a0px`;
  return card(
    [name],
    [embedded],
    `<h3>${marked(name, mark)}</h3>${factsLine([title, size, `Size:\u00a0${bytesOf(embedded.icon)}\u00a0B`])}
${pictureRow([facts], [iconFigure(embedded, name)])}${smallPictures([['', embedded]])}`,
  );
}

/** Card of an icon that looks different in both versions, or has another name. */
export function pairCard(pair: IconPair, before: EmbeddedIcon, after: EmbeddedIcon): string {
  const [from, to] = [pair.before.name, pair.after.name];
  const title = from === to ? escapeHtml(to) : `${marked(from, 'del')} → ${marked(to, 'ins')}`;
  const figures = [
    iconFigure(before, `${from} before`, 'Before'),
    iconFigure(after, `${to} after`, 'After'),
    ...(pair.png ? [differenceFigure(pair.png, to)] : []),
  ];
  return card(
    [from, to],
    [before, after],
    `<h3>${title}</h3>${factsLine(pageFacts(pair))}
<div class="compare">${pictureRow([before.icon.facts, after.icon.facts], figures)}
<label class="mix"><span aria-hidden="true">Before</span><input class="mix__input" type="range" min="0" max="100" value="50" aria-label="${escapeHtml(to)}: from before to after"><span aria-hidden="true">After</span></label></div>
${smallPictures([
  ['Before', before],
  ['After', after],
])}${metaTable(pair.meta)}`,
  );
}

/** Card of an icon that looks the same in both versions. */
export function samePictureCard(pair: IconPair, after: EmbeddedIcon): string {
  const { name } = after.icon;
  const hasMeta = pair.meta.length > 0;
  return card(
    [name],
    [after],
    `<h3>${escapeHtml(name)}</h3>${hasMeta ? '' : factsLine(pageFacts(pair))}${smallPictures([['', after]])}${metaTable(pair.meta)}`,
  );
}

/** Card with all changes of aliases. */
export function aliasCard(aliases: readonly AliasChange[]): string {
  const rows = aliases.map(({ alias, before, after }) => row(alias, before ?? null, after ?? null));
  return `<article class="card"><table>${rows.join('')}</table></article>`;
}

function card(names: readonly string[], icons: readonly EmbeddedIcon[], content: string): string {
  const name = [...new Set(names)].join(' ').toLowerCase();
  return `<article class="card" data-name="${escapeHtml(name)}">${cardSprite(icons)}${content}</article>`;
}

function factsLine(facts: readonly string[]): string {
  return facts.length === 0 ? '' : `<p class="soft">${facts.map(escapeHtml).join(' · ')}</p>`;
}

function metaTable(meta: readonly MetaChange[]): string {
  if (meta.length === 0) return '';
  const rows = meta.map(({ key, before, after }) => row(key, before, after));
  return `<table class="meta">${rows.join('')}</table>`;
}

function row(key: string, before: unknown, after: unknown): string {
  return `<tr><th scope="row">${escapeHtml(key)}</th><td>${marked(valueText(before), 'del')} → ${marked(valueText(after), 'ins')}</td></tr>`;
}

function marked(text: string, element: 'del' | 'ins'): string {
  return `<${element}>${escapeHtml(text)}</${element}>`;
}
