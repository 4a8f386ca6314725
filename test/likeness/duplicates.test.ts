import { describe, expect, test } from 'vitest';
import type { Icon, IconMeta } from '../../src/core/types.ts';
import { transformIcon } from '../../src/icon/transform.ts';
import { createLintSource } from '../../src/lint/lint-source.ts';
import { duplicates } from '../../src/lint/rules/duplicates.ts';
import { nearDuplicates } from '../../src/lint/rules/near-duplicates.ts';
import { turnedDuplicates } from '../../src/lint/rules/turned-duplicates.ts';
import type { LintSource, SetRule } from '../../src/lint/types.ts';

const LINES = 'fill="none" stroke="currentColor" stroke-width="2"';
const HOUSE = `<path ${LINES} d="M3 12L12 3l9 9M5 10v11h14V10"/>`;
const CHEVRON = 'M6 9l6 6 6-6';

function picture(shapes: string, viewBox = '0 0 24 24'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${shapes}</svg>`;
}

async function drawn(name: string, svg: string, meta: IconMeta = {}): Promise<LintSource> {
  const file = `icons/${name}.svg`;
  const id = name.replaceAll('/', '-');
  const { symbol, plainSymbol, facts } = await transformIcon(svg, { id, file });
  const source = { file, name: id, folder: '', hash: '', bytes: svg.length, meta };
  const icon: Icon = {
    ...{ name: id, id, symbol, plainSymbol, facts, source, title: name, aliases: [] },
  };
  return createLintSource(svg, icon);
}

/** Finds, of each group, the names of its files. */
async function groups(
  rule: SetRule,
  icons: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const all = Object.entries(icons).map(([name, svg]) => drawn(name, svg));
  const found = await rule.check({ sources: await Promise.all(all), sprites: [] }, options);
  return found.map(({ file, others = [] }) =>
    [file, ...others].map((each) => each.replace(/^icons\/|\.svg$/g, '')).join(' = '),
  );
}

describe('duplicates', () => {
  test('finds one drawing under two names, and says what to do', async () => {
    const sources = [
      await drawn('house', picture(HOUSE)),
      await drawn('home', picture(HOUSE)),
      await drawn('circle', picture('<circle cx="12" cy="12" r="9"/>')),
    ];
    expect(await duplicates.check({ sources, sprites: [] }, {})).toEqual([
      {
        file: 'icons/home.svg',
        message: 'icons/house.svg contains the same drawing.',
        hint: "Keep one: `iconloom rename house home --merge` makes 'house' an alias of 'home', and merges their metadata.",
        offset: 0,
        others: ['icons/house.svg'],
      },
    ]);
  });

  test('finds three of a kind once', async () => {
    const icons = { a: picture(HOUSE), b: picture(HOUSE), c: picture(HOUSE) };
    expect(await groups(duplicates, icons)).toEqual(['a = b = c']);
  });

  test('finds the same picture drawn with other points, and on another grid', async () => {
    const icons = {
      stroke: picture(`<path ${LINES} d="M4 12h16"/>`),
      outline: picture('<path d="M4 11h16v2H4z"/>'),
      large: picture('<rect x="40" y="110" width="160" height="20"/>', '0 0 240 240'),
    };
    expect(await groups(duplicates, icons)).toEqual(['large = outline = stroke']);
  });

  test('names and inner ids make no difference, also where letters cannot be compared', async () => {
    const text = '<text id="t" x="2" y="9">A</text><use href="#t" y="9"/>';
    expect(await groups(duplicates, { a: picture(text), 'b-c': picture(text) })).toEqual([
      'a = b-c',
    ]);
  });

  test('the same shape in other colors is another drawing', async () => {
    const dot = (color: string) => picture(`<circle cx="12" cy="12" r="9" fill="${color}"/>`);
    const icons = { red: dot('#d00'), green: dot('#080'), black: dot('#000'), white: dot('#fff') };
    expect(await groups(duplicates, icons)).toEqual([]);
    expect(await groups(nearDuplicates, icons)).toEqual([]);
  });

  test.each(['fill-opacity', 'opacity'])(
    'translucent colors differ as much as they show, by %s',
    async (opacity) => {
      const dot = (color: string): string =>
        picture(`<path fill="${color}" ${opacity}=".3" d="M9 9h5v5H9z"/>`);
      expect(await groups(duplicates, { red: dot('#f00'), blue: dot('#00f') })).toEqual([]);
      expect(await groups(duplicates, { red: dot('#f00'), ruby: dot('#fe0001') })).toEqual([
        'red = ruby',
      ]);
    },
  );

  test('a dot more is another drawing', async () => {
    const icons = {
      plain: picture(HOUSE),
      dotted: picture(`${HOUSE}<circle cx="12" cy="15" r="1"/>`),
    };
    expect(await groups(duplicates, icons)).toEqual([]);
    expect(await groups(nearDuplicates, icons)).toEqual([]);
  });

  test('empty drawings are not told of as the same', async () => {
    const icons = { a: picture(''), b: picture('<g/>') };
    expect(await groups(nearDuplicates, icons)).toEqual([]);
  });

  test('a drawing that is deprecated may look like what takes its place', async () => {
    const sources = [
      await drawn('house', picture(HOUSE), { deprecated: { use: 'home' } }),
      await drawn('home', picture(HOUSE)),
    ];
    expect(await duplicates.check({ sources, sprites: [] }, {})).toEqual([]);
  });

  test('variants of one name in several folders count only where asked for', async () => {
    const icons = { 'filled/check': picture(HOUSE), 'outline/check': picture(HOUSE) };
    expect(await groups(duplicates, icons)).toEqual([]);
    expect(await groups(duplicates, icons, { variants: true })).toEqual([
      'filled/check = outline/check',
    ]);
  });
});

describe('turned-duplicates', () => {
  const turned = (how: string) =>
    picture(`<g transform="${how}"><path ${LINES} d="${CHEVRON}"/></g>`);

  test('finds what is turned, which is no duplicate', async () => {
    const icons = {
      down: turned(''),
      left: turned('rotate(90 12 12)'),
      right: turned('rotate(-90 12 12)'),
      up: turned('rotate(180 12 12)'),
    };
    expect(await groups(turnedDuplicates, icons)).toEqual(['down = left = right = up']);
    expect(await groups(duplicates, icons)).toEqual([]);
    expect(await groups(nearDuplicates, icons)).toEqual([]);
  });

  test.each([
    ['mirrored left to right', 'matrix(-1 0 0 1 24 0)'],
    ['mirrored top to bottom', 'matrix(1 0 0 -1 0 24)'],
    ['turned by 180°', 'rotate(180 12 12)'],
    ['turned by 90° to the right', 'rotate(90 12 12)'],
    ['turned by 90° to the left', 'rotate(-90 12 12)'],
    ['turned by 90° and mirrored', 'matrix(0 1 1 0 0 0)'],
  ])('says that a drawing is %s', async (words, how) => {
    const lopsided = `<path ${LINES} d="M5 4v16h7M5 12h11"/>`;
    const sources = [
      await drawn('a', picture(lopsided)),
      await drawn('b', picture(`<g transform="${how}">${lopsided}</g>`)),
    ];
    const [finding] = await turnedDuplicates.check({ sources, sprites: [] }, {});
    expect(finding?.message).toBe(`icons/b.svg is the same drawing, ${words}.`);
  });

  test('what is the same unturned is left to the other rule', async () => {
    const icons = { a: picture(HOUSE), b: picture(HOUSE) };
    expect(await groups(turnedDuplicates, icons)).toEqual([]);
  });

  test('finds a wide drawing and an upright one', async () => {
    const icons = {
      upright: picture('<path d="M2 2h12v5z"/>', '0 0 16 24'),
      wide: picture('<path d="M22 2v12h-5z"/>', '0 0 24 16'),
    };
    expect(await groups(turnedDuplicates, icons)).toEqual(['upright = wide']);
  });
});

describe('near-duplicates', () => {
  test('are none where hair lines say something else', async () => {
    const thin = 'fill="none" stroke="currentColor" stroke-width=".3"';
    const letter = `<path ${thin} d="M2 10h8v2H2v2"/>`;
    const icons = {
      p: picture(letter),
      two: picture(`${letter}<path ${thin} d="M2 14h8"/>`),
    };
    expect(await groups(nearDuplicates, icons)).toEqual([]);
    expect(await groups(nearDuplicates, icons, { ink: 1 })).toEqual(['p = two']);
  });

  const moved = picture(`<g transform="translate(.12 0)">${HOUSE}</g>`);

  test('finds what was moved a little, and says what to do', async () => {
    const sources = [await drawn('house', moved), await drawn('home', picture(HOUSE))];
    const found = await nearDuplicates.check({ sources, sprites: [] }, {});
    expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'icons/home.svg: At 24 px it looks almost the same as icons/house.svg.',
    ]);
    expect(found[0]?.hint).toContain('`iconloom rename house home`');
  });

  test('how much may differ can be set', async () => {
    const icons = { home: picture(HOUSE), house: moved };
    expect(await groups(nearDuplicates, icons, { spot: 0.001 })).toEqual([]);
    expect(await groups(nearDuplicates, icons, { total: 0.0001 })).toEqual([]);
  });

  test('exact duplicates are left to the other rule', async () => {
    const icons = { a: picture(HOUSE), b: picture(HOUSE) };
    expect(await groups(nearDuplicates, icons)).toEqual([]);
  });
});
