import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addIcons } from '../../src/add/add-icons.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { BuildError } from '../../src/core/errors.ts';
import { build } from '../../src/index.ts';
import { cleanSource } from '../../src/preview/clean-source.ts';
import { temporaryFolder, writeTree } from './test-build.ts';

const base64 = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">${body}</svg>`;
const image = (inner: string) =>
  `<path d="M0 0h3v3z"/><image width="24" height="24" href="${base64(svgOf(inner))}"/>`;
const SHAPE = '<path fill="#06c" d="M4 4h16v16H4z"/>';

/** What is in a drawing, and what every door says to it. */
const REFUSED: Readonly<Record<string, readonly [body: string, code: string]>> = {
  script: [`<script>fetch('SECRET')</script>${SHAPE}`, 'active-content'],
  handler: ['<path onclick="SECRET()" d="M4 4h16v16H4z"/>', 'active-content'],
  'second-root': [`${SHAPE}</svg><svg>${SHAPE}`, 'parse-error'],
  control: ['<path fill="red\u0001" d="M4 4h16v16H4z"/>', 'parse-error'],
  'control-in-an-image': [image('<path fill="red\u0001" d="M4 4h16v16H4z"/>'), 'parse-error'],
  elements: ['<path d="M4 4h1"/>'.repeat(10_001), 'too-large'],
  'elements-in-an-image': [image('<path d="M4 4h1"/>'.repeat(10_001)), 'too-large'],
  depth: [`${'<g>'.repeat(300)}${SHAPE}${'</g>'.repeat(300)}`, 'too-large'],
};

/** What is in a drawing, and what stays of it, without the word SECRET and the address. */
const CLEANED: Readonly<Record<string, string>> = {
  words: `<title>Home</title><!--SECRET--><g id="SECRET" data-name="SECRET" class="SECRET">${SHAPE}</g>`,
  reference: `<image width="9" height="9" href="https://leak.invalid/SECRET.png"/>${SHAPE}`,
  'image-with-a-script': image(`<script>fetch('SECRET')</script><!--SECRET-->${SHAPE}`),
  'image-of-an-image': image(image(`<desc>SECRET</desc>${SHAPE}`)),
  sheet: `<style>@import url(https://leak.invalid/SECRET);.SECRET{fill:red}</style><path class="SECRET" d="M4 4h16v16H4z"/>`,
};

type Door = (name: string, body: string) => Promise<{ text: string; codes: readonly string[] }>;

/** Every way in besides a folder of drawings. */
const DOORS: Readonly<Record<string, Door>> = {
  'a set of Iconify': async (name, body) => {
    const cwd = temporaryFolder();
    const set = { prefix: 'x', icons: { [name]: { body, width: 24, height: 24 } } };
    writeTree(cwd, { 'set.json': JSON.stringify(set) });
    const inputs = [{ from: './set.json' }];
    const { files, diagnostics } = await build(
      { inputs, threads: 1, cache: false },
      { cwd, dryRun: true },
    );
    const text = files.map(({ contents }) => contents).join('\n');
    return { text, codes: diagnostics.map(({ code }) => code) };
  },
  'iconloom add': async (name, body) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { [`from/${name}.svg`]: svgOf(body), 'icons/other.svg': svgOf(SHAPE) });
    const config = resolveConfig({ inputs: 'icons' }, { cwd, configFile: 'iconloom.config.js' });
    const { value, diagnostics } = await addIcons([`./from/${name}.svg`], config);
    const text = value.map(({ file }) => readFileSync(join(cwd, file), 'utf8')).join('\n');
    return { text, codes: diagnostics.map(({ code }) => code) };
  },
  'a drop in the preview': async (name, body) => {
    const cwd = temporaryFolder();
    const config = resolveConfig({ inputs: 'icons' }, { cwd, configFile: 'iconloom.config.js' });
    const called = { name, file: `${name}.svg`, savedAs: `icons/${name}.svg` };
    const { icon, svg, diagnostics } = await cleanSource(Buffer.from(svgOf(body)), called, config);
    if (!icon) throw new BuildError(diagnostics);
    return { text: [svg, icon.symbol, icon.plainSymbol].join('\n'), codes: [] };
  },
};

/** A text with the texts of its images, at any depth that occurs here. */
function decoded(text: string, level = 0): string {
  const inner = text
    .replace(/;base64,([\w+/=]+)/g, (_, data: string) => Buffer.from(data, 'base64').toString())
    .replace(/(%[\da-f]{2})+/gi, decodeURIComponent);
  return level > 4 ? inner : decoded(inner, level + 1);
}

describe.each(Object.entries(DOORS))('%s', (_, enter) => {
  test.each(Object.entries(REFUSED))('refuses %s', async (name, [body, code]) => {
    const error = await enter(name, body).then(
      ({ text }) => text.slice(0, 300),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BuildError);
    expect((error as BuildError).diagnostics.map((each) => each.code)).toContain(code);
  });

  test.each(Object.entries(CLEANED))('cleans %s', async (name, body) => {
    const text = decoded((await enter(name, body)).text);
    expect(text).toMatch(/#06c|red/);
    expect(text).not.toMatch(/SECRET|leak\.invalid|script>/);
  });
});

test.each([
  ['of an alias that is nothing', { icons: { a: { body: SHAPE } }, aliases: { b: null } }],
  ['of an alias without a parent', { icons: { a: { body: SHAPE } }, aliases: { b: {} } }],
  ['of aliases that are none', { icons: { a: { body: SHAPE } }, aliases: null }],
  ['of a body that is none', { icons: { a: { body: 1 } } }],
])('a set %s is unusable', async (_, set) => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'set.json': JSON.stringify(set) });
  const thrown = await build(
    { inputs: [{ from: './set.json' }], threads: 1, cache: false },
    { cwd, dryRun: true },
  ).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ diagnostics: [{ code: 'iconify-unusable' }] });
});

test.each([
  ['a turn', { rotate: '1"/><script>' }],
  ['a flip', { hFlip: 'x' }],
  ['a side', { width: '1"/><script>', left: '"><script>' }],
])('%s of a set that is no number is none', async (_, odd) => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'set.json': JSON.stringify({ icons: { a: { body: SHAPE, ...odd } } }) });
  const { files } = await build(
    { inputs: [{ from: './set.json' }], threads: 1, cache: false },
    { cwd, dryRun: true },
  );
  const sprite = files.find(({ path }) => path === 'sprite.svg')?.contents;
  expect(sprite).toContain('#06c');
  expect(sprite).not.toMatch(/script|NaN/);
});
