import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInThisProcess } from '../../src/icon/verify/compare.ts';
import { hasSameGeometry } from '../../src/icon/verify/geometry/same-geometry.ts';

const TOLERANCE = 0.0005;
const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"';
const ROUND =
  'fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** Symbols of the kinds that a build writes. */
const SYMBOLS = [
  `${HEAD} ${ROUND}><path d="M5 5a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v16l-7-6-7 6z"/><path d="M9 8h6m-3-3v6"/></svg>`,
  `${HEAD}><path d="M12 2q5 0 8 4c2 3 2 8 0 11-4 5-12 6-16 1V9zm0 4v5l4 4 2-3-4-2z"/><circle cx="6" cy="5" r="3" fill="#c03"/></svg>`,
  `${HEAD} stroke="#36c" fill="none"><path d="M3 3h9l4 6-2 9-8 1z"/><path stroke-dasharray="3 1" d="M4 21c5-2 9 2 16-1"/></svg>`,
  `${HEAD}><linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#a)" d="M2 2h20v9l-9 9z"/><path fill-rule="evenodd" opacity=".7" d="M3 12h9v9H3zm2 2v5h5v-5z"/></svg>`,
  `${HEAD}><clipPath id="a"><path d="M2 2h15v17H2z"/></clipPath><g clip-path="url(#a)" transform="rotate(9 12 12)"><path d="M4 4h18v18z"/><path fill="#fff" d="M9 9h5v5H9z"/></g></svg>`,
];

/** Replaces one match of many; the source is unchanged without any. */
function replaceOne(svg: string, pattern: RegExp, at: number, replace: (text: string) => string) {
  const matches = [...svg.matchAll(pattern)];
  const match = matches[at % Math.max(matches.length, 1)];
  if (!match) return svg;
  const end = match.index + match[0].length;
  return svg.slice(0, match.index) + replace(match[0]) + svg.slice(end);
}

type Defect = (svg: string, at: number, amount: number) => string;

const inPaths =
  (pattern: RegExp, replace: (text: string, amount: number) => string): Defect =>
  (svg, at, amount) =>
    replaceOne(svg, / d="[^"]*"/g, at, (d) =>
      replaceOne(d, pattern, at, (text) => replace(text, amount)),
    );

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/g;
const COMMAND = /[a-z][-\d. ]*(?=[a-z"])/gi;
const SHAPE = /<(?:path|circle)[^>]*\/>/g;

const DEFECTS: Readonly<Record<string, Defect>> = {
  digit: inPaths(/\d/g, (_, amount) => String(Math.floor(Math.abs(amount) * 1e5) % 10)),
  number: inPaths(NUMBER, (text, amount) => ` ${(Number(text) + amount).toFixed(5)} `),
  'missing segment': inPaths(COMMAND, () => ''),
  'repeated segment': inPaths(COMMAND, (text) => text + text),
  'inserted line': inPaths(COMMAND, (text, amount) => `${text}l${amount.toFixed(5)} .001`),
  'line back and forth': inPaths(
    COMMAND,
    (text, amount) => `${text}h${amount.toFixed(5)}h${(-amount).toFixed(5)}`,
  ),
  'other command': inPaths(/[hvlcqa]/gi, (text) => (text === 'h' ? 'v' : text.toUpperCase())),
  'other flag': inPaths(/ [01] [01] /g, (text) => (text === ' 0 1 ' ? ' 0 0 ' : ' 1 1 ')),
  'closed or opened': inPaths(/z|(?=m)|(?=")/g, (text) => (text === 'z' ? '' : 'z')),
  'cut in two': inPaths(/(?<=\d)(?=[hvlcqa])/g, () => 'm0 0'),
  'missing attribute': (svg, at) =>
    replaceOne(svg, / (?!xmlns|viewBox)[\w-]+="[^"]*"/g, at, () => ''),
  'other cap or join': (svg, at) =>
    replaceOne(svg, /"round"/g, at, () => '"bevel"').replace('linecap="bevel"', 'linecap="square"'),
  'other color': (svg, at) => replaceOne(svg, /#[\da-f]{3}/g, at, () => '#3c6'),
  'other number': (svg, at, amount) =>
    replaceOne(svg, /(?<= (?:cx|cy|r|stroke-width|opacity|offset)=")[\d.]+/g, at, (text) =>
      Math.max(0, Number(text) + amount).toFixed(5),
    ),
  'missing shape': (svg, at) => replaceOne(svg, SHAPE, at, () => ''),
  'repeated shape': (svg, at) => replaceOne(svg, SHAPE, at, (text) => text + text),
  'swapped shapes': (svg) => svg.replace(/(<path[^>]*\/>)(<(?:path|circle)[^>]*\/>)/, '$2$1'),
  'moved shape': (svg, at, amount) =>
    replaceOne(
      svg,
      /<(?:path|circle)/g,
      at,
      (text) => `${text} transform="translate(${amount.toFixed(5)})"`,
    ),
  'scaled shape': (svg, at, amount) =>
    replaceOne(
      svg,
      /<(?:path|circle)/g,
      at,
      (text) => `${text} transform="scale(${(1 + amount / 20).toFixed(5)})"`,
    ),
};

test.each(Object.entries(DEFECTS))(
  'a defect that shows is never proven equal: %s',
  async (_, defect) => {
    const cases = fc.record({
      before: fc.constantFrom(...SYMBOLS),
      at: fc.nat(200),
      // From rounding to plainly visible.
      exponent: fc.double({ min: -5, max: 0.5, noNaN: true }),
      sign: fc.constantFrom(-1, 1),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ before, at, exponent, sign }) => {
        const after = defect(before, at, sign * 10 ** exponent);
        const pair = { before, after, sides: [64], isWide: true, hasText: false };
        if (!hasSameGeometry(pair, TOLERANCE)) return;
        const comparison = await compareInThisProcess(pair);
        expect(comparison).toEqual([expect.any(Number)]);
        expect((comparison as readonly number[])[0]).toBeLessThanOrEqual(TOLERANCE);
      }),
      { numRuns: 150, seed: 22 },
    );
  },
);

test.each(SYMBOLS)('a symbol is proven equal to itself: %#', (symbol) => {
  const pair = { before: symbol, after: symbol, sides: [64, 97], isWide: true };
  expect(hasSameGeometry(pair, TOLERANCE)).toBe(true);
});
