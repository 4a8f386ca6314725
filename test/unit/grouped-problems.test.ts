import { expect, test } from 'vitest';
import type { ReportedDiagnostic } from '../../src/cli/report/pictures.ts';
import { prettyDiagnostics } from '../../src/cli/report/pretty.ts';

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
  ).toBe(`10 icons: warning raster-image  It blurs.
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
  const text = prettyDiagnostics(many(25));
  expect(text).toContain('19.svg and 5 more (list all with --verbose)');
  expect(text).not.toContain('20.svg');
});

test('four problems of one icon are not those of four icons', () => {
  const all = many(4).map((each) => ({ ...each, file: 'a.svg' }));
  expect(prettyDiagnostics(all).match(/fix:/g)).toHaveLength(4);
});

test.each<
  readonly [what: string, key: 'code' | 'hint' | 'severity' | 'pictureFile', value: string]
>([
  ['codes', 'code', 'text-element'],
  ['hints', 'hint', 'Other.'],
  ['severities', 'severity', 'error'],
  ['pictures', 'pictureFile', 'a.png'],
])('different %s stay apart', (_, key, value) => {
  const all = many(6).map((each, index) => (index % 2 ? { ...each, [key]: value } : each));
  expect(prettyDiagnostics(all).match(/fix:/g)).toHaveLength(6);
});

test('with infos, each is shown', () => {
  const text = prettyDiagnostics(many(10), ['error', 'warning', 'info']);
  expect(text.match(/fix:/g)).toHaveLength(10);
});
