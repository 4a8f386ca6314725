import { escapeHtml } from '../../core/escape.ts';
import {
  type ChoiceGroup,
  choiceGroup,
  FIND_FIELD,
  THEME_GROUP,
} from '../../design/report-controls.ts';
import { renderReportPage } from '../../design/report-page.ts';
import { encodePng } from '../../diff/png.ts';
import type { OpaqueImage } from '../image.ts';
import type { BrowserResult, NotCompared, VerifyResult } from '../model.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import {
  amountText,
  browserLabel,
  byIcon,
  iconCount,
  type MergedDifference,
  mergeDifferences,
} from './text.ts';

/** Renders the result as one self-contained page. */
export function renderHtml(result: VerifyResult): string {
  const { browsers, iconCount: count } = result;
  const differing = new Set(
    browsers.flatMap(({ differences }) => differences.map(({ icon }) => icon.name)),
  );
  const verdict =
    differing.size === 0
      ? 'Every compared icon looks like its source.'
      : `${iconCount(differing.size)} of ${count} ${differing.size === 1 ? 'differs' : 'differ'} from ${differing.size === 1 ? 'its source' : 'their sources'}.`;
  return renderReportPage({
    title: `iconloom verify: ${differing.size === 0 ? 'no differences' : `${differing.size} different`}`,
    style: PAGE_STYLE,
    script: PAGE_SCRIPT,
    body: `<header class="head"><div class="head__words">
<h1>Icons in real browsers</h1>
<p class="verdict ${differing.size === 0 ? 'good' : 'bad'}">${verdict}</p>
${summary(browsers)}
</div><form class="controls" aria-label="Page" hidden>${choiceGroup(THEME_GROUP)}</form></header>
${differing.size === 0 ? '' : TOOLS}
<main>
${browsers.map(section).join('\n')}
</main>
<footer class="foot"><p>Each icon is drawn from the built sprite, by <code>&lt;use&gt;</code> from the file and from a sprite in the page, on white and on a strong color, and compared with its source file as <code>&lt;img&gt;</code> in the same browser. Differing pixels are marked in red.</p></footer>`,
  });
}

function summary(browsers: readonly BrowserResult[]): string {
  const rows = browsers.map((each) => {
    const count = byIcon(each.differences).length;
    const link = count === 0 ? '0' : `<a href="#${each.engine}">${count}</a>`;
    return `<tr><th scope="row">${escapeHtml(browserLabel(each))}</th><td>${each.equalCount}</td><td${count > 0 ? ' class="bad"' : ''}>${link}</td><td>${each.notCompared.length}</td></tr>`;
  });
  return `<table class="summary"><thead><tr><th scope="col">Browser</th><th scope="col">Equal</th><th scope="col">Different</th><th scope="col">Not compared</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const USE_GROUP: ChoiceGroup = {
  name: 'use',
  legend: 'Sprite',
  options: [
    { value: 'all', label: 'All' },
    { value: 'external', label: 'External' },
    { value: 'inlined', label: 'Inlined' },
  ],
};

const TOOLS = `<form class="controls tools" aria-label="Filter" hidden>${FIND_FIELD}${choiceGroup(USE_GROUP)}<output class="found"></output></form>`;

function section(result: BrowserResult): string {
  const groups = byIcon(result.differences);
  const cards = groups.flatMap((group) => mergeDifferences(group).map(card));
  const list = cards.length > 0 ? `<div class="cards">${cards.join('\n')}</div>` : '';
  const fine = groups.length === 0 ? '<p class="soft">No differences.</p>' : '';
  return `<section id="${result.engine}"><h2>${escapeHtml(browserLabel(result))} <span class="count">${groups.length === 0 ? '' : `${groups.length} different`}</span></h2>
${fine}${list}${notComparedList(result.notCompared)}</section>`;
}

function card(finding: MergedDifference): string {
  const { icon, uses, pictures } = finding;
  return `<article class="card" data-name="${escapeHtml(icon.name.toLowerCase())}" data-use="${uses.join(' ')}"><h3>${escapeHtml(icon.name)}</h3>
<p class="uses">${uses.map((use) => `<span class="badge">${use}</span>`).join('')} ${escapeHtml(amountText(finding))}</p>
<p class="soft">${escapeHtml(icon.file)}</p>
${pictures ? pictureRow(pictures, icon.name) : '<p class="soft">No pictures: too many icons differ.</p>'}</article>`;
}

function pictureRow(pictures: NonNullable<MergedDifference['pictures']>, name: string): string {
  const { source, sprite, difference } = pictures;
  const wide = Math.max(source.width / source.height, 1);
  return `<div class="pictures" style="--wide:${round(wide)};--ratio:${round(source.width / source.height)}">${[
    figure(source, `Source of ${name}`, 'Source'),
    figure(sprite, `${name} from the sprite`, 'Sprite'),
    figure(difference, `Difference of ${name}`, 'Difference'),
  ].join('')}</div>`;
}

function figure({ width, height, pixels }: OpaqueImage, alt: string, caption: string): string {
  const data = Buffer.from(encodePng(width, height, pixels)).toString('base64');
  return `<figure class="picture"><div class="picture__ground"><img src="data:image/png;base64,${data}" width="${width}" height="${height}" alt="${escapeHtml(alt)}"></div><figcaption class="picture__name">${caption}</figcaption></figure>`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function notComparedList(all: readonly NotCompared[]): string {
  if (all.length === 0) return '';
  const reasons = new Map<string, string[]>();
  for (const { icon, reason } of all) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), icon.name]);
  }
  const items = [...reasons].map(
    ([reason, names]) =>
      `<dt>${escapeHtml(reason)} <span class="count">${names.length}</span></dt><dd>${names.map(escapeHtml).join(', ')}</dd>`,
  );
  return `<details><summary>${iconCount(all.length)} not compared</summary><dl>${items.join('')}</dl></details>`;
}
