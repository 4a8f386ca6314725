import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lines } from './page.ts';
import { type Started, start } from './start.ts';

/** A set of lines of 2 px on 24 × 24. */
const ICONS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`icons/line-${index}.svg`, lines(`M4 ${index + 4}h9`)]),
);
/** Rules that depend on nothing but sizes and lines. */
const LINT = {
  preset: 'none',
  rules: { 'view-box': 'warning', 'stroke-width': 'warning', 'live-area': 'warning' },
} as const;

const exported = (file: string) =>
  readFileSync(
    fileURLToPath(new URL(`../fixtures/preview/exports/${file}`, import.meta.url)),
  ).toString('base64');

interface Expected {
  readonly name: string;
  readonly title: string;
  readonly messages?: readonly string[];
  /** Label of the fix, which is applied before the icon is saved. */
  readonly fix?: string;
  readonly saved: string | RegExp;
}

const svg = (content: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"${root}>${content}</svg>\n`;

const EXPORTS: Readonly<Record<string, Expected>> = {
  'Property 1=Bell, Size=24.svg': {
    name: 'bell',
    title: 'Bell',
    saved: svg(
      '<path stroke="#1e1e1e" stroke-linecap="round" stroke-linejoin="round" stroke-width="2" d="M5 17v-6c0-3.866 3.134-7 7-7s7 3.134 7 7v6l2 2H3zM10 22h4"/>',
      ' fill="none"',
    ),
  },
  'Artboard 1.svg': {
    name: 'bookmark-filled',
    title: 'Bookmark filled',
    saved:
      /^<svg xmlns="[^"]*" width="24" height="24" viewBox="0 0 24 24"><path d="M17\.5 21\.3[^<]*\/><path fill="none" stroke="#000"[^<]*\/><\/svg>\n$/,
  },
  'drawing.svg': {
    name: 'umbrella',
    title: 'Umbrella',
    saved: svg(
      '<g fill="none" stroke="#000" stroke-linecap="round" stroke-width="2"><path stroke-linejoin="round" d="M3 12a9 9 0 0 1 18 0zM12 12v7a2 2 0 0 0 4 0"/><path d="M12 1v2"/></g>',
    ),
  },
  'ic-map-pin@1x.svg': {
    name: 'map-pin',
    title: 'Map pin',
    messages: [expect.stringContaining('1.33 px')],
    saved: /stroke="#2b2b2b"[^>]*stroke-width="1\.333"/,
  },
  'scan0001 (2).svg': {
    name: '',
    title: '',
    messages: [expect.stringContaining('320 × 320')],
    fix: 'Scale to 24 × 24',
    saved:
      /^<svg xmlns="[^"]*" width="24" height="24" viewBox="0 0 24 24"><path d="[^"]*"\/><\/svg>\n$/,
  },
  'Shopping_Cart copy 2-32px.svg': {
    name: 'shopping-cart',
    title: 'Shopping cart',
    messages: [expect.stringContaining('32 × 32'), expect.stringContaining('2.67 px')],
    fix: 'Scale to 24 × 24',
    saved: svg(
      '<g fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round" stroke-width="2"><circle cx="8" cy="20" r="1"/><circle cx="18" cy="20" r="1"/><path d="M2 4h3l3 12h11l3-9H6.5"/></g>',
    ),
  },
};

interface Look {
  readonly name: string;
  readonly title: string;
  readonly problems: readonly {
    readonly file: string;
    readonly message: string;
    readonly fixLabel?: string;
  }[];
  readonly fixed?: { readonly svg: string; readonly count: number };
  readonly icon: { readonly svg: string };
}

async function look(studio: Started, body: object): Promise<Look> {
  return (await studio.post('/api/look', body)).json();
}

test.each(Object.entries(EXPORTS))('previews and saves %s', async (file, expected) => {
  const studio = await start(ICONS, { lint: LINT });
  let result = await look(studio, { base64: exported(file), file });
  const { name, title, messages = [], fix, saved } = expected;
  expect(result).toMatchObject({ name, title });
  expect(result.problems.map(({ message }) => message)).toEqual(messages);
  const place = name === '' ? file : `icons/${name}.svg`;
  for (const problem of result.problems) expect(problem.file).toBe(place);
  expect(result.problems.flatMap(({ fixLabel }) => fixLabel ?? [])).toEqual(fix ? [fix] : []);
  if (fix) {
    expect(result.fixed?.count).toBe(1);
    result = await look(studio, { svg: result.fixed?.svg, file, name });
    expect(result.problems).toEqual([]);
  }
  const final = name || 'leaf';
  expect((await studio.post('/api/save', { name: final, svg: result.icon.svg })).status).toBe(200);
  const text = readFileSync(studio.path(`icons/${final}.svg`), 'utf8');
  if (typeof saved === 'string') expect(text).toBe(saved);
  else expect(text).toMatch(saved);
});
