import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, useOf } from './studio.ts';

interface Case {
  readonly svg: string;
  /** Size in CSS px of the box that the drawing and its symbol are shown in. */
  readonly width: number;
  readonly height: number;
}

/** Device pixels in a CSS px: the smallest box is 96 of them wide. */
const SCALE = 4;

/** A drawing shown at 24 px, the natural size of most of those below. */
function square(content: string, attributes = 'viewBox="0 0 24 24"'): Case {
  return inBox(24, 24, content, attributes);
}

function inBox(width: number, height: number, content: string, attributes: string): Case {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
  return { svg, width, height };
}

const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
/** Says at a glance whether a drawing is shifted, turned, mirrored or cut. */
const ARROW =
  '<path fill="#06c" d="M2 2h12v4H6v16H2z"/><circle cx="18" cy="18" r="4" fill="#c30"/>';

/** Drawings that are easily drawn wrong from a sprite, in groups that share a sprite. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  'equal ids': {
    'gradient-red': square(
      '<defs><linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#ff0"/></linearGradient></defs><path fill="url(#a)" d="M2 2h20v20H2z"/>',
    ),
    'gradient-blue': square(
      '<defs><linearGradient id="a" gradientTransform="rotate(90)"><stop stop-color="#00f"/><stop offset="1" stop-color="#0ff"/></linearGradient></defs><path fill="url(#a)" d="M2 2h20v20H2z"/>',
    ),
    'gradient-chain': square(
      `<defs><linearGradient id="b"><stop stop-color="#0a0"/><stop offset="1" stop-color="#ff0"/></linearGradient><radialGradient id="a" ${XLINK} xlink:href="#b" cx="8" cy="8" r="14" gradientUnits="userSpaceOnUse"/></defs><path fill="url(#a)" d="M2 2h20v20H2z"/>`,
    ),
    'clip-left': square(
      '<clipPath id="a"><path d="M0 0h12v24H0z"/></clipPath><circle clip-path="url(#a)" cx="12" cy="12" r="10"/>',
    ),
    'clip-top': square(
      '<clipPath id="a"><path d="M0 0h24v12H0z"/></clipPath><circle clip-path="url(#a)" cx="12" cy="12" r="10"/>',
    ),
    'mask-left': square(
      '<mask id="a"><path fill="#fff" d="M0 0h8v24H0z"/></mask><g mask="url(#a)"><circle cx="12" cy="12" r="10"/></g>',
    ),
    'mask-top': square(
      '<mask id="a"><path fill="#fff" d="M0 0h24v8H0z"/></mask><g mask="url(#a)"><circle cx="12" cy="12" r="10"/></g>',
    ),
    'filter-soft': square(
      '<filter id="a"><feGaussianBlur stdDeviation="2"/></filter><path filter="url(#a)" d="M6 6h12v12H6z"/>',
    ),
    'filter-shifted': square(
      '<filter id="a"><feOffset dx="4" dy="4"/></filter><path filter="url(#a)" d="M6 6h12v12H6z"/>',
    ),
    'pattern-dots': square(
      '<pattern id="a" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="2"/></pattern><path fill="url(#a)" d="M0 0h24v24H0z"/>',
    ),
    'pattern-bars': square(
      '<pattern id="a" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0h3v6H0z"/></pattern><path fill="url(#a)" d="M0 0h24v24H0z"/>',
    ),
    'marker-triangle': square(
      '<marker id="a" markerWidth="4" markerHeight="4" refX="2" refY="2"><path d="M0 0l4 2-4 2z"/></marker><path stroke="#06c" stroke-width="2" marker-end="url(#a)" d="M2 12h14"/>',
    ),
    'marker-block': square(
      '<marker id="a" markerWidth="4" markerHeight="4" refX="2" refY="2"><path d="M0 0h4v4H0z"/></marker><path stroke="#06c" stroke-width="2" marker-end="url(#a)" d="M2 12h14"/>',
    ),
    // A name made of id and scope must not run into another: a-b + c, a + b-c.
    'a-b': square(
      '<linearGradient id="c"><stop stop-color="#f00"/></linearGradient><path fill="url(#c)" d="M2 2h20v20H2z"/>',
    ),
    a: square(
      '<linearGradient id="b_c"><stop stop-color="#00f"/></linearGradient><linearGradient id="b_a"><stop stop-color="#0a0"/></linearGradient><path fill="url(#b_c)" d="M2 2h20v10H2z"/><path fill="url(#b_a)" d="M2 12h20v10H2z"/>',
    ),
    'a-a': square(
      '<linearGradient id="a"><stop stop-color="#f0f"/></linearGradient><path fill="url(#a)" d="M2 2h20v20H2z"/>',
    ),
  },

  'ids written in other ways': {
    'quoted-double': square(
      `<linearGradient id="a"><stop stop-color="#f00"/></linearGradient><path fill='url("#a")' d="M2 2h20v20H2z"/>`,
    ),
    'quoted-single': square(
      `<linearGradient id="a"><stop stop-color="#0a0"/></linearGradient><path style="fill:url( '#a' )" d="M2 2h20v20H2z"/>`,
    ),
    'percent-encoded': square(
      '<linearGradient id="é1"><stop stop-color="#00f"/></linearGradient><path fill="url(#%C3%A91)" d="M2 2h20v20H2z"/>',
    ),
    'percent-in-link': square(
      '<defs><path id="a%b" fill="#c0c" d="M2 2h20v20H2z"/></defs><use href="#a%25b"/>',
    ),
    'with-fallback': square(
      '<linearGradient id="a"><stop stop-color="#088"/></linearGradient><path fill="url(#a) #f00" d="M2 2h20v20H2z"/>',
    ),
    'css-escape': square(
      `<linearGradient id="a.b"><stop stop-color="#840"/></linearGradient><path fill="url(#a\\.b)" d="M2 2h20v20H2z"/>`,
    ),
    'dangling-fallback': square('<path fill="url(#nothing) #f80" d="M2 2h20v20H2z"/>'),
  },

  geometry: {
    'no-view-box': inBox(40, 60, ARROW, 'width="24px" height="36px"'),
    'no-view-box-percent': inBox(
      40,
      40,
      '<rect width="50%" height="100%" fill="#06c"/>',
      'width="24" height="24"',
    ),
    'negative-origin': square(ARROW, 'viewBox="-4 -6 30 30"'),
    'far-origin': square(
      '<path fill="#06c" d="M1002 1002h12v4h-8v16h-4z"/>',
      'viewBox="1000,1000,24,24"',
    ),
    'other-units': inBox(46, 23, ARROW, 'width="12mm" height="6mm" viewBox="0 0 48 24"'),
    'wide-size': inBox(48, 24, ARROW, 'width="48" height="24" viewBox="0 0 24 24"'),
    'wide-default': inBox(60, 30, ARROW, 'viewBox="0 0 24 24"'),
    'wide-none': inBox(60, 30, ARROW, 'viewBox="0 0 24 24" preserveAspectRatio="none"'),
    'wide-slice': inBox(60, 30, ARROW, 'viewBox="0 0 24 24" preserveAspectRatio="xMinYMin slice"'),
    'tall-slice': inBox(30, 60, ARROW, 'viewBox="0 0 24 24" preserveAspectRatio="xMaxYMax slice"'),
    'tall-meet': inBox(30, 60, ARROW, 'viewBox="0 0 24 24" preserveAspectRatio="xMidYMax"'),
    'over-the-edge': square(
      '<circle cx="12" cy="12" r="14" fill="#06c"/><path stroke="#c30" stroke-width="8" d="M0 0l24 24"/>',
    ),
    'nested-svg': square(
      '<svg x="4" y="4" width="16" height="8" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid"><path fill="#06c" d="M0 0h10v10H0z"/></svg>',
    ),
    tiny: square('<circle cx=".0012" cy=".0012" r=".001"/>', 'viewBox="0 0 .0024 .0024"'),
    huge: square(
      '<circle cx="120000" cy="120000" r="100000" stroke="#c30" stroke-width="20000"/>',
      'viewBox="0 0 240000 240000"',
    ),
  },

  'attributes of the root': {
    opacity: square(
      '<path d="M2 2h14v14H2z"/><path fill="#06c" d="M8 8h14v14H8z"/>',
      'viewBox="0 0 24 24" opacity=".5"',
    ),
    fill: square('<path d="M2 2h20v20H2z"/>', 'viewBox="0 0 24 24" fill="#c30" fill-opacity=".5"'),
    'fill-rule': square(
      '<path d="M2 2h20v20H2zM7 7h10v10H7z"/>',
      'viewBox="0 0 24 24" fill-rule="evenodd"',
    ),
    stroke: square(
      '<path d="M4 12h16M12 4v16"/>',
      'viewBox="0 0 24 24" fill="none" stroke="#06c" stroke-width="4" stroke-linecap="round" stroke-dasharray="5 6"',
    ),
    color: square(
      '<path fill="currentColor" d="M2 2h20v20H2z"/>',
      'viewBox="0 0 24 24" color="#0a0"',
    ),
    style: square(
      '<path d="M4 12h16M12 4v16"/>',
      'viewBox="0 0 24 24" style="fill:none;stroke:#06c;stroke-width:4;enable-background:new 0 0 24 24"',
    ),
    'style-over-attribute': square(
      '<path d="M2 2h20v20H2z"/>',
      'viewBox="0 0 24 24" fill="#f00" style="fill:#0a0;opacity:.5"',
    ),
    'style-variable': square(
      '<path fill="var(--ink, #000)" d="M2 2h20v20H2z"/>',
      'viewBox="0 0 24 24" style="--ink:#c0c"',
    ),
    'transform-turned': square(ARROW, 'viewBox="0 0 24 24" transform="rotate(90)"'),
    'transform-mirrored': square(ARROW, 'viewBox="0 0 24 24" transform="matrix(-1 0 0 1 0 0)"'),
    'style-transform': square(ARROW, 'viewBox="0 0 24 24" style="transform:rotate(90deg)"'),
    'style-transform-nothing': square(
      ARROW,
      'viewBox="0 0 24 24" style="-ms-transform:rotate(360deg);-webkit-transform:rotate(360deg);transform:rotate(360deg)"',
    ),
    'clip-path': square(
      `<clipPath id="a"><path d="M0 0h12v24H0z"/></clipPath>${ARROW}`,
      'viewBox="0 0 24 24" clip-path="url(#a)"',
    ),
    'fill-gradient': square(
      '<linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#ff0"/></linearGradient><path d="M2 2h20v20H2z"/>',
      'viewBox="0 0 24 24" fill="url(#a)"',
    ),
    'transform-origin': square(
      ARROW,
      'viewBox="0 0 24 24" transform="rotate(90)" transform-origin="8 12"',
    ),
    'transform-moved': inBox(
      48,
      48,
      ARROW,
      'viewBox="-2 -2 28 28" width="48" height="48" transform="translate(8 0) scale(.5)"',
    ),
    mask: square(
      `<mask id="a"><path fill="#fff" d="M0 0h12v24H0z"/></mask>${ARROW}`,
      'viewBox="0 0 24 24" mask="url(#a)"',
    ),
  },

  'style sheets': {
    'class-red': square(
      '<style>.cls-1{fill:#f00}.cls-2{fill:none;stroke:#000;stroke-width:2}</style><path class="cls-1" d="M2 2h20v10H2z"/><path class="cls-2" d="M4 15h16v6H4z"/>',
    ),
    'class-blue': square(
      '<style>.cls-1{fill:#00f}.cls-2{fill:none;stroke:#0a0;stroke-width:4}</style><path class="cls-1" d="M2 2h20v10H2z"/><path class="cls-2" d="M4 15h16v6H4z"/>',
    ),
    'class-shared': square(
      '<style>.cls-1{fill:#0a0}</style><path class="cls-1" d="M2 2h20v8H2z"/><path class="cls-1" d="M2 14h20v8H2z"/>',
    ),
    'id-in-style': square('<style>#a{fill:#c0c}</style><path id="a" d="M2 2h20v20H2z"/>'),
    'gradient-in-style': square(
      '<style>.a{fill:url(#a)}.b{fill:url("#b")}</style><linearGradient id="a"><stop stop-color="#f00"/></linearGradient><linearGradient id="b"><stop stop-color="#00f"/></linearGradient><path class="a" d="M2 2h20v10H2z"/><path class="b" d="M2 12h20v10H2z"/>',
    ),
    'class-on-root': square(
      '<style>.cls-1{fill:#f80}</style><path d="M2 2h20v20H2z"/>',
      'viewBox="0 0 24 24" class="cls-1"',
    ),
    'root-in-selector': square(
      '<style>svg{fill:#088}svg>path+path{fill:#c30}</style><path d="M2 2h20v10H2z"/><path d="M2 12h20v10H2z"/>',
    ),
    'nth-child': square(
      '<style>rect:nth-of-type(2){fill:#c0c}</style><rect x="2" y="2" width="20" height="10"/><rect x="2" y="12" width="20" height="10"/>',
    ),
    'media-class': square(
      '<style>@media (prefers-color-scheme:light){.cls-1{fill:#06c}}</style><path class="cls-1" d="M2 2h20v20H2z"/>',
    ),
    'variable-red': square(
      '<style>:root{--ink:#f00}.cls-1{fill:var(--ink)}</style><path class="cls-1" d="M2 2h20v20H2z"/>',
    ),
    'variable-blue': square(
      '<style>:root{--ink:#00f}.cls-1{fill:var(--ink)}</style><path class="cls-1" d="M2 2h20v20H2z"/>',
    ),
    'keyframes-left': square(
      '<style>@keyframes a{from{transform:none}to{transform:translate(-12px)}}.a{animation:a 10s linear -5s paused}</style><path class="a" d="M8 2h8v20H8z"/>',
    ),
    'keyframes-right': square(
      '<style>@keyframes a{from{transform:none}to{transform:translate(12px)}}.a{animation:a 10s linear -5s paused}</style><path class="a" d="M8 2h8v20H8z"/>',
    ),
    'element-rule': square(
      '<style>circle{fill:#840}</style><circle cx="7" cy="12" r="5"/><circle cx="18" cy="12" r="5"/>',
    ),
    // None of the rules above may reach these.
    'plain-rects': square(
      '<rect x="2" y="2" width="20" height="10"/><rect x="2" y="12" width="20" height="10" fill-opacity=".5"/>',
    ),
    'plain-circles': square('<circle cx="7" cy="12" r="5"/><circle cx="18" cy="12" r="4"/>'),
    'plain-paths': square('<path d="M2 2h20v10H2z"/><path fill-opacity=".5" d="M2 12h20v10H2z"/>'),
  },

  // Rules that cannot become attributes, and that would reach every drawing beside them.
  'style sheets with rules for elements': {
    'media-shape': square(
      '<style>@media (prefers-color-scheme:light){rect{fill:#06c}}</style><rect x="2" y="2" width="20" height="20"/>',
    ),
    'media-path': square(
      '<style>@media (prefers-color-scheme:light){path{fill:#c0c}}</style><path d="M2 2h20v20H2z"/>',
    ),
    'media-all': square(
      '<style>@media (prefers-color-scheme:light){*{stroke:#0a0}}</style><path d="M4 4h16v16H4z"/>',
    ),
    'plain-path': square('<path d="M4 4h16v16H4z"/>'),
    'plain-circle': square('<circle cx="12" cy="12" r="10"/>'),
  },

  'what drawing programs write': {
    'alpha-mask': square(
      '<mask id="mask0_1_2" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="24" height="24"><rect width="24" height="24" rx="12" fill="#D9D9D9"/></mask><g mask="url(#mask0_1_2)"><path d="M2 2H22V22H2V2Z" fill="#1C1B1F"/></g>',
      'width="24" height="24" viewBox="0 0 24 24" fill="none"',
    ),
    'drop-shadow': square(
      '<g filter="url(#filter0_d)"><rect x="4" y="3" width="16" height="14" fill="#F5B700"/></g><defs><filter id="filter0_d" x="0" y="3" width="24" height="22" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.5 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1"/><feBlend mode="normal" in="SourceGraphic" in2="effect1" result="shape"/></filter></defs>',
      'width="24" height="24" viewBox="0 0 24 24" fill="none"',
    ),
    'white-mask': square(
      `<defs><path d="M2 2h20v20H2z" id="path-1"/></defs><g id="Page-1" stroke="none" stroke-width="1" fill="none" fill-rule="evenodd"><mask id="mask-2" fill="white"><use ${XLINK} xlink:href="#path-1"/></mask><use id="Mask" fill="#D8D8D8" ${XLINK} xlink:href="#path-1"/><circle id="Oval" fill="#06c" mask="url(#mask-2)" cx="22" cy="12" r="8"/></g>`,
      'width="24px" height="24px" viewBox="0 0 24 24" version="1.1"',
    ),
    entities: {
      svg: '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ink "fill:#c30;">]>\n<svg version="1.1" id="Layer_1" xmlns="&ns_svg;" x="0px" y="0px" viewBox="0 0 24 24" style="enable-background:new 0 0 24 24;" xml:space="preserve">\n<g id="Layer_2"><path style="&ink;" d="M2 2h20v20H2z"/></g>\n</svg>',
      width: 24,
      height: 24,
    },
    layers: square(
      '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#ff0"/><metadata>words</metadata><g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" transform="translate(0,-1028.3622)"><path style="opacity:1;fill:none;stroke:#06c;stroke-width:2;stroke-opacity:1" d="m 4,1032.3622 16,0 0,16 z" id="path10" inkscape:connector-curvature="0"/></g>',
      'width="24" height="24" viewBox="0 0 24 24.000001" id="svg2"',
    ),
    'blend-mode': square(
      '<g style="isolation:isolate"><path fill="#fc0" d="M2 2h14v14H2z"/><path style="mix-blend-mode:multiply" fill="#0cf" d="M8 8h14v14H8z"/></g>',
    ),
    bitmap: square(
      '<image width="20" height="20" x="2" y="2" style="image-rendering:pixelated" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHu8E/HMcU8wAAAAASUVORK5CYII="/>',
    ),
  },

  'links inside': {
    'use-shape': square(
      `<defs><path id="a" d="M2 2h8v8H2z"/></defs><use ${XLINK} xlink:href="#a"/><use href="#a" x="12" y="12" fill="#06c"/>`,
    ),
    'use-other-shape': square(
      `<defs><circle id="a" cx="6" cy="6" r="4"/></defs><use ${XLINK} xlink:href="#a"/><use href="#a" x="12" y="12" fill="#c30"/>`,
    ),
    'use-before': square('<use href="#a" x="12"/><path id="a" d="M2 2h8v20H2z"/>'),
    'use-symbol': square(
      '<symbol id="a" viewBox="0 0 10 10"><path d="M0 0h10L5 10z"/></symbol><use href="#a" x="2" y="2" width="8" height="8"/><use href="#a" x="12" y="12" width="10" height="10"/>',
    ),
    'use-in-clip': square(
      '<defs><circle id="a" cx="12" cy="12" r="8"/></defs><clipPath id="b"><use href="#a"/></clipPath><path clip-path="url(#b)" fill="#06c" d="M0 0h24v12H0z"/>',
    ),
    'prefixed-elements': {
      svg: '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 24 24"><s:defs><s:path id="a" d="M2 2h8v8H2z"/></s:defs><s:use x:href="#a" x="6" y="6"/></s:svg>',
      width: 24,
      height: 24,
    },
  },
};

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
});

afterAll(() => studio?.close());

describe.each(Object.keys(GROUPS))('%s', (group) => {
  const cases = GROUPS[group] ?? {};
  const names = Object.keys(cases);
  /** What is off, by name. */
  let external: Readonly<Record<string, string>>;
  let inlined: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const drawings = Object.fromEntries(names.map((name) => [name, cases[name]?.svg ?? '']));
    const sprite = (await buildDrawings(drawings)).get('sprite.svg') ?? '';
    studio.files.set('/sprite.svg', { type: SVG, body: sprite });
    for (const [name, svg] of Object.entries(drawings)) {
      studio.files.set(`/${name}.svg`, { type: SVG, body: svg });
    }
    const shoot = (
      way: typeof imageOf,
      urlOf: (name: string) => string,
      body = '',
    ): Promise<readonly Picture[]> => {
      const subjects = Object.entries(cases).map(([name, { width, height }]) =>
        way(urlOf(name), width, height),
      );
      return studio.shoot(subjects, { body, scale: SCALE });
    };
    const drawn = await shoot(imageOf, (name) => `/${name}.svg`);
    const used = await shoot(useOf, (name) => `/sprite.svg#${name}`);
    external = wrongOnes(names, drawn, used);
    const usedInlined = await shoot(useOf, (name) => `#${name}`, inlineSprite(sprite));
    inlined = wrongOnes(names, drawn, usedInlined);
  });

  test.each(names)('%s looks like its drawing, external and inlined', (name) => {
    expect({
      external: external[name] ?? 'right',
      inlined: inlined[name] ?? 'right',
    }).toEqual({ external: 'right', inlined: 'right' });
  });
});
