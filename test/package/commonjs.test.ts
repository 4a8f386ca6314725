import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentBin, installTarball } from './install-tarball.ts';
import { typeProblems } from './type-problems.ts';

const FIXTURE = fileURLToPath(new URL('../types/commonjs.cts', import.meta.url));
/** What tests import, and whose types the entries use. */
const PACKAGES = [
  'jsdom',
  'react',
  'vue',
  'solid-js',
  '@types/react',
  'webpack',
  'vite',
  'esbuild',
];

let folder = '';
let remove = (): void => {};

beforeAll(() => {
  ({ folder, remove } = installTarball());
  for (const name of [...PACKAGES, 'rollup', 'rolldown', '@rspack/core']) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(developmentBin(name), place, 'junction');
  }
  writeFileSync(join(folder, 'package.json'), '{}');
});

afterAll(() => remove());

/** What a script prints. Without `require(esm)`, Node loads what Jest does. */
function run(script: string, ...flags: string[]): string {
  writeFileSync(join(folder, 'use.cjs'), script);
  return execFileSync('node', [...flags, 'use.cjs'], { cwd: folder, encoding: 'utf8' });
}

describe('code that calls require()', () => {
  it.each([
    ['react', 'Icon,createIcon'],
    ['vue', 'Icon,createIcon'],
    ['solid', 'Icon,createIcon'],
    ['element', 'defineIconElement'],
    ['html', 'createIconHtml,iconHtml,svgAttributes'],
    ['inline', 'ORIGIN,createSpriteFor,inlineSprite'],
    ['cross-origin', 'crossOriginHref,loadSprite,localSet'],
    ['registry', ''],
    ['icons', 'aliases,directional,icon,iconHref,iconNames,icons,isIconName'],
    ['config', 'defineConfig'],
    ['jest', 'aliases,directional,icon,iconHref,iconNames,isIconName,spriteUrl'],
  ])('gets iconloom/%s where no ES module can be loaded', (entry, names) => {
    const script = `console.log(Object.keys(require('iconloom/${entry}')).sort().join())`;
    expect(run(script, '--no-experimental-require-module')).toBe(`${names}\n`);
  });

  it.each(['webpack', 'rspack', 'vite', 'rollup', 'rolldown', 'esbuild'])(
    'calls what it gets from iconloom/%s',
    (entry) => {
      const output = run(`
        const icons = require('iconloom/${entry}');
        console.log(typeof icons, [icons()].flat()[0].name, icons.default === icons);
      `);
      expect(output).toBe('function iconloom true\n');
    },
  );

  it('gets the library', () => {
    expect(run("console.log(typeof require('iconloom').build)")).toBe('function\n');
  });
});

describe('a simulated document of an older jsdom, as Jest has it', () => {
  const OPEN = `
    const { window } = new (require('jsdom').JSDOM)('<body>');
    delete window.CSSStyleSheet.prototype.replaceSync;
    for (const root of [window.Document, window.ShadowRoot]) {
      delete root.prototype.adoptedStyleSheets;
    }
    const names = ['window', 'document', 'customElements', 'HTMLElement', 'CSSStyleSheet', 'MutationObserver', 'Event'];
    for (const name of names) globalThis[name] = window[name];
  `;

  it('shows the custom element', () => {
    const output = run(`${OPEN}
      require('iconloom/element').defineIconElement();
      document.body.innerHTML = '<iconloom-icon name="bookmark"></iconloom-icon>';
      console.log(document.body.firstChild.shadowRoot.innerHTML);
    `);
    expect(output).toContain('<use href="#bookmark"></use>');
  });

  it('takes a sprite with style sheets', () => {
    const output = run(`${OPEN}
      const sheet = '<style>.a{fill:red}</style>';
      const sprite = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="a">' + sheet + '</symbol></svg>';
      require('iconloom/inline').inlineSprite(sprite);
      console.log(document.querySelector('svg[data-iconloom]').innerHTML);
    `);
    expect(output).toBe('<symbol id="a"></symbol>\n');
  });

  it('is left alone once the test has ended', () => {
    const output = run(`${OPEN}
      const sprite = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="a"/></svg>';
      require('iconloom/inline').inlineSprite(sprite);
      window.addEventListener('error', ({ message }) => console.log(message));
      document.querySelector('svg[data-iconloom]').remove();
      delete globalThis.document;
      queueMicrotask(() => setTimeout(() => console.log('ended')));
    `);
    expect(output).toBe('ended\n');
  });
});

describe('iconloom/config', () => {
  it.each(['config/define.js', 'commonjs/config.cjs'])('imports nothing in %s', (file) => {
    const text = readFileSync(join(folder, 'node_modules/iconloom/dist', file), 'utf8');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    expect(importedFiles).toEqual([]);
  });
});

describe('the stand-ins for Jest', () => {
  it('link to the name of the icon', () => {
    const output = run(`
      const { icon, iconHref } = require('iconloom/jest');
      console.log(iconHref(icon.arrowBack), iconHref(icon.a_1), iconHref(icon._1x1));
      const { default: transform } = require('iconloom/jest-svg');
      const { code } = transform.process('', '/app/icons/arrow-back.svg');
      const made = {};
      new Function('exports', code)(made);
      console.log(made.default);
    `);
    expect(output).toBe('#arrow-back #a-1 #1x1\n#arrow-back\n');
  });
});

describe('types', () => {
  it.each([
    ['node10', 'commonjs', 'app.ts'],
    ['node16', 'node16', 'app.cts'],
    ['nodenext', 'nodenext', 'app.cts'],
    ['bundler', 'esnext', 'app.ts'],
  ])(
    'of all entries are found with moduleResolution %s and module %s',
    (resolution, module, file) => {
      cpSync(FIXTURE, join(folder, file));
      const compilerOptions = {
        ...{ module, moduleResolution: resolution, target: 'es2022', ignoreDeprecations: '6.0' },
        ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: [], jsx: 'react-jsx', strict: true },
        ...{ esModuleInterop: true, noEmit: true, skipLibCheck: true },
      };
      const config = JSON.stringify({ compilerOptions, files: [file] });
      writeFileSync(join(folder, 'tsconfig.json'), config);
      expect(typeProblems(folder)).toBe('');
    },
  );
});
