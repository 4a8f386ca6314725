import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, type Subject, useOf } from './studio.ts';

/** Says at a glance whether a drawing is shifted, turned, mirrored or cut. */
const ARROW =
  '<path fill="#06c" d="M2 2h12v4H6v16H2z"/><circle cx="18" cy="18" r="4" fill="#c30"/>';
const WIDE = '<path d="M2 2h20v9H2z"/>';
const TWO = '<path class="a" d="M2 2h20v9H2z"/><path class="b" d="M2 13h20v9H2z"/>';
const BOX = 'viewBox="0 0 24 24"';

const svgOf = (content: string, attributes = BOX) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const styled = (css: string, content = TWO, attributes = BOX) =>
  svgOf(
    `<style>${css.replaceAll('&', '&amp;').replaceAll('>', '&gt;')}</style>${content}`,
    attributes,
  );

/** Drawings whose root or rules are easily lost, in groups that share a sprite. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'roots that are transformed': {
    'origin-top': svgOf(ARROW, `${BOX} transform="rotate(20)" transform-origin="top"`),
    'origin-bottom': svgOf(ARROW, `${BOX} transform="rotate(20)" transform-origin="bottom"`),
    'origin-left': svgOf(ARROW, `${BOX} transform="rotate(20)" transform-origin="left"`),
    'origin-top-right': svgOf(ARROW, `${BOX} transform="rotate(20)" transform-origin="top right"`),
    'origin-px': svgOf(ARROW, `${BOX} transform="rotate(20)" transform-origin="6px 18px"`),
    'origin-percent': svgOf(
      ARROW,
      `${BOX} style="transform:rotate(20deg);transform-origin:25% 75%"`,
    ),
    'negative-box': svgOf(ARROW, 'viewBox="-6 -6 36 36" transform="rotate(30)"'),
    'css-list': svgOf(ARROW, `${BOX} style="transform:scaleX(-1) rotate(.1turn)"`),
    'css-skew': svgOf(ARROW, `${BOX} style="transform:skew(10deg)"`),
    'css-skew-x': svgOf(ARROW, `${BOX} style="transform:skewX(10deg)"`),
    'css-percent': svgOf(ARROW, `${BOX} style="transform:translate(25%,0)"`),
    'css-3d': svgOf(ARROW, `${BOX} style="transform:rotate(90deg) translateZ(0)"`),
    'css-rotate': svgOf(ARROW, `${BOX} style="rotate:90deg"`),
    'css-scale': svgOf(ARROW, `${BOX} style="scale:.5"`),
    'rule-of-class': styled('.r{transform:rotate(90deg)}', ARROW, `${BOX} class="r"`),
    'rule-of-type': styled('svg{transform:rotate(90deg)}', ARROW),
  },

  'roots with effects': {
    'opacity-by-rule': styled('.r{opacity:.4}', TWO, `${BOX} class="r"`),
    'opacity-by-style': svgOf(TWO, `${BOX} style="opacity:.4"`),
    'filter-by-style': svgOf(ARROW, `${BOX} style="filter:hue-rotate(90deg)"`),
    'filter-by-attribute': svgOf(
      `<filter id="f"><feColorMatrix type="saturate" values="0"/></filter>${ARROW}`,
      `${BOX} filter="url(#f)"`,
    ),
    'clip-by-style': svgOf(
      `<clipPath id="c"><circle cx="12" cy="12" r="8"/></clipPath>${ARROW}`,
      `${BOX} style="clip-path:url(#c)"`,
    ),
    'class-in-media': styled('@media screen{.r{fill:#c0c}}', WIDE, `${BOX} class="r"`),
    'color-for-children': svgOf(
      '<path fill="currentColor" d="M2 2h20v9H2z"/><path stroke="currentColor" d="M2 14h20"/>',
      `${BOX} color="#0a0"`,
    ),
    'color-by-style': svgOf(
      '<path fill="currentColor" d="M2 2h20v9H2z"/>',
      `${BOX} style="color:#0a0"`,
    ),
    'overflow-visible': svgOf(
      '<circle cx="12" cy="12" r="14" fill="#06c"/>',
      `${BOX} overflow="visible"`,
    ),
    'visibility-hidden': svgOf(
      `<g>${WIDE}</g><path visibility="visible" fill="#06c" d="M2 13h20v9H2z"/>`,
      `${BOX} visibility="hidden"`,
    ),
    'current-color-with-gradient': svgOf(
      '<linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#a)" d="M2 2h20v9H2z"/><path fill="currentColor" d="M2 13h20v9H2z"/>',
      `${BOX} color="#0a0"`,
    ),
  },

  'rules that become attributes': {
    order: styled('.a{fill:#f00}.a{fill:#00f}'),
    specificity: styled(
      '#x{fill:#0a0}.a.b{fill:#00f}.a{fill:#f00}path{fill:#ff0}',
      '<path id="x" class="a b" d="M2 2h20v5H2z"/><path class="a b" d="M2 9h20v5H2z"/><path d="M2 16h20v5H2z"/>',
    ),
    'important-over-style': styled(
      '.a{fill:#0a0!important}',
      '<path class="a" style="fill:#f00" d="M2 2h20v20H2z"/>',
    ),
    'style-over-rule': styled(
      '#x{fill:#f00}',
      '<path id="x" style="fill:#0a0" d="M2 2h20v20H2z"/>',
    ),
    'star-over-attribute': styled('*{fill:#0a0}', '<path fill="#f00" d="M2 2h20v20H2z"/>'),
    'title-counts': svgOf(
      `<title>x</title><style>path:first-child{fill:#f00}path:nth-child(3){fill:#0a0}</style>${TWO}`,
    ),
    'data-attribute': styled(
      '[data-name="x"]{fill:#0a0}',
      '<path data-name="x" d="M2 2h20v20H2z"/>',
    ),
    'empty-value': styled('.a{fill:#0a0}.a{fill:}'),
    'unknown-value': styled('.a{fill:#0a0}.a{fill:12px}'),
    geometry: styled('.c{x:3px;width:12px}', '<rect class="c" y="3" width="3" height="9"/>'),
    'geometry-of-a-circle': styled('.c{cx:12px;r:9px}', '<circle class="c" cy="12" r="2"/>'),
    'geometry-in-style': svgOf('<rect style="x:3px;width:12px" y="3" width="3" height="9"/>'),
    marker: styled(
      '.a{marker:url(#m);fill:none;stroke:#06c}',
      '<marker id="m" markerWidth="6" markerHeight="6" refX="3" refY="3"><path d="M0 0h6v6H0z"/></marker><path class="a" d="M4 4h16v16"/>',
    ),
    'variable-in-a-fallback': styled(':root{--b:#0a0}.a{fill:var(--x, var(--b))}'),
    'variable-from-above': styled(
      ':root{--b:#0a0}.g{--a:var(--b)}.h{--b:#f00}.a{fill:var(--a)}',
      `<g class="g"><g class="h">${TWO}</g></g>`,
    ),
    'variable-in-a-circle': styled(':root{--a:var(--b);--b:var(--a)}.a{fill:var(--a,#0a0)}'),
    'outside-with-fallback': styled('.a{fill:url(nowhere.svg#x) #0a0}'),
    'blend-mode': styled(
      '.b{mix-blend-mode:multiply;fill:#0cf}',
      '<path fill="#fc0" d="M2 2h14v14H2z"/><path class="b" d="M8 8h14v14H8z"/>',
    ),
    'print-only': svgOf(`<style media="print">.a{fill:#f00}</style>${TWO}`),
    'of-another-language': svgOf(`<style type="text/less">.a{fill:#f00}</style>${TWO}`),
    'invalid-in-a-list': styled('.a,..b{fill:#f00}.b{fill:#0a0}'),
    'rules-in-rules': styled(
      'g{fill:#f00;.a{fill:#0a0;& + &{fill:#c0c}}> .b{stroke:#06c;stroke-width:2}fill:#fc0}',
      `<g>${TWO}<path class="a" d="M2 11h20v2H2z"/></g>`,
    ),
    'rules-in-a-list': styled('#x,path{&{fill:#0a0}stroke:#06c}path.a{fill:#f00;stroke:#c0c}'),
  },

  'rules that stay': {
    'child-of-svg': styled('@media screen{svg>.a{fill:#0a0}}'),
    'child-of-root': styled('@media screen{:root>.a{fill:#0a0}}'),
    'below-svg': styled('@media screen{svg .a{fill:#0a0}}'),
    'svg-itself': styled('@media screen{svg{fill:#0a0}}'),
    'root-itself': styled('@media screen{:root{fill:#0a0}}'),
    'svg-with-class': styled('@media screen{svg.r>.a{fill:#0a0}}', TWO, `${BOX} class="r"`),
    everything: styled('@media screen{*{fill:#0a0}}'),
    type: styled('@media screen{path{fill:#0a0}}'),
    'not-class': styled('@media screen{path:not(.a){fill:#0a0}}'),
    'rule-over-rule': styled('.a{fill:#f00}@media screen{path{stroke:#0a0;stroke-width:3}}'),
    supports: styled('@supports (fill:red){.a{fill:#0a0}}'),
    layer: styled('@layer x{.a{fill:#f00}}.a{fill:#0a0}'),
    keyframes: styled('@keyframes k{from,to{fill:#0a0}}.a{animation:k 10s infinite paused}'),
    'keyframes-in-quotes': styled(
      '@keyframes "my k"{from,to{fill:#06c}}.a{animation:10s infinite paused "my k"}',
    ),
    'keyframes-in-style': styled(
      '@keyframes k{from,to{fill:#c0c}}',
      '<path style="animation:k 10s infinite paused" d="M2 2h20v20H2z"/>',
    ),
    'variable-in-media': styled(':root{--c:#f00}@media screen{:root{--c:#0a0}}.a{fill:var(--c)}'),
    'rules-in-rules-in-media': styled(
      'svg,g{fill:#f00;@media screen{.a{fill:#0a0}fill:#06c;path:not(.a){stroke:#c0c;stroke-width:3}}}',
    ),
    'rules-in-the-document': styled('@media screen{&{fill:#06c}& > .a{fill:#0a0}}'),
    // None of the rules above may reach it.
    plain: svgOf(`<g>${TWO}</g>`),
  },
};

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
});

afterAll(() => studio?.close());

describe.each(
  Object.keys(GROUPS).flatMap((group) => [
    [group, 'as built by default', true] as const,
    [group, 'as plain symbols', false] as const,
  ]),
)('%s, %s', (group, _, portable) => {
  const drawings = GROUPS[group] ?? {};
  const names = Object.keys(drawings);
  /** What is off, by name. */
  let external: Readonly<Record<string, string>>;
  let inlined: Readonly<Record<string, string>>;

  beforeAll(async () => {
    // One that is refused is missing from the sprite, and so told as blank.
    const files = await buildDrawings(drawings, { portable, keepGoing: true });
    const sprite = files.get('sprite.svg') ?? '';
    studio.files.set('/sprite.svg', { type: SVG, body: sprite });
    for (const [name, svg] of Object.entries(drawings)) {
      studio.files.set(`/${name}.svg`, { type: SVG, body: svg });
    }
    const shoot = (subjectOf: (name: string) => Subject, body = ''): Promise<readonly Picture[]> =>
      studio.shoot(names.map(subjectOf), { body, scale: 4 });
    const drawn = await shoot((name) => imageOf(`/${name}.svg`, 24, 24));
    external = wrongOnes(names, drawn, await shoot((name) => useOf(`/sprite.svg#${name}`, 24, 24)));
    inlined = wrongOnes(
      names,
      drawn,
      await shoot((name) => useOf(`#${name}`, 24, 24), inlineSprite(sprite)),
    );
  });

  test.each(names)('%s looks like its drawing, external and inlined', (name) => {
    expect({
      external: external[name] ?? 'right',
      inlined: inlined[name] ?? 'right',
    }).toEqual({ external: 'right', inlined: 'right' });
  });
});
