import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Scenery, type Studio, useOf } from './studio.ts';

const ARROW =
  '<path fill="#06c" d="M2 2h12v4H6v16H2z"/><circle cx="18" cy="18" r="4" fill="#c30"/>';
const BACKGROUND = '<path fill="#ddd" d="M0 0h24v24H0z"/>';
const GRADIENT =
  '<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#a)" d="M2 2h20v20H2z"/>';

const svg = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
const percent = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`;
const base64 = (text: string) =>
  `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
const image = (inner: string, place = 'width="24" height="24"') =>
  `<image ${place} href="${percent(inner)}"/>`;
const on = (inner: string, place?: string) => svg(BACKGROUND + image(inner, place));
const tiny = (box: string, side: number) =>
  svg(
    `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#g)" d="M0 0h${side}v${side}H0z"/><circle cx="${side / 2}" cy="${side / 2}" r="${side / 4}" fill="#fff" opacity=".5"/>`,
    `viewBox="${box}"`,
  );
const animated = (attributes: string, animation: string) =>
  svg(`<path ${attributes} fill="#06c" d="M2 2h9v9H2z">${animation}</path>`);

const DRAWINGS: Readonly<Record<string, string>> = {
  // SVG images
  whole: on(svg(ARROW)),
  'in-base64': svg(`${BACKGROUND}<image width="24" height="24" href="${base64(svg(ARROW))}"/>`),
  'in-a-part': svg(image(svg(ARROW), 'x="4" y="6" width="12" height="12"')),
  'like-our-own-but-smaller': svg(image(svg(ARROW), 'width="4" height="4"').replaceAll('%20', ' ')),
  'ratio-none': on(svg(ARROW), 'width="24" height="12" preserveAspectRatio="none"'),
  'ratio-slice': on(svg(ARROW), 'width="24" height="12" preserveAspectRatio="xMinYMin slice"'),
  'ratio-meet': on(svg(ARROW), 'width="24" height="12"'),
  'ratio-inside': on(
    svg(ARROW, 'viewBox="0 0 24 24" preserveAspectRatio="none"'),
    'width="24" height="12"',
  ),
  'size-and-viewbox': on(svg(ARROW, 'width="12" height="24" viewBox="0 0 24 24"')),
  'size-without-viewbox': on(svg(ARROW, 'width="24" height="24"'), 'width="24" height="12"'),
  'place-without-size': on(svg(ARROW, 'width="12" height="12" viewBox="0 0 24 24"'), ''),
  'place-with-a-width': on(svg(ARROW, 'width="12" height="18" viewBox="0 0 24 36"'), 'width="16"'),
  'size-in-percent': on(
    svg(ARROW, 'width="100%" height="100%" viewBox="0 0 24 24"'),
    'width="24" height="20"',
  ),
  overflow: on(svg('<circle cx="24" cy="24" r="12"/>', 'viewBox="0 0 24 24" overflow="visible"')),
  'equal-ids': svg(
    GRADIENT + image(svg(GRADIENT.replace('red', '#0a0')), 'width="12" height="12"'),
  ),
  'style-sheet': on(
    svg(
      '<style>.a{fill:#c30}@media (min-width:1px){.b{fill:#06c}}</style><path class="a" d="M2 2h9v20H2z"/><path class="b" d="M13 2h9v20h-9z"/>',
    ),
  ),
  'current-color': on(svg('<path fill="currentColor" d="M2 2h20v20H2z"/>')),
  'current-color-in-our-own-form': svg(
    image(svg('<path fill="currentColor" d="M2 2h20v20H2z"/>')).replaceAll('%20', ' '),
  ),
  'three-deep': on(on(on(svg(ARROW), 'x="4" y="4" width="16" height="16"'))),
  text: on(svg('<text y="16" font-family="sans-serif" font-size="12">Abc</text>')),
  'in-a-filter': svg(
    `<filter id="f" x="0" y="0" width="1" height="1"><feImage href="${percent(svg(ARROW))}"/></filter><rect width="24" height="24" filter="url(#f)"/>`,
  ),
  clipped: svg(
    `<clipPath id="c"><circle cx="12" cy="12" r="10"/></clipPath><g clip-path="url(#c)" opacity=".6">${image(svg(ARROW))}</g>`,
  ),
  'mask-inside': on(
    svg(
      '<mask id="m"><circle cx="12" cy="12" r="9" fill="#fff"/></mask><path mask="url(#m)" d="M0 0h24v24H0z"/>',
    ),
  ),
  // The image form
  tiny: tiny('0 0 .4 .4', 0.4),
  tinier: tiny('0 0 .01 .01', 0.01),
  'tiny-aside': tiny('-.2 -.2 .4 .4', 0.2),
  'tiny-text': svg('<text y=".3" font-size=".3">A</text>', 'viewBox="0 0 .4 .4"'),
  'code-in-a-text': svg('<text y="16" font-size="6">{{1}}[[&lt;%</text>'),
  // Blending
  blend: svg('<path style="mix-blend-mode:overlay" fill="#06c" d="M2 2h20v20H2z"/>'),
  'blend-group': svg(
    '<rect width="14" height="14" fill="#803"/><g style="mix-blend-mode:screen"><rect x="8" y="8" width="14" height="14" fill="#084"/></g>',
  ),
  'blend-root': svg(
    '<rect width="14" height="14" fill="#803"/><rect x="8" y="8" width="14" height="14" fill="#084"/>',
    'viewBox="0 0 24 24" style="mix-blend-mode:difference"',
  ),
  'blend-rule': svg(
    '<style>.s{mix-blend-mode:multiply}</style><rect width="14" height="14" fill="#803"/><rect class="s" x="8" y="8" width="14" height="14" fill="#084"/>',
  ),
  'blend-with-the-page-color': svg(
    '<rect width="14" height="14" fill="currentColor"/><path d="M6 6h14v14H6z" fill="#08f" style="mix-blend-mode:screen"/>',
  ),
  // Animations that have ended
  animated: animated(
    'opacity=".1"',
    '<animate attributeName="opacity" to="1" dur="1ms" fill="freeze"/>',
  ),
  moved: animated(
    '',
    '<animateTransform attributeName="transform" type="translate" to="9 9" dur="1ms" fill="freeze"/>',
  ),
  set: animated('', '<set attributeName="fill" to="#c30" begin="1ms"/>'),
};
const names = Object.keys(DRAWINGS);
const SIDE = 48;
const GROUNDS = ['#fff', '#7a3cc0'];

let studio: Studio;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  [studio, files] = await Promise.all([
    openStudio(),
    buildDrawings(DRAWINGS, { layouts: ['view', 'defs', 'stack'] }),
  ]);
  for (const [name, body] of Object.entries(DRAWINGS)) {
    studio.files.set(`/${name}.svg`, { type: SVG, body });
  }
  for (const [path, body] of files) {
    if (path.endsWith('.svg')) studio.files.set(`/built/${path}`, { type: SVG, body });
  }
});

afterAll(() => studio?.close());

function shoot(
  way: typeof useOf,
  urlOf: (name: string) => string,
  scenery: Scenery,
): Promise<readonly Picture[]> {
  return studio.shoot(
    names.map((name) => way(urlOf(name), SIDE, SIDE)),
    scenery,
  );
}

test('all are built', () => {
  expect(files.get('sprite.svg')?.match(/<symbol /g)).toHaveLength(names.length);
});

describe.each(GROUNDS)('on %s every drawing looks like its file', (ground) => {
  const scenery = { head: `<style>body{background:${ground}}</style>` };
  let drawn: readonly Picture[];

  beforeAll(async () => {
    drawn = await shoot(imageOf, (name) => `/${name}.svg`, scenery);
  });

  test.each<readonly [string, typeof useOf, string]>([
    ['an external sprite', useOf, '/built/sprite.svg'],
    ['layout defs', useOf, '/built/sprite-defs.svg'],
    ['layout stack', imageOf, '/built/sprite-stack.svg'],
    ['layout view', imageOf, '/built/sprite-view.svg'],
  ])('in %s', async (_, way, file) => {
    const shown = await shoot(way, (name) => `${file}#${name}`, scenery);
    expect(wrongOnes(names, drawn, shown)).toEqual({});
  });

  test('in an inlined sprite', async () => {
    const body = inlineSprite(files.get('sprite.svg') ?? '');
    const shown = await shoot(useOf, (name) => `#${name}`, { ...scenery, body });
    expect(wrongOnes(names, drawn, shown)).toEqual({});
  });
});

test('no text stands in any layout, and none in the page', async () => {
  for (const [path, contents] of files) {
    if (path.endsWith('.svg'))
      expect({ path, text: /<text\b/.exec(contents) }).toEqual({ path, text: null });
  }
  expect((await studio.textOf(inlineSprite(files.get('sprite.svg') ?? ''))).trim()).toBe('');
});
