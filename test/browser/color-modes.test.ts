import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, type Subject } from './studio.ts';

const svgOf = (content: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;

const FIGMA = 'viewBox="0 0 24 24" width="24" height="24" fill="none"';
const BIG = 'd="M2 2H22V22Z"';
const SMALL = 'd="M2 12H12V22Z"';
const marker = (paint: string) =>
  `<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2"><circle cx="2" cy="2" r="2" ${paint}/></marker>`;
const LINE = 'd="M2 12h5h5h5h5"';

/** An icon, the style of the page around it, and the source that it is to look like. */
interface Case {
  readonly icon: string;
  readonly style: string;
  readonly like: string;
}

const ORANGE = 'color:#f80';

const MODES: Readonly<Record<'currentColor' | 'variables', Readonly<Record<string, Case>>>> = {
  currentColor: {
    'p3-stroke': {
      icon: svgOf(
        `<path ${BIG} stroke="#E11D48" style="stroke:#E11D48;stroke:color(display-p3 0.8824 0.1137 0.2824);stroke-opacity:1" stroke-width="2"/>`,
        FIGMA,
      ),
      style: ORANGE,
      like: svgOf(`<path ${BIG} stroke="#f80" stroke-width="2"/>`, FIGMA),
    },
    'p3-opacity': {
      icon: svgOf(
        `<path ${BIG} fill="#0066CC" fill-opacity="0.5" style="fill:#0066CC;fill:color(display-p3 0.0000 0.4000 0.8000);fill-opacity:0.5;"/>`,
        FIGMA,
      ),
      style: ORANGE,
      like: svgOf(`<path ${BIG} fill="#f80" fill-opacity=".5"/>`),
    },
    'p3-two-shapes': {
      icon: svgOf(
        `<path ${BIG} fill="black" style="fill:black;fill-opacity:1;"/><path fill-rule="evenodd" clip-rule="evenodd" ${SMALL} fill="black" style="fill:black;fill:color(display-p3 0 0 0);fill-opacity:1;"/>`,
        FIGMA,
      ),
      style: ORANGE,
      like: svgOf(`<path ${BIG} fill="#f80"/><path ${SMALL} fill="#f80"/>`),
    },
    'math-in-rgb': {
      icon: svgOf(`<path ${BIG} fill="rgb(calc(100 + 100) 0 0)"/>`),
      style: ORANGE,
      like: svgOf(`<path ${BIG} fill="#f80"/>`),
    },
    'mix-with-alpha': {
      icon: svgOf(`<path ${BIG} fill="color-mix(in srgb, red, transparent)"/>`),
      style: ORANGE,
      like: svgOf(`<path ${BIG} fill="#f80" fill-opacity=".5"/>`),
    },
    'marker-of-the-same-color': {
      icon: svgOf(
        `<defs>${marker('fill="#06c"')}</defs><path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
      style: ORANGE,
      like: svgOf(
        `${marker('fill="#06c"')}<path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
    },
    'marker-in-black': {
      icon: svgOf(
        `<defs>${marker('')}</defs><path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
      style: ORANGE,
      like: svgOf(`${marker('')}<path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`),
    },
    'marker-in-a-colored-group': {
      icon: svgOf(
        `<g fill="#c06"><defs>${marker('')}</defs></g><path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
      style: ORANGE,
      like: svgOf(
        `${marker('fill="#c06"')}<path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
    },
    'color-of-a-use': {
      icon: svgOf(
        `<defs><path id="a" fill="currentColor" d="M2 2h6v6z"/></defs><use href="#a" color="#0a0"/><use href="#a" color="#0a0" x="9"/>`,
      ),
      style: ORANGE,
      like: svgOf('<path fill="#f80" d="M2 2h6v6zM11 2h6v6z"/>'),
    },
    'color-that-nothing-takes': {
      icon: svgOf(
        `<defs><path id="a" d="M2 2h6v6z"/></defs><g color="red" fill="#06c"><use href="#a"/><use href="#a" x="9"/></g>`,
      ),
      style: ORANGE,
      like: svgOf('<path fill="#f80" d="M2 2h6v6zM11 2h6v6z"/>'),
    },
    'colors-of-two-groups': {
      icon: svgOf(
        `<g fill="currentColor"><path color="#0a0" ${BIG}/><path color="#06c" ${SMALL}/></g>`,
      ),
      style: ORANGE,
      like: svgOf(`<path fill="#0a0" ${BIG}/><path fill="#06c" ${SMALL}/>`),
    },
    'shadow-of-the-same-color': {
      icon: svgOf(
        '<circle cx="9" cy="9" r="5" fill="#2a6" style="filter:drop-shadow(6px 6px #2a6)"/>',
      ),
      style: ORANGE,
      like: svgOf(
        '<circle cx="9" cy="9" r="5" fill="#f80" style="filter:drop-shadow(6px 6px #f80)"/>',
      ),
    },
    'shadow-of-another-color': {
      icon: svgOf(
        '<circle cx="9" cy="9" r="5" fill="#2a6" style="filter:drop-shadow(6px 6px #00f)"/>',
      ),
      style: ORANGE,
      like: svgOf(
        '<circle cx="9" cy="9" r="5" fill="#f80" style="filter:drop-shadow(6px 6px #00f)"/>',
      ),
    },
    'animated-color': {
      icon: svgOf(
        `<path fill="#06c" ${BIG}><set attributeName="fill" to="#0a0" begin="99s"/></path>`,
      ),
      style: ORANGE,
      like: svgOf(`<path fill="#06c" ${BIG}/>`),
    },
  },
  variables: {
    'rgb-with-spaces': {
      icon: svgOf(
        `<path ${BIG} fill="rgb(0 102 204)"/><path ${SMALL} fill="rgb(204 0 102 / .6)"/>`,
      ),
      style: '',
      like: svgOf(`<path ${BIG} fill="#06c"/><path ${SMALL} fill="#c06" fill-opacity=".6"/>`),
    },
    'rgb-with-spaces-set': {
      icon: svgOf(
        `<path ${BIG} fill="rgb(0 102 204)"/><path ${SMALL} fill="rgb(204 0 102 / .6)"/>`,
      ),
      style: '--icon-1:#f80;--icon-2:#0a0',
      like: svgOf(`<path ${BIG} fill="#f80"/><path ${SMALL} fill="#0a0" fill-opacity=".6"/>`),
    },
    'hsl-with-spaces': {
      icon: svgOf(
        `<path ${BIG} style="fill:hsl(210deg 50% 40%)"/><path ${SMALL} fill="none" stroke="hwb(30 10% 0% / 50%)"/>`,
      ),
      style: '--icon-2:#0a0',
      like: svgOf(
        `<path ${BIG} fill="#369"/><path ${SMALL} fill="none" stroke="#0a0" stroke-opacity=".5"/>`,
      ),
    },
    pattern: {
      icon: svgOf(
        `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2H0z" fill="#c06"/></pattern><path ${BIG} fill="url(#p)"/><path ${SMALL} fill="#06c"/>`,
      ),
      style: '--icon-1:#f80',
      like: svgOf(
        `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2H0z" fill="#c06"/></pattern><path ${BIG} fill="url(#p)"/><path ${SMALL} fill="#f80"/>`,
      ),
    },
    'math-and-mix': {
      icon: svgOf(
        `<path ${BIG} fill="rgb(calc(100 + 100) 0 0)"/><path ${SMALL} fill="color-mix(in oklab, white, blue)"/>`,
      ),
      style: '',
      like: svgOf(
        `<path ${BIG} fill="#c80000"/><path ${SMALL} fill="color-mix(in oklab, white, blue)"/>`,
      ),
    },
    'p3-and-hex': {
      icon: svgOf(
        `<path ${BIG} fill="#E11D48" style="fill:#E11D48;fill:color(display-p3 0.8824 0.1137 0.2824);fill-opacity:1"/><path ${SMALL} fill="#0a0"/>`,
        FIGMA,
      ),
      style: '--icon-2:#06c',
      like: svgOf(
        `<path ${BIG} fill="color(display-p3 0.8824 0.1137 0.2824)"/><path ${SMALL} fill="#06c"/>`,
      ),
    },
    'marker-in-defs': {
      icon: svgOf(
        `<defs>${marker('fill="#c06"')}</defs><path marker-mid="url(#m)" fill="none" stroke="#06c" ${LINE}/>`,
      ),
      style: '--icon-1:#f80;--icon-2:#0a0',
      like: svgOf(
        `${marker('fill="#c06"')}<path marker-mid="url(#m)" fill="none" stroke="#f80" ${LINE}/>`,
      ),
    },
    'color-scheme': {
      icon: svgOf(`<path ${BIG} fill="light-dark(#06c, #fff)"/><path ${SMALL} fill="#0a0"/>`),
      style: '--icon-2:#f80',
      like: svgOf(`<path ${BIG} fill="#06c"/><path ${SMALL} fill="#f80"/>`),
    },
    'colors-of-uses': {
      icon: svgOf(
        `<defs><path id="a" fill="currentColor" d="M2 2h6v6z"/></defs><use href="#a" color="#0a0"/><use href="#a" color="#06c" x="9"/>`,
      ),
      style: '--icon-1:#f80',
      like: svgOf('<path fill="#f80" d="M2 2h6v6z"/><path fill="#06c" d="M11 2h6v6z"/>'),
    },
  },
};

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
});

afterAll(() => studio?.close());

describe.each(['currentColor', 'variables'] as const)('%s', (color) => {
  const cases = MODES[color];
  const names = Object.keys(cases);
  /** What is off, by name. */
  let external: Readonly<Record<string, string>>;
  let inlined: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const icons = Object.fromEntries(names.map((name) => [name, (cases[name] as Case).icon]));
    const files = await buildDrawings(icons, { color, portable: false, keepGoing: true });
    const sprite = files.get('sprite.svg') ?? '';
    studio.files.set('/sprite.svg', { type: SVG, body: sprite });
    for (const name of names) {
      studio.files.set(`/${name}.svg`, { type: SVG, body: (cases[name] as Case).like });
    }
    const shoot = (subjectOf: (name: string) => Subject, body = ''): Promise<readonly Picture[]> =>
      studio.shoot(names.map(subjectOf), { body, scale: 4 });
    const shownAs = (href: string, name: string): Subject => ({
      html: `<svg width="24" height="24" style="${cases[name]?.style}"><use href="${href}#${name}"/></svg>`,
      width: 24,
      height: 24,
    });
    const expected = await shoot((name) => imageOf(`/${name}.svg`, 24, 24));
    const fromFile = await shoot((name) => shownAs('/sprite.svg', name));
    external = wrongOnes(names, expected, fromFile);
    const fromPage = await shoot((name) => shownAs('', name), inlineSprite(sprite));
    inlined = wrongOnes(names, expected, fromPage);
  });

  test.each(names)('%s, external and inlined', (name) => {
    expect({
      external: external[name] ?? 'right',
      inlined: inlined[name] ?? 'right',
    }).toEqual({ external: 'right', inlined: 'right' });
  });
});
