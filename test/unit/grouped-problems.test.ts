import { expect, test } from 'vitest';
import type { ReportedDiagnostic } from '../../src/cli/report/pictures.ts';
import { prettyDiagnostics } from '../../src/cli/report/problems.ts';

const problemOf = (file: string, more: Partial<ReportedDiagnostic> = {}): ReportedDiagnostic => ({
  ...{ code: 'raster-image', severity: 'warning', file, message: 'It blurs.', hint: 'Draw it.' },
  ...more,
});
const many = (count: number, more?: Partial<ReportedDiagnostic>) =>
  Array.from({ length: count }, (_, index) => problemOf(`${index}.svg`, more));

test('ten icons with one problem are one message with ten names', () => {
  const [first, ...others] = many(10);
  const other = problemOf('x.svg', { message: 'Another.' });
  expect(
    prettyDiagnostics([
      { ...problemOf('0.svg'), ...first, where: { line: 2, column: 3 } },
      other,
      ...others,
    ]),
  ).toBe(`10 warnings in 10 files: raster-image  It blurs.
  fix: Draw it.
  in: 0.svg:2:3, 1.svg, 2.svg, 3.svg, 4.svg, 5.svg, 6.svg, 7.svg, 8.svg, 9.svg
x.svg warning raster-image  Another.
  fix: Draw it.
11 warnings
`);
});

test('three icons are shown one by one', () => {
  expect(prettyDiagnostics(many(3)).match(/fix:/g)).toHaveLength(3);
});

test('of many icons, some are named', () => {
  const text = prettyDiagnostics(many(25), { hasVerbose: true });
  expect(text).toContain('19.svg and 5 more (list all with --verbose)');
  expect(text).not.toContain('20.svg');
});

test('four problems of one icon are not those of four icons', () => {
  const all = many(4).map((each) => ({ ...each, file: 'a.svg' }));
  expect(prettyDiagnostics(all).match(/fix:/g)).toHaveLength(4);
});

test.each<readonly [what: string, key: 'code' | 'severity', value: string]>([
  ['codes', 'code', 'text-element'],
  ['severities', 'severity', 'error'],
])('different %s stay apart', (_, key, value) => {
  const all = many(6).map((each, index) => (index % 2 ? { ...each, [key]: value } : each));
  expect(prettyDiagnostics(all).match(/fix:/g)).toHaveLength(6);
});

test('commands without --verbose do not name it', () => {
  expect(prettyDiagnostics(many(25))).toContain('19.svg and 5 more\n');
});

test('twenty warnings of one code with messages of their own are one group', () => {
  const all = many(20).map((each, index) => ({ ...each, message: `It blurs ${index} px.` }));
  expect(prettyDiagnostics(all, { hasVerbose: true })).toBe(`20 warnings in 20 files: raster-image
  0.svg  It blurs 0 px.
  1.svg  It blurs 1 px.
  2.svg  It blurs 2 px.
  3.svg  It blurs 3 px.
  4.svg  It blurs 4 px.
  and 15 more (list all with --verbose)
  fix: Draw it.
20 warnings
`);
});

test('of errors, more are shown', () => {
  const all = many(21).map((each, index) => ({
    ...each,
    severity: 'error' as const,
    message: `It blurs ${index} px.`,
  }));
  expect(prettyDiagnostics(all)).toContain('  19.svg  It blurs 19 px.\n  and 1 more\n');
});

test('fixes and pictures of a group stay with their problems', () => {
  const all = many(4).map((each, index) => ({
    ...each,
    hint: `Draw ${index}.`,
    pictureFile: `${index}.png`,
  }));
  expect(prettyDiagnostics(all)).toContain(
    '  0.svg  It blurs.\n    fix: Draw 0.\n    see: 0.png (before, after, difference)\n  1.svg ',
  );
});

test('a group counts problems and files', () => {
  const all = [...many(4), problemOf('0.svg')];
  expect(prettyDiagnostics(all)).toMatch(/^5 warnings in 4 files: .*\n.*\n.*\n5 warnings\n$/);
});

test('errors are last, and problems of one code are together', () => {
  const error = (file: string, code: 'no-size' | 'parse-error') =>
    problemOf(file, { severity: 'error', code });
  const text = prettyDiagnostics([
    error('a.svg', 'no-size'),
    problemOf('a.svg'),
    error('b.svg', 'parse-error'),
    error('c.svg', 'no-size'),
    problemOf('d.svg'),
  ]);
  expect(text.match(/^[a-d]\.svg \w+ [\w-]+/gm)).toEqual([
    'a.svg warning raster-image',
    'd.svg warning raster-image',
    'a.svg error no-size',
    'c.svg error no-size',
    'b.svg error parse-error',
  ]);
  expect(text).toMatch(/\n3 errors, 2 warnings\n$/);
});

test('on a terminal, lines break between words', () => {
  const stream = { isTTY: true, columns: 40 };
  const problem = problemOf('icons/box.svg', { message: 'It blurs when it is enlarged.' });
  expect(prettyDiagnostics([problem], { stream }).split('\n').slice(0, 3)).toEqual([
    'icons/box.svg warning raster-image  It',
    '  blurs when it is enlarged.',
    '  fix: Draw it.',
  ]);
});

test('with infos, each is shown', () => {
  const text = prettyDiagnostics(many(10), { severities: ['error', 'warning', 'info'] });
  expect(text.match(/fix:/g)).toHaveLength(10);
});
