import { expect, test } from 'vitest';
import { prettyVerify } from '../../src/cli/report/verify.ts';
import type { IconDifference, VerifyResult, VerifySubject } from '../../src/verify/model.ts';
import { renderHtml } from '../../src/verify/report/html.ts';
import { toJson } from '../../src/verify/report/json.ts';
import { box } from './pictures.ts';

const icon = (name: string): VerifySubject => ({
  ...{ name, id: name, file: `icons/${name}.svg`, sprite: 'sprite.svg', symbol: '' },
  ...{ source: new Uint8Array(), width: 24, height: 24, isRecolored: false },
});

const pictures = { source: box(1, 1, 9), sprite: box(1, 1, 5), difference: box(1, 1, 4) };
const difference = (name: string, more: Partial<IconDifference> = {}): IconDifference => ({
  ...{ icon: icon(name), use: 'external', background: 'white', share: 0.123, isBlank: false },
  ...more,
});

const RESULT: VerifyResult = {
  iconCount: 5,
  browsers: [
    {
      ...{ engine: 'chromium', name: 'Chromium', version: '156.0', seconds: 1.25 },
      ...{ equalCount: 2, cachedCount: 1 },
      differences: [
        difference('b<i>', { pictures }),
        difference('b<i>', { pictures, use: 'inlined' }),
        difference('a', { isBlank: true, share: 1 }),
        difference('a', { use: 'inlined', background: 'color', share: 0 }),
      ],
      notCompared: [{ icon: icon('spin'), reason: 'it is animated' }],
    },
  ],
  diagnostics: [],
};
const EQUAL: VerifyResult = {
  ...RESULT,
  browsers: RESULT.browsers.map((each) => ({ ...each, differences: [], notCompared: [] })),
};

test('the terminal names each icon, where it differs and by how much', () => {
  expect(prettyVerify(RESULT)).toBe(
    [
      'Chromium 156.0: 2 icons differ from their sources, 2 equal (1 from cache), 1 not compared, in 1.3 s',
      '  a  icons/a.svg',
      '    external, on white: the sprite draws nothing',
      '    inlined, on color: its edges are shifted',
      '  b<i>  icons/b<i>.svg',
      '    external and inlined, on white: 12.3 % of the pixels differ',
      '  not compared: spin: it is animated',
      '2 of 5 icons differ from their sources in Chromium.',
      '',
    ].join('\n'),
  );
  expect(prettyVerify(EQUAL)).toMatch(
    /: no differences, 2 equal .*\nNo differences in Chromium\.\n$/,
  );
});

test('the last line names errors to fix, too', () => {
  const bad = { code: 'parse-error', severity: 'error', file: 'icons/bad.svg' } as const;
  const result = { ...EQUAL, diagnostics: [{ ...bad, message: '', hint: '' }] };
  expect(prettyVerify(result)).toMatch(
    /\nNo differences in Chromium\. Fix 1 error in icons\/bad\.svg\.\n$/,
  );
});

test('JSON has all of it but the pictures', () => {
  expect(JSON.parse(JSON.stringify(toJson(RESULT)))).toMatchObject({
    icons: 5,
    browsers: [
      {
        ...{ engine: 'chromium', version: '156.0', equal: 2, cached: 1, seconds: 1.25 },
        differences: [
          { name: 'b<i>', file: 'icons/b<i>.svg', use: 'external', share: 0.123, blank: false },
          { name: 'b<i>', use: 'inlined' },
          { name: 'a', blank: true },
          { name: 'a', use: 'inlined', background: 'color' },
        ],
        notCompared: [{ name: 'spin', reason: 'it is animated' }],
      },
    ],
  });
});

test('the page shows source, sprite and difference, and takes names for text', () => {
  const page = renderHtml(RESULT);
  expect(page.match(/<article/g)).toHaveLength(3);
  expect(page.match(/<img /g)).toHaveLength(3);
  expect(page).not.toContain('<i>');
  expect(page).toContain('2 icons of 5 differ from their sources.');
  expect(page).toContain("default-src 'none'");
  expect(renderHtml(EQUAL)).toContain('Every compared icon looks like its source.');
});
