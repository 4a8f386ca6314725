import { escapeHtml } from '../../core/escape.ts';
import { symbolWithId } from '../../core/symbol.ts';
import type { Icon } from '../../core/types.ts';
import {
  BACKGROUND_GROUP,
  type ChoiceGroup,
  choiceGroup,
  FIND_FIELD,
  THEME_GROUP,
} from '../../design/report-controls.ts';
import { renderReportPage } from '../../design/report-page.ts';
import { entriesOf, LEVEL_TITLES, RELEASE_LEVELS, releaseLevelOf } from '../changelog.ts';
import { isEmpty } from '../compare.ts';
import type { IconDiff, IconPair } from '../model.ts';
import { aliasCard, pairCard, samePictureCard, singleCard } from './cards.ts';
import type { EmbeddedIcon } from './icon-pictures.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { type ChangeKind, changeCounts, KIND_TITLES } from './text.ts';

/** Renders the changes as one self-contained page. */
export function renderHtml(diff: IconDiff): string {
  const { before, after } = diff;
  return renderReportPage({
    title: `Icon changes: ${before.label} → ${after.label}`,
    style: PAGE_STYLE,
    script: PAGE_SCRIPT,
    attributes: ' data-view="side" data-ground="page" data-side="128"',
    body: isEmpty(diff) ? emptyBody(diff) : changesBody(diff),
  });
}

function emptyBody(diff: IconDiff): string {
  return `${header(diff)}
<main class="none"><h2>No icons have changed</h2><p class="soft">All ${diff.after.count} icons are the same in both versions.</p></main>`;
}

function changesBody(diff: IconDiff): string {
  let count = 0;
  const embed = (icon: Icon): EmbeddedIcon => {
    const id = `i-${count++}`;
    return { id, icon, symbol: symbolWithId(icon, id) };
  };
  return `${header(diff)}
<form class="controls tools" aria-label="View" hidden>${FIND_FIELD}${CHOICES.map(choiceGroup).join('')}<output class="found"></output></form>
<div class="body">
${groupLinks(diff)}
<main>
${sectionsOf(diff, embed)}
</main>
</div>
<footer class="foot"><i class="key"></i> Removed parts <i class="key key--added"></i> Added parts. Small pictures: 16 and 24 px high.</footer>`;
}

type EmbedIcon = (icon: Icon) => EmbeddedIcon;

const CHOICES: readonly ChoiceGroup[] = [
  {
    name: 'view',
    legend: 'View',
    options: [
      { value: 'side', label: 'Side by side' },
      { value: 'swipe', label: 'Swipe' },
      { value: 'onion', label: 'Onion skin' },
      { value: 'blink', label: 'Blink', moves: true },
    ],
  },
  {
    name: 'side',
    legend: 'Size in px',
    options: ['32', '64', '128', '256'].map((value) => ({ value, label: value })),
    selected: '128',
  },
  BACKGROUND_GROUP,
];

function header(diff: IconDiff): string {
  const { before, after } = diff;
  const level = releaseLevelOf(entriesOf(diff));
  const release = level === undefined ? '' : ` · Suggested release: <strong>${level}</strong>`;
  return `<header class="head"><div class="head__words">
<h1>Icon changes: <span class="version">${escapeHtml(before.label)}</span> → <span class="version">${escapeHtml(after.label)}</span></h1>
<p class="soft">${iconCount(before.count)} → ${iconCount(after.count)} · ${diff.unchanged} unchanged${release}</p>
</div><form class="controls" aria-label="Page" hidden>${choiceGroup(THEME_GROUP)}</form></header>`;
}

function iconCount(count: number): string {
  return `${count} ${count === 1 ? 'icon' : 'icons'}`;
}

function groupLinks(diff: IconDiff): string {
  const items = changeCounts(diff).flatMap(([kind, count]) =>
    count === 0
      ? []
      : `<li><a href="#${kind}">${KIND_TITLES[kind]} <span class="count">${count}</span></a></li>`,
  );
  return `<nav class="groups" aria-label="Groups of changes"><ul>${items.join('')}<li><a href="#changelog">Changelog</a></li></ul></nav>`;
}

function sectionsOf(diff: IconDiff, embed: EmbedIcon): string {
  const pair = (each: IconPair) => pairCard(each, embed(each.before), embed(each.after));
  const same = (each: IconPair) => samePictureCard(each, embed(each.after));
  const small = 'cards cards--small';
  return [
    section(
      'removed',
      small,
      diff.removed.map((icon) => singleCard(embed(icon), 'del')),
    ),
    section('renamed', 'cards', diff.renamed.map(pair)),
    section('changed', 'cards', diff.changed.map(pair)),
    section(
      'added',
      small,
      diff.added.map((icon) => singleCard(embed(icon), 'ins')),
    ),
    section('metadata', 'cards cards--text', diff.metadata.map(same)),
    section('rewritten', small, diff.rewritten.map(same)),
    diff.aliases.length === 0
      ? ''
      : `<section id="aliases"><h2>${KIND_TITLES.aliases} <span class="count">${diff.aliases.length}</span></h2>${aliasCard(diff.aliases)}</section>`,
    changelog(diff),
  ].join('\n');
}

function section(kind: ChangeKind, style: string, cards: readonly string[]): string {
  if (cards.length === 0) return '';
  return `<section id="${kind}"><h2>${KIND_TITLES[kind]} <span class="count">${cards.length}</span></h2>
<div class="${style}">${cards.join('\n')}</div></section>`;
}

function changelog(diff: IconDiff): string {
  const entries = entriesOf(diff);
  const lists = RELEASE_LEVELS.flatMap((level) => {
    const items = entries
      .filter((entry) => entry.level === level)
      .map(({ text }) => `<li>${escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>')}</li>`);
    return items.length > 0 ? [`<h3>${LEVEL_TITLES[level]}</h3><ul>${items.join('')}</ul>`] : [];
  });
  return `<section id="changelog"><h2>Changelog</h2><div class="card changelog">${lists.join('')}</div></section>`;
}
