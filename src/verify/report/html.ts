import { createHash } from 'node:crypto';
import { escapeHtml } from '../../core/escape.ts';
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
  const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  const verdict =
    differing.size === 0
      ? 'Every compared icon looks like its source.'
      : `${iconCount(differing.size)} of ${count} ${differing.size === 1 ? 'differs' : 'differ'} from ${differing.size === 1 ? 'its source' : 'their sources'}.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>iconloom verify: ${differing.size === 0 ? 'no differences' : `${differing.size} different`}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Icons in real browsers</h1>
<p class="verdict ${differing.size === 0 ? 'good' : 'bad'}">${verdict}</p>
${summary(browsers)}
</header>
${differing.size === 0 ? '' : TOOLS}
<main>
${browsers.map(section).join('\n')}
</main>
<footer><p>Each icon is drawn from the built sprite, by <code>&lt;use&gt;</code> from the file and from a sprite in the page, on white and on a strong color, and compared with its source file as <code>&lt;img&gt;</code> in the same browser. Differing pixels are marked in red.</p></footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function summary(browsers: readonly BrowserResult[]): string {
  const rows = browsers.map((each) => {
    const count = byIcon(each.differences).length;
    const link = count === 0 ? '0' : `<a href="#${each.engine}">${count}</a>`;
    return `<tr><th scope="row">${escapeHtml(browserLabel(each))}</th><td>${each.equalCount}</td><td${count > 0 ? ' class="bad"' : ''}>${link}</td><td>${each.notCompared.length}</td></tr>`;
  });
  return `<table class="summary"><thead><tr><th scope="col">Browser</th><th scope="col">Equal</th><th scope="col">Different</th><th scope="col">Not compared</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const TOOLS = `<div class="tools" hidden><form aria-label="Filter">
<label>Find <input type="search" name="find" placeholder="Name of an icon"></label>
<fieldset><legend>Show</legend>
<label><input type="radio" name="use" value="" checked><span>All</span></label>
<label><input type="radio" name="use" value="external"><span>External</span></label>
<label><input type="radio" name="use" value="inlined"><span>Inlined</span></label>
</fieldset><output></output>
</form></div>`;

function section(result: BrowserResult): string {
  const groups = byIcon(result.differences);
  const cards = groups.flatMap((group) => mergeDifferences(group).map(card));
  const list = cards.length > 0 ? `<div class="cards">${cards.join('\n')}</div>` : '';
  const fine = groups.length === 0 ? '<p class="soft">No differences.</p>' : '';
  return `<section id="${result.engine}"><h2>${escapeHtml(browserLabel(result))} <small>${groups.length === 0 ? '' : `${groups.length} different`}</small></h2>
${fine}${list}${notComparedList(result.notCompared)}</section>`;
}

function card(finding: MergedDifference): string {
  const { icon, uses, background, pictures } = finding;
  const pictureRow = pictures
    ? `<div class="three">${figure(pictures.source, `Source of ${icon.name}`, 'source', background)}${figure(pictures.sprite, `${icon.name} from the sprite`, 'sprite', background)}${figure(pictures.difference, `Difference of ${icon.name}`, 'difference', 'white')}</div>`
    : '<p class="soft">No pictures: too many icons differ.</p>';
  return `<article data-name="${escapeHtml(icon.name)}" data-use="${uses.join(' ')}"><h3>${escapeHtml(icon.name)}</h3>
<p>${uses.map((use) => `<span class="tag">${use}</span> `).join('')}${escapeHtml(amountText(finding))}</p>
<p class="soft file">${escapeHtml(icon.file)}</p>
${pictureRow}</article>`;
}

function figure(picture: OpaqueImage, alt: string, caption: string, background: string): string {
  const { width, height, pixels } = picture;
  const data = Buffer.from(encodePng(width, height, pixels)).toString('base64');
  return `<figure><img class="${background}" src="data:image/png;base64,${data}" width="${width}" height="${height}" alt="${escapeHtml(alt)}"><figcaption>${caption}</figcaption></figure>`;
}

function notComparedList(all: readonly NotCompared[]): string {
  if (all.length === 0) return '';
  const reasons = new Map<string, string[]>();
  for (const { icon, reason } of all) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), icon.name]);
  }
  const items = [...reasons].map(
    ([reason, names]) =>
      `<dt>${escapeHtml(reason)} <small>${names.length}</small></dt><dd>${names.map(escapeHtml).join(', ')}</dd>`,
  );
  return `<details><summary>${iconCount(all.length)} not compared</summary><dl>${items.join('')}</dl></details>`;
}
