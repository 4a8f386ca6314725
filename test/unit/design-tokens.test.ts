import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { REPORT_STYLE } from '../../src/design/report-style.ts';
import { TOKENS_STYLE } from '../../src/design/tokens.ts';
import { PAGE_STYLE as DIFF_STYLE } from '../../src/diff/report/page-style.ts';
import { PAGE_STYLE as VERIFY_STYLE } from '../../src/verify/report/page-style.ts';

const CATALOG = fileURLToPath(new URL('../../src/catalog/', import.meta.url));
const read = (path: string) => readFileSync(CATALOG + path, 'utf8');
const catalogStyles = readdirSync(`${CATALOG}styles`).map(
  (file) => [`catalog ${file}`, read(`styles/${file}`)] as const,
);
const STYLES: readonly (readonly [string, string])[] = [
  ['all reports', REPORT_STYLE],
  ['diff', REPORT_STYLE + DIFF_STYLE],
  ['verify', REPORT_STYLE + VERIFY_STYLE],
  ...catalogStyles,
  ['preview', read('live/live.css')],
];

const definitions = (style: string) =>
  [...style.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name);
const TOKENS = new Set(definitions(TOKENS_STYLE));

test('the catalog gets the tokens before all else', () => {
  expect(read('catalog.css')).toMatch(/^@import "design:tokens";/);
});

test('every theme defines the same colors', () => {
  const dark = definitions(/data-theme="dark"\] \{([^}]*)\}/.exec(TOKENS_STYLE)?.[1] ?? '');
  const forced = definitions(
    /forced-colors: active\) \{ [^{]*\{([^}]*)\}/.exec(TOKENS_STYLE)?.[1] ?? '',
  );
  expect(dark).toContain('--paper');
  expect(forced).toEqual(dark.filter((name) => !/shadow/.test(name)));
});

describe.each(STYLES)('the style of %s', (_, style) => {
  test('has no colors of its own', () => {
    const rules = style.replace(/\/\*[\s\S]*?\*\//g, '');
    expect(rules.match(/#[0-9a-f]{3,8}\b(?=[^{}]*;)|\b(?:rgb|hsl|oklch)a?\(/gi)).toBeNull();
  });

  test('redefines no token', () => {
    const own = definitions(style).filter((name) => TOKENS.has(name) && name !== '--ground');
    expect(own).toEqual([]);
  });
});

test.each([
  ['diff', DIFF_STYLE],
  ['verify', VERIFY_STYLE],
])('all custom properties of the page of %s are defined', (_, style) => {
  const all = TOKENS_STYLE + REPORT_STYLE + style;
  const used = [...all.matchAll(/var\((--[\w-]+)(?=\))/g)].map(([, name]) => name);
  const defined = new Set(definitions(all));
  expect(used.filter((name) => name !== undefined && !defined.has(name))).toEqual([]);
});
