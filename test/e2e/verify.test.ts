import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { startFileServer } from '../../src/verify/file-server.ts';
import { ensureChromium } from '../browser/chromium.ts';
import { jsonOf, run, runWith } from './run-cli.ts';
import { temporaryFolder, writeTree } from './test-build.ts';

const svg = (content: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"${root}>${content}</svg>\n`;

const ICONS = {
  'icons/box.svg': svg('<path d="M4 4h16v16H4z"/>'),
  'icons/ring.svg': svg(
    '<circle cx="12" cy="12" r="8" fill="none" stroke="#06c" stroke-width="3"/>',
  ),
  'icons/glass.svg': svg(
    '<path fill="#c30" fill-opacity=".4" d="M2 6h14v12H2z"/><circle cx="15" cy="12" r="7" fill="#06c" opacity=".6"/>',
  ),
  'icons/shade.svg': svg(
    '<linearGradient id="a"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#a)" d="M2 2h20v20H2z"/>',
  ),
  'icons/follow.svg': svg('<path d="M3 12h18" stroke="currentColor" stroke-width="4"/>'),
};

beforeAll(() => {
  process.env.CHROMIUM_PATH ??= ensureChromium();
});

/** A project with a built sprite. */
async function project(
  files: Readonly<Record<string, string>> = ICONS,
  config = {},
): Promise<string> {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': JSON.stringify({ iconloom: config }), ...files });
  expect(await run(cwd, 'build')).toMatchObject({ code: 0 });
  return cwd;
}

function tamper(cwd: string, change: (sprite: string) => string): void {
  const path = join(cwd, 'dist/sprite.svg');
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const verify = (cwd: string, ...args: readonly string[]) =>
  run(cwd, 'verify', '--browser', 'chromium', ...args);
const namesOf = (result: { differences: readonly { name: string }[] }) =>
  [...new Set(result.differences.map(({ name }) => name))].sort();

describe('in Chromium', () => {
  test('a sprite that looks like its sources', async () => {
    const cwd = await project();
    const { code, stdout, stderr } = await verify(cwd);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^Chrom\S* [\d.]+: no differences, 5 equal, in [\d.]+ s\nNo differences in Chrom\S*\.\n$/,
    );
    expect(code).toBe(0);

    const again = jsonOf(await verify(cwd, '--format', 'json'));
    expect(again).toMatchObject({ ok: true, icons: 5, browsers: [{ equal: 5, cached: 5 }] });
    const anew = jsonOf(await verify(cwd, '--json', '--no-cache'));
    expect(anew).toMatchObject({ ok: true, browsers: [{ equal: 5, cached: 0 }] });
  });

  test('one symbol that was changed is named, and drawn on the page; the others stay known', async () => {
    const cwd = await project();
    await verify(cwd);
    tamper(cwd, (sprite) => sprite.replace('stroke-width="3"', 'stroke-width="2"'));
    const { code, stdout } = await verify(cwd, '--html', 'report.html');
    expect(code).toBe(1);
    expect(stdout).toContain('1 icon differs from its source, 4 equal (4 from cache)');
    expect(stdout).toContain('  ring  icons/ring.svg\n    external and inlined, on white:');
    const page = readFileSync(join(cwd, 'report.html'), 'utf8');
    expect(page.match(/<article class="card" data-name="ring"/g)).toHaveLength(1);
    expect(page.match(/<img /g)).toHaveLength(3);
  });

  test.each<[name: string, kind: string, change: (sprite: string) => string]>([
    ['box', 'moved by a quarter pixel', (s) => s.replace('<path d="M4 4', '<path d="M4.1 4.1')],
    [
      'box',
      'with nothing in it',
      (s) => s.replace(/(<symbol id="box"[^>]*>).*?(?=<\/symbol>)/, '$1'),
    ],
    ['glass', 'a little less opaque', (s) => s.replace(/opacity="\.6"/, 'opacity=".56"')],
    ['shade', 'with another stop', (s) => s.replace(/(%23|#)00f/, '$1009')],
    ['follow', 'in a color of its own', (s) => s.replace('currentColor', '#222')],
  ])('%s %s is found', async (name, _, change) => {
    const cwd = await project();
    tamper(cwd, change);
    const { code, stdout } = await verify(cwd, '--json');
    expect(namesOf(JSON.parse(stdout).browsers[0])).toEqual([name]);
    expect(code).toBe(1);
  });

  test('an id that another symbol has too is found, although neither symbol changed', async () => {
    const files = {
      'icons/a.svg': svg(
        '<defs><path id="x" d="M2 2h9v9H2z"/></defs><use href="#x"/><use href="#x" x="11" y="11" fill="red"/>',
      ),
      'icons/b.svg': svg('<path d="M2 2h20v20H2z"/>'),
    };
    const cwd = await project(files, { portable: false });
    expect(await verify(cwd)).toMatchObject({ code: 0 });
    const id = /href="#([^"]+)"/.exec(readFileSync(join(cwd, 'dist/sprite.svg'), 'utf8'))?.[1];
    tamper(cwd, (sprite) =>
      sprite.replace('<symbol id="a"', `<circle id="${id}" r="3"/><symbol id="a"`),
    );
    const { code, stdout } = await verify(cwd, '--json');
    expect(namesOf(JSON.parse(stdout).browsers[0])).toEqual(['a']);
    expect(code).toBe(1);
  });

  test('icons that follow the color of the page are compared in the color of their source', async () => {
    const cwd = await project(ICONS, { color: 'currentColor' });
    expect(readFileSync(join(cwd, 'dist/sprite.svg'), 'utf8')).not.toContain('#06c" stroke');
    expect(await verify(cwd)).toMatchObject({ code: 0 });
    tamper(cwd, (sprite) => sprite.replace('stroke="currentColor"', 'stroke="#06d"'));
    expect(await verify(cwd)).toMatchObject({ code: 1 });
  });

  test('variables have the colors of the source', async () => {
    const cwd = await project(ICONS, { color: 'variables' });
    expect(readFileSync(join(cwd, 'dist/sprite.svg'), 'utf8')).toContain('var(--icon-1');
    expect(await verify(cwd)).toMatchObject({ code: 0 });
  });

  test('an animated icon is reported as not compared', async () => {
    const spin = svg(
      '<path d="M4 4h16v16H4z"><animate attributeName="opacity" values="0;1" dur="1s" repeatCount="indefinite"/></path>',
    );
    const cwd = await project({ ...ICONS, 'icons/spin.svg': spin });
    const { code, stdout } = await verify(cwd);
    expect(stdout).toContain('5 equal, 1 not compared');
    expect(stdout).toContain('not compared: spin: it is animated');
    expect(code).toBe(0);
  });
});

describe('what cannot be verified', () => {
  test('a sprite that has not been built, unless it is built in memory', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'package.json': '{}', ...ICONS });
    const { code, stderr } = await verify(cwd);
    expect(stderr).toContain('dist/sprite.svg error sprite-missing');
    expect(stderr).toContain('fix: Run npx iconloom build first');
    expect(code).toBe(2);
    expect(await verify(cwd, '--in-memory')).toMatchObject({ code: 0 });
  });

  test('an icon that the sprite does not have', async () => {
    const cwd = await project();
    writeTree(cwd, { 'icons/late.svg': ICONS['icons/box.svg'] });
    const { code, stderr, stdout } = await verify(cwd);
    expect(stderr).toContain(
      "icons/late.svg error symbol-missing  dist/sprite.svg has no symbol 'late'",
    );
    expect(stdout).toContain('5 equal');
    expect(code).toBe(1);
  });

  test('an icon that stalls the browser is found alone, and the others are compared', async () => {
    const cwd = await project();
    // Each group draws the one before twice: 67 million squares.
    const groups = Array.from(
      { length: 27 },
      (_, level) =>
        `<g id="z${level}">${level === 0 ? '<path d="M0 0h1v1H0z"/>' : `<use href="#z${level - 1}"/><use href="#z${level - 1}" x="1"/>`}</g>`,
    );
    tamper(cwd, (sprite) =>
      sprite.replace(
        /(<symbol id="box"[^>]*>)/,
        `$1<defs>${groups.join('')}</defs><use href="#z26"/>`,
      ),
    );
    const { code, stdout } = await verify(cwd);
    expect(stdout).toContain('4 equal, 1 not compared');
    expect(stdout).toMatch(/not compared: box: Chrom\S*.* did not draw the page within/);
    expect(code).toBe(1);
  }, 300_000);

  test('an unknown browser', async () => {
    const { code, stderr } = await run(temporaryFolder(), 'verify', '--browser', 'lynx');
    expect(stderr).toContain("error browser-unknown  Unknown browser 'lynx'.");
    expect(code).toBe(2);
  });

  test('without playwright-core', async () => {
    const hide = `import { Module } from 'node:module';
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (/playwright/.test(name)) throw new Error('not installed');
        return resolve.call(this, name, ...rest);
      };`;
    const options = `--import data:text/javascript,${encodeURIComponent(hide)}`;
    const cwd = await project();
    const { code, stderr } = await runWith(
      { NODE_OPTIONS: options },
      cwd,
      ...['verify', '--browser', 'chromium'],
    );
    expect(stderr).toContain('error playwright-missing  Chromium requires playwright-core');
    expect(stderr).toContain('fix: Run npm install --save-dev playwright-core.');
    expect(code).toBe(2);
  });
});

test('the server of the pages answers to its own address only', async () => {
  const site = await startFileServer();
  site.files.set('/a', { type: 'text/plain', body: 'yes' });
  const statusFor = (host: string) =>
    new Promise((done) => {
      get(`${site.origin}/a`, { headers: { host } }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      });
    });
  expect(await statusFor(new URL(site.origin).host)).toBe(200);
  expect(await statusFor('example.com')).toBe(404);
  await site.close();
});
