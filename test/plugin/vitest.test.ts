import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Fails on anything in the console, and on any request. */
const SETUP = `import { afterEach, expect, vi } from 'vitest';
const asked = [];
globalThis.fetch = async (url) => {
  asked.push(String(url));
  throw new Error('offline');
};
const said = ['error', 'warn', 'info', 'log'].map((level) => vi.spyOn(console, level));
vi.useFakeTimers();
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([]);
  expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
});`;

interface UserTests {
  readonly files: Readonly<Record<string, string>>;
  /** Code in the configuration. */
  readonly test?: string;
  readonly plugin?: string;
}

/** An app that tests itself with Vitest. */
function appWithTests({
  files,
  test = "environment: 'jsdom'",
  plugin = "icons({ inputs: 'icons', dts: false })",
}: UserTests): string {
  const root = newApp({
    'setup.js': SETUP,
    'vitest.config.js': `import icons from 'iconloom/vite';
export default { plugins: [${plugin}], test: { setupFiles: 'setup.js', ${test} } };`,
    ...files,
  });
  for (const name of ['vitest', 'jsdom']) {
    symlinkSync(join(PACKAGES, name), join(root, 'node_modules', name));
  }
  return root;
}

function runTests(root: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(PACKAGES, 'vitest/vitest.mjs'), 'run', ...args],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', CI: '1' } },
  );
  return stdout + stderr;
}

const SPRITE = '/@iconloom/sprite.svg';

test('component tests of an app ask for nothing, say nothing and have stable links', () => {
  const root = appWithTests({
    files: {
      'src/html.test.js': `import { expect, test } from 'vitest';
import { iconHtml } from 'iconloom/html';
import { iconHref } from 'virtual:iconloom';
import camera from 'iconloom:camera';
import 'virtual:iconloom/inline';
test('html', () => {
  document.body.innerHTML = iconHtml('hamburger');
  expect(document.querySelector('use').getAttribute('href')).toBe('${SPRITE}#nav-menu');
  expect([iconHref('check'), camera]).toEqual(['${SPRITE}#check', '${SPRITE}#camera']);
});`,
      'src/react.test.js': `import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
test('react, also after modules were reset', async () => {
  for (const _ of [1, 2]) {
    const { Icon } = await import('iconloom/react');
    expect(renderToStaticMarkup(createElement(Icon, { name: 'check' }))).toContain('href="${SPRITE}#check"');
    vi.resetModules();
  }
});`,
      'src/element.test.js': `import { expect, test, vi } from 'vitest';
test('the element, also after modules were reset', async () => {
  for (const _ of [1, 2]) {
    const { defineIconElement } = await import('iconloom/element');
    defineIconElement();
    document.body.innerHTML = '<iconloom-icon name="check"></iconloom-icon>';
    const { shadowRoot } = document.body.firstChild;
    expect(shadowRoot.querySelector('use').getAttribute('href')).toBe('${SPRITE}#check');
    vi.resetModules();
  }
});`,
      'src/server.test.js': `// @vitest-environment node
import { expect, test } from 'vitest';
import { iconHtml } from 'iconloom/html';
test('a server', () => expect(iconHtml('check')).toContain('href="${SPRITE}#check"'));`,
      'src/own-set.test.js': `import { expect, test } from 'vitest';
import { createIconHtml } from 'iconloom/html';
const set = { iconHref: (name) => 'https://cdn.test/sprite.svg#' + name };
test('a set of its own', () => expect(createIconHtml(set)('check')).toContain('cdn.test'));`,
    },
  });
  expect(runTests(root)).toMatch(/Tests {2}5 passed/);
});

test('snapshots stay when a drawing changes', () => {
  const root = appWithTests({
    files: {
      'src/a.test.js': `import { expect, test } from 'vitest';
import { iconHtml } from 'iconloom/html';
test('snapshot', () => expect(iconHtml('check')).toMatchSnapshot());`,
    },
  });
  expect(runTests(root, '--update')).toMatch(/Tests {2}1 passed/);
  writeFileSync(join(root, 'icons/camera.svg'), square(20));
  expect(runTests(root)).toMatch(/Tests {2}1 passed/);
});

test('an unknown name is still reported', () => {
  const root = appWithTests({
    files: {
      'src/a.test.js': `import { expect, test, vi } from 'vitest';
import { iconHtml } from 'iconloom/html';
test('unknown', () => {
  expect(iconHtml('chek')).toContain('iconloom-missing');
  expect(console.error.mock.calls.flat().join()).toContain("Did you mean 'check'?");
  console.error.mockClear();
});`,
    },
  });
  expect(runTests(root)).toMatch(/Tests {2}1 passed/);
});

test('without the plugin, links carry the name of the icon, and nothing is said', () => {
  const root = appWithTests({
    plugin: '',
    files: {
      'src/a.test.js': `import { expect, test } from 'vitest';
import { iconHtml } from 'iconloom/html';
test('unbound', () => expect(iconHtml('check')).toContain('<use href="#check">'));`,
    },
  });
  expect(runTests(root)).toMatch(/Tests {2}1 passed/);
});
