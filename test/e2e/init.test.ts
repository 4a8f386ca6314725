import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonOf, type Run, run } from './run-cli.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

interface Project extends Run {
  readonly cwd: string;
  readonly before: Tree;
  readonly tree: Tree;
}

async function init(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Project> {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  const ran = await run(cwd, 'init', ...args);
  return { ...ran, cwd, before: files, tree: readTree(cwd) };
}

/** Files that are new or have changed, without the first icon. */
function changesOf({ before, tree }: Project): Tree {
  const changed = Object.entries(tree).filter(
    ([path, text]) => before[path] !== text && !path.startsWith('icons/'),
  );
  return Object.fromEntries(changed);
}

function pkg(
  packages: readonly string[],
  scripts: Readonly<Record<string, string>> = { dev: 'vite', build: 'vite build' },
): string {
  const devDependencies = Object.fromEntries(packages.map((name) => [name, '^1.0.0']));
  const fields = { name: 'app', private: true, type: 'module', scripts, devDependencies };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** A configuration as create-vite writes it. */
function viteConfig(name: string, from: string): string {
  return `import ${name} from '${from}'\nimport { defineConfig } from 'vite'\n\n// https://vite.dev/config/\nexport default defineConfig({\n  plugins: [${name.replace(/[{} ]/g, '')}()],\n})\n`;
}

/** The same with the plugin. */
function withPlugin(config: string): string {
  return config
    .replace("from 'vite'\n", "from 'vite'\nimport icons from 'iconloom/vite'\n")
    .replace('()],', '(), icons()],');
}

const TSCONFIG = '{\n  // of the app\n  "include": ["src"],\n}\n';
const OWN_CONFIG =
  "import { defineConfig } from 'iconloom/config'\n\nexport default defineConfig({\n  inputs: 'icons',\n})\n";
const JSX = (framework: string) =>
  `import { Icon } from 'iconloom/${framework}'\n\nexport function IconExample() {\n  return <Icon name="search" size={24} label="Search" />\n}\n`;
const SFC = (attributes: string) =>
  `<script setup${attributes}>\nimport { Icon } from 'iconloom/vue'\n</script>\n\n<template>\n  <Icon name="search" :size="24" label="Search" />\n</template>\n`;
const SVELTE = (attributes: string) =>
  `<script${attributes}>\n  import { Icon } from 'iconloom/svelte'\n</script>\n\n<Icon name="search" size={24} label="Search" />\n`;

interface Template {
  readonly name: string;
  readonly packages: readonly string[];
  readonly config: string;
  /** Ending of scripts: ts or js. */
  readonly ending: 'ts' | 'js';
  readonly example: readonly [path: string, text: string];
  readonly also?: Readonly<Record<string, string>>;
}

const REACT = viteConfig('react', '@vitejs/plugin-react');
const VUE = viteConfig('vue', '@vitejs/plugin-vue');
const SVELTE_CONFIG = viteConfig('{ svelte }', '@sveltejs/vite-plugin-svelte');
const SOLID = viteConfig('solid', 'vite-plugin-solid');

const TEMPLATES: readonly Template[] = [
  ...(['js', 'ts'] as const).flatMap((ending): Template[] => {
    const isTyped = ending === 'ts';
    const lang = isTyped ? ' lang="ts"' : '';
    const x = isTyped ? 'tsx' : 'jsx';
    return [
      {
        ...{ name: 'react', packages: ['vite', 'react', 'react-dom'], config: REACT, ending },
        example: [`src/IconExample.${x}`, JSX('react')],
      },
      {
        ...{ name: 'vue', packages: ['vite', 'vue'], config: VUE, ending },
        example: ['src/components/IconExample.vue', SFC(lang)],
        also: { 'src/components/HelloWorld.vue': '' },
      },
      {
        ...{ name: 'svelte', packages: ['vite', 'svelte'], config: SVELTE_CONFIG, ending },
        example: ['src/lib/IconExample.svelte', SVELTE(lang)],
        also: { 'src/lib/Counter.svelte': '' },
      },
      {
        ...{ name: 'solid', packages: ['vite', 'solid-js'], config: SOLID, ending },
        example: [`src/IconExample.${x}`, JSX('solid')],
      },
    ];
  }),
];

describe('an app of Vite', () => {
  test.each(TEMPLATES)('$name, $ending', async ({ packages, config, ending, example, also }) => {
    const project = await init(
      {
        'package.json': pkg(packages),
        [`vite.config.${ending}`]: config,
        [`src/main.${ending}`]: '',
        ...(ending === 'ts' && { 'tsconfig.app.json': TSCONFIG, 'tsconfig.json': '{}' }),
        ...also,
      },
      '--yes',
    );
    expect({ code: project.code, stderr: project.stderr }).toEqual({ code: 0, stderr: '' });
    expect(changesOf(project)).toEqual({
      [`vite.config.${ending}`]: withPlugin(config),
      [`iconloom.config.${ending}`]: OWN_CONFIG,
      [example[0]]: example[1],
    });
  });

  test('without a framework and a configuration', async () => {
    const project = await init({ 'package.json': pkg(['vite']), 'src/main.js': '' });
    expect(changesOf(project)).toEqual({
      'vite.config.js':
        "import icons from 'iconloom/vite';\nimport { defineConfig } from 'vite';\n\nexport default defineConfig({\n  plugins: [icons()],\n});\n",
      'iconloom.config.js':
        "import { defineConfig } from 'iconloom/config';\n\nexport default defineConfig({\n  inputs: 'icons',\n});\n",
      'src/icon-example.js': expect.stringContaining("iconHtml('search', { size: 24"),
    });
  });

  test('is written in as its configuration is: quotes, semicolons, indentation', async () => {
    const config =
      'import { svelte } from "a";\n\nexport default {\n\tplugins: [\n\t\tsvelte()\n\t]\n};\n';
    const project = await init(
      { 'package.json': pkg(['vite', 'svelte']), 'vite.config.js': config },
      '--yes',
    );
    expect(changesOf(project)).toEqual({
      'vite.config.js': config
        .replace('"a";\n', '"a";\nimport icons from "iconloom/vite";\n')
        .replace('svelte()\n', 'svelte(),\n\t\ticons()\n'),
      'iconloom.config.js':
        'import { defineConfig } from "iconloom/config";\n\nexport default defineConfig({\n\tinputs: "icons",\n});\n',
      'src/IconExample.svelte':
        '<script>\n\timport { Icon } from "iconloom/svelte";\n</script>\n\n<Icon name="search" size={24} label="Search" />\n',
    });
  });

  test('gets the first icon of our set, with its metadata', async () => {
    const { tree } = await init({ 'package.json': pkg(['vite']) }, '--yes');
    for (const file of ['search.svg', 'search.meta.json']) {
      const own = readFileSync(new URL(`../../icons/${file}`, import.meta.url), 'utf8');
      expect(tree[`icons/${file}`]).toBe(own);
    }
  });

  test('ends with what to do next, in the words of its package manager', async () => {
    const files = { 'package.json': pkg(['vite', 'react']), 'pnpm-lock.yaml': '' };
    const { stdout } = await init(files, '--yes');
    const next = stdout.slice(stdout.indexOf('Next:'));
    expect(next).toContain('1. install it: pnpm add --save-dev iconloom\n');
    expect(next).toContain('start: pnpm dev\n');
    expect(next).toContain('pnpm exec iconloom add mdi:home');
  });

  test('that has iconloom is not told to install it', async () => {
    const { stdout } = await init({ 'package.json': pkg(['vite', 'iconloom']) }, '--yes');
    expect(stdout).not.toContain('install it');
  });
});

describe('a page of Vite', () => {
  const MAIN =
    "import './style.css'\nimport { setUp } from './counter.ts'\n\ndocument.querySelector<HTMLElement>('#app')!.innerHTML = `<p>Hello</p>`\nsetUp()\n";
  const page = (script: string) => `<!doctype html>\n<div id="app"></div>\n${script}\n`;
  const APP = {
    'package.json': pkg(['vite', 'typescript']),
    'index.html': page('<script type="module" src="/src/main.ts"></script>'),
    'src/main.ts': MAIN,
  };

  test('ends with its example imported and shown', async () => {
    const project = await init(APP, '--yes');
    expect(project.tree['src/icon-example.ts']).toContain('export function showIcon(');
    expect(project.tree['src/main.ts']).toBe(
      MAIN.replace(
        "'./counter.ts'\n",
        "'./counter.ts'\nimport { showIcon } from './icon-example.ts'\n",
      ).concat('\nshowIcon(document.body)\n'),
    );
    expect(project.stdout).toMatch(/edit +src\/main\.ts +shows the example/);
    expect(project.stdout).toContain('start, and see one at the end of the page: npm run dev\n');
    expect(project.stdout).not.toContain('see one: ');
  });

  test('is changed once', async () => {
    const { cwd, tree } = await init(APP, '--yes');
    const { stdout } = await run(cwd, 'init', '--yes');
    expect(readTree(cwd)).toEqual(tree);
    expect(stdout).toContain('see one at the end of the page');
  });

  test.each([
    ['', "import { showIcon } from './icon-example';\n\n\nshowIcon(document.body);\n"],
    [
      'let a = 1',
      "import { showIcon } from './icon-example'\n\nlet a = 1\n\nshowIcon(document.body)\n",
    ],
    [
      'import "./a.js";\r\n',
      'import "./a.js";\r\nimport { showIcon } from "./icon-example";\r\n\r\nshowIcon(document.body);\r\n',
    ],
  ])('whose script is %j keeps what it has', async (before, after) => {
    const { tree } = await init({ ...APP, 'src/main.ts': before }, '--yes');
    expect(tree['src/main.ts']).toBe(after);
  });

  test.each([
    [
      'with two scripts',
      { 'index.html': page('<script type="module" src="/src/main.ts"></script>'.repeat(2)) },
    ],
    [
      'whose script is in it',
      { 'index.html': page('<script type="module">import "/src/main.ts"</script>') },
    ],
    [
      'whose script is elsewhere',
      { 'index.html': page('<script type="module" src="https://cdn.test/main.ts"></script>') },
    ],
    ['whose script cannot be read', { 'src/main.ts': 'import {' }],
    ['whose script has the name', { 'src/main.ts': 'const showIcon = 1;\n' }],
    ['that has a file in the place of the example', { 'src/icon-example.ts': 'mine' }],
  ])('%s is left, and what to do is told', async (_, files) => {
    const project = await init({ ...APP, ...files }, '--yes');
    expect(project.tree['src/main.ts']).toBe(({ ...APP, ...files } as Tree)['src/main.ts']);
    expect(project.stdout).toContain(
      'see one: import { showIcon } from src/icon-example.ts and call showIcon(document.body)\n',
    );
  });
});

describe('frameworks without a component of their own', () => {
  const app = (packages: readonly string[]) => ({
    'package.json': pkg(['vite', 'typescript', ...packages]),
    'vite.config.ts': viteConfig('own', 'own'),
    'index.html': '<script type="module" src="/src/main.ts"></script>',
    'src/main.ts': "import './app.ts';\n",
  });

  test('Preact takes the component of React', async () => {
    const { tree, stdout } = await init(app(['preact', '@preact/preset-vite']), '--yes');
    expect(tree['src/IconExample.tsx']).toBe(JSX('react'));
    expect(stdout).not.toContain('preact/compat');
  });

  test('Preact without its preset is told what the component needs', async () => {
    const { stdout } = await init(app(['preact']), '--yes');
    expect(stdout).toContain("alias 'react' to 'preact/compat'");
  });

  test('Lit writes HTML in a component, which the page shows', async () => {
    const { tree } = await init(app(['lit']), '--yes');
    expect(tree['src/icon-example.ts']).toContain(
      "iconHtml('search', { size: 24, label: 'Search' })",
    );
    expect(tree['src/icon-example.ts']).toContain('unsafeHTML(icon)}`\n');
    expect(tree['src/main.ts']).toBe(
      "import './app.ts';\nimport { IconExample } from './icon-example.ts';\n\ndocument.body.append(new IconExample());\n",
    );
  });

  test.each(['@builder.io/qwik', '@qwik.dev/core'])(
    'Qwik, as %s, links to the sprite',
    async (core) => {
      const { tree, stdout } = await init(app([core]), '--yes');
      expect(tree['src/IconExample.tsx']).toBe(
        `/// <reference types="iconloom/client" />\nimport { component$ } from '${core}'\nimport { iconHref } from 'virtual:iconloom'\n\nexport const IconExample = component$(() => (\n  <svg width="24" height="24" role="img" aria-label="Search">\n    <use href={iconHref('search')} />\n  </svg>\n))\n`,
      );
      expect(stdout).toContain('import { IconExample } from src/IconExample.tsx');
    },
  );

  test('all take files that are kept, too', async () => {
    for (const [name, code] of [
      [
        'preact',
        "import { createIcon } from 'iconloom/react';\nimport * as icons from './icons/icons.js';",
      ],
      [
        'lit',
        "import { createIconHtml } from 'iconloom/html';\nimport { html, LitElement } from 'lit';",
      ],
      ['@builder.io/qwik', "import { iconHref } from './icons/icons.js';"],
    ] as const) {
      const { tree } = await init(app([name]), '--yes', '--bundler', 'none');
      expect(Object.values(tree).join('\n')).toContain(code);
    }
  });
});

describe('other bundlers', () => {
  test.each([
    ['webpack', 'webpack.config.js', 'iconloom/webpack'],
    ['@rspack/core', 'rspack.config.mjs', 'iconloom/rspack'],
    ['rollup', 'rollup.config.js', 'iconloom/rollup'],
    ['rolldown', 'rolldown.config.ts', 'iconloom/rolldown'],
    ['webpack', 'build/own.js', 'iconloom/webpack'],
  ])('%s with %s', async (name, file, from) => {
    const scripts = { build: `webpack --mode production --config "./build/own.js"` };
    const project = await init(
      {
        'package.json': pkg([name], file.startsWith('build/') ? scripts : {}),
        [file]: 'export default {\n  plugins: [a()],\n};\n',
      },
      '--yes',
    );
    expect(changesOf(project)[file]).toBe(
      `import icons from '${from}';\n\nexport default {\n  plugins: [a(), icons()],\n};\n`,
    );
  });

  test('esbuild with a script', async () => {
    const file = 'scripts/build.mjs';
    const text = "import { build } from 'esbuild';\nawait build({ bundle: true });\n";
    const project = await init({ 'package.json': pkg(['esbuild']), [file]: text }, '--yes');
    expect(changesOf(project)[file]).toBe(
      "import { build } from 'esbuild';\nimport icons from 'iconloom/esbuild';\nawait build({ bundle: true, plugins: [icons()] });\n",
    );
  });

  test('a configuration that cannot be edited is left, and what to add is told', async () => {
    const config = 'module.exports = merge(base, { plugins: [] });\n';
    const project = await init({ 'package.json': pkg(['webpack']), 'webpack.config.cjs': config });
    expect(project.code).toBe(0);
    expect(project.tree['webpack.config.cjs']).toBe(config);
    expect(project.stderr).toBe(
      "webpack.config.cjs warning config-not-edited  The file was not edited because it gets it from a call of merge.\n  fix: Add `import icons from 'iconloom/webpack';` at its top, and `icons()` to the list plugins.\n1 warning\n",
    );
    expect(Object.keys(changesOf(project))).toEqual([...['icon-example.js', 'iconloom.config.js']]);
  });

  test('a bundler without a configuration is told what to add', async () => {
    const { code, stderr } = await init({ 'package.json': pkg(['rollup']) }, '--yes');
    expect(code).toBe(0);
    expect(stderr).toContain('iconloom/rollup');
  });
});

describe('platforms', () => {
  test.each([
    ['astro', 'astro.config.mjs', 'src/components/IconExample.astro'],
    ['nuxt', 'nuxt.config.ts', 'components/IconExample.vue'],
  ])('%s: the plugin goes to its Vite', async (name, file, example) => {
    const project = await init(
      { 'package.json': pkg([name]), [file]: 'export default defineIt({});\n' },
      '--yes',
    );
    const changes = changesOf(project);
    expect(changes[file]).toBe(
      "import icons from 'iconloom/vite';\n\nexport default defineIt({ vite: { plugins: [icons()] } });\n",
    );
    expect(Object.keys(changes)).toContain(example);
  });

  test('SvelteKit: the plugin goes to the configuration of Vite', async () => {
    const config = viteConfig('{ sveltekit }', '@sveltejs/kit/vite');
    const project = await init(
      { 'package.json': pkg(['@sveltejs/kit', 'svelte', 'vite']), 'vite.config.ts': config },
      '--yes',
    );
    expect(changesOf(project)).toMatchObject({
      'vite.config.ts': withPlugin(config),
      'src/lib/IconExample.svelte': SVELTE(''),
    });
  });

  test('React Router: the plugin goes to the configuration of Vite', async () => {
    const config = viteConfig('{ reactRouter }', '@react-router/dev/vite');
    const packages = ['@react-router/dev', 'react', 'react-router', 'vite'];
    const project = await init(
      { 'package.json': pkg(packages), 'vite.config.ts': config, 'app/root.tsx': '' },
      '--yes',
    );
    const changes = changesOf(project);
    expect(changes['vite.config.ts']).toBe(withPlugin(config));
    expect(Object.keys(changes)).toContain('app/components/IconExample.jsx');
    expect(project.stdout).toContain('react-router, plugin for vite');
  });

  test('Next: files that are kept, built before each build', async () => {
    const scripts = { dev: 'next dev', build: 'next build' };
    const project = await init(
      {
        'package.json': pkg(['next', 'react'], scripts),
        'tsconfig.json': '{}',
        'src/app/page.tsx': '',
      },
      '--yes',
    );
    expect(changesOf(project)).toEqual({
      'package.json': pkg(['next', 'react'], {
        ...scripts,
        ...{ icons: 'iconloom build', prebuild: 'npm run icons' },
      }),
      'iconloom.config.ts':
        "import { defineConfig } from 'iconloom/config';\n\nexport default defineConfig({\n  inputs: 'icons',\n  out: 'src/icons',\n  publicDir: 'public/icons',\n  fileName: '[name].[hash].svg',\n  base: '/icons',\n});\n",
      'src/components/IconExample.tsx':
        'import { createIcon } from \'iconloom/react\';\nimport * as icons from \'../icons/icons.js\';\n\nconst Icon = createIcon(icons);\n\nexport function IconExample() {\n  return <Icon name="search" size={24} label="Search" />;\n}\n',
    });
    expect(project.stdout).toContain(
      'commit what is in src/icons and public/icons: npm run icons\n',
    );
  });
});

describe('Angular', () => {
  const APP = {
    'package.json': pkg(['@angular/core', '@angular/build', 'typescript'], {
      start: 'ng serve',
      build: 'ng build',
    }),
    'angular.json': '{}',
    'src/app/app.ts': '',
  };

  test.each([
    ['public', 'icons'],
    ['src/assets', 'assets/icons'],
  ])(
    'serves the sprite from %s, keeps the code apart, and has a component',
    async (served, base) => {
      const project = await init({ ...APP, [`${served}/favicon.ico`]: '' }, '--yes');
      expect({ code: project.code, stderr: project.stderr }).toEqual({ code: 0, stderr: '' });
      const changes = changesOf(project);
      expect(Object.keys(changes).sort()).toEqual([
        'iconloom.config.ts',
        'package.json',
        'src/app/icon.ts',
      ]);
      expect(changes['iconloom.config.ts']).toContain(
        `  out: 'src/icons',\n  publicDir: '${served}/icons',\n  fileName: '[name].[hash].svg',\n  base: '${base}',\n`,
      );
      expect(changes['package.json']).toContain('"prebuild": "npm run icons"');
      expect(changes['src/app/icon.ts']).toContain("from '../icons/icons.js';");
      expect(project.stdout).toContain('<app-icon name="search" label="Search" />');
    },
  );
});

describe('Next with a basePath', () => {
  const baseIn = async (file: string, config: string) => {
    const files = {
      'package.json': pkg(['next', 'react'], { build: 'next build' }),
      [file]: config,
    };
    const project = await init(files, '--yes');
    const [, base] = /base: '([^']*)'/.exec(project.tree['iconloom.config.js'] ?? '') ?? [];
    return { base, stdout: project.stdout };
  };

  test.each([
    ['in the object', 'next.config.mjs', `export default { basePath: '/repo' };`],
    [
      'in a constant, with TypeScript',
      'next.config.ts',
      `import type { NextConfig } from 'next';
const basePath = \`/repo\`;
const config: NextConfig = { output: 'export', basePath, images: { unoptimized: true } };
export default config;`,
    ],
    [
      'in a CommonJS file, behind the wrapper of a plugin',
      'next.config.js',
      `const withMDX = require('@next/mdx')();
const config = { basePath: '/repo', assetPrefix: 'https://cdn.example' };
module.exports = withMDX(config);`,
    ],
    [
      'in a function of the phase, with a slash too many',
      'next.config.mjs',
      `export default async (phase) => { return { basePath: '/repo/' }; };`,
    ],
    [
      'behind two wrappers',
      'next.config.mjs',
      `export default withSentry(withIntl()({ ['basePath']: '/repo', basePath: '/repo' }), { silent: true });`,
    ],
  ])('%s: the sprite is linked below it', async (_, file, config) => {
    expect((await baseIn(file, config)).base).toBe('/repo/icons');
  });

  test.each([
    ['without one', `export default { output: 'export', trailingSlash: true };`],
    ['with an empty one', `export default { basePath: '' };`],
    [
      'with an assetPrefix, which public files do not have',
      `export default { assetPrefix: '/cdn' };`,
    ],
    ['with a comment only', `export default { /* basePath: '/repo' */ };`],
  ])('%s: the sprite is linked from the root', async (_, config) => {
    const { base, stdout } = await baseIn('next.config.mjs', config);
    expect(base).toBe('/icons');
    expect(stdout).not.toContain('basePath');
  });

  test.each([
    ['the environment', `export default { basePath: process.env.BASE_PATH ?? '' };`],
    ['a condition', `const isCI = true;\nexport default { basePath: isCI ? '/repo' : '' };`],
    [
      'another object',
      `import shared from './shared.mjs';\nexport default { ...shared, basePath: shared.basePath };`,
    ],
  ])('that only %s knows: says what to set', async (_, config) => {
    const { base, stdout } = await baseIn('next.config.mjs', config);
    expect(base).toBe('/icons');
    expect(stdout).toContain(
      "next.config.mjs: Set base in iconloom.config.js to its basePath and '/icons'",
    );
  });
});

describe('without a bundler', () => {
  test('an empty folder gets icons, a configuration and a page', async () => {
    const project = await init({}, '--yes');
    expect(changesOf(project)).toEqual({
      'iconloom.config.mjs': expect.stringContaining("out: 'built-icons'"),
      'icon-example.html': expect.stringContaining('href="built-icons/sprite.svg#search"'),
    });
    expect(project.stdout).toContain('npx iconloom build');
  });

  test('what was set up builds as told', async () => {
    const { cwd } = await init({ 'public/index.html': '' }, '--yes');
    // Not installed in a folder of a test.
    writeTree(cwd, {
      'iconloom.config.mjs': readTree(cwd)
        ['iconloom.config.mjs']?.replace(/^import .*\n/, '')
        .replace(/defineConfig\(([\s\S]*)\);/, '$1;') as string,
    });
    const { code, stderr } = await run(cwd, 'build');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const tree = readTree(join(cwd, 'public'));
    expect(tree['icon-example.html']).toContain('href="icons/sprite.svg#search"');
    expect(tree['icons/sprite.svg']).toContain('id="search"');
  });

  test.each([
    [
      'package-lock.json',
      { build: 'tool' },
      { icons: 'iconloom build', prebuild: 'npm run icons' },
    ],
    ['yarn.lock', { build: 'tool' }, { icons: 'iconloom build', prebuild: 'yarn icons' }],
    ['package-lock.json', { build: 'tool', prebuild: 'clean' }, { icons: 'iconloom build' }],
    ['package-lock.json', { icons: 'mine' }, {}],
    ['package-lock.json', { icons: 'mine', build: 'tool' }, { prebuild: 'iconloom build' }],
    ['package-lock.json', { sprite: 'iconloom build art' }, {}],
  ])('%s, scripts %j: adds %j', async (lock, scripts, added) => {
    const project = await init({ 'package.json': pkg([], scripts), [lock]: '' }, '--yes');
    expect(project.tree['package.json']).toBe(pkg([], { ...scripts, ...added }));
  });

  test('yarn since 2 runs no prebuild, which is told', async () => {
    const project = await init(
      { 'package.json': pkg([], { build: 'tool' }), 'yarn.lock': '', '.yarnrc.yml': '' },
      '--yes',
    );
    expect(project.tree['package.json']).not.toContain('prebuild');
    expect(project.stdout).toContain("run `iconloom build` before the script 'build'");
  });

  test('a package.json keeps its form', async () => {
    const text = '{\r\n\t"name": "app",\r\n\t"files": [ "a" ]\r\n}\r\n';
    const { tree } = await init({ 'package.json': text }, '--yes');
    expect(tree['package.json']).toBe(
      '{\r\n\t"name": "app",\r\n\t"files": [ "a" ],\r\n\t"scripts": {\r\n\t\t"icons": "iconloom build"\r\n\t}\r\n}\r\n',
    );
  });
});

describe('types', () => {
  const withConfig = async (file: string, text: string) => {
    const files = { 'package.json': pkg(['vite']), 'src/main.ts': '', [file]: text };
    return (await init(files, '--yes')).tree[file];
  };

  test.each([
    ['{ "include": ["app/**/*.ts"] }', '{ "include": ["app/**/*.ts", "src/iconloom.d.ts"] }'],
    [
      '{\n  "include": [\n    "src/**/*.vue", // pages\n  ],\n}\n',
      '{\n  "include": [\n    "src/**/*.vue", // pages\n    "src/iconloom.d.ts",\n  ],\n}\n',
    ],
    ['{ "files": ["src/main.ts"] }', '{ "files": ["src/main.ts", "src/iconloom.d.ts"] }'],
  ])('%j does not see them, and is made to', async (before, after) => {
    expect(await withConfig('tsconfig.json', before)).toBe(after);
  });

  test.each([
    '{}',
    '{ "include": ["src"] }',
    '{ "include": ["./src/"] }',
    '{ "include": ["src/**/*.ts"] }',
    '{ "include": ["**/*"] }',
    '{ "extends": "./other.json", "files": ["a.ts"] }',
    '{ "files": [], "references": [{ "path": "./a.json" }] }',
    'no json',
  ])('%j is left as it is', async (text) => {
    expect(await withConfig('tsconfig.json', text)).toBe(text);
  });
});

describe('what is there already', () => {
  const APP = {
    'package.json': pkg(['vite', 'react']),
    'vite.config.js': REACT,
    'src/main.jsx': '',
  };

  test('a second run changes nothing and says so', async () => {
    const { cwd, tree } = await init(APP, '--yes');
    const { code, stdout } = await run(cwd, 'init', '--yes');
    expect(code).toBe(0);
    expect(readTree(cwd)).toEqual(tree);
    expect(stdout).not.toMatch(/^ {2}(create|edit)/m);
    expect(stdout).toContain('\nNo changes.\n');
    expect(stdout).toMatch(/keep +vite\.config\.js +has iconloom\/vite already/);
  });

  test('a second run changes nothing without a bundler, either', async () => {
    const { cwd, tree } = await init({ 'package.json': pkg([], { build: 'x' }) }, '--yes');
    await run(cwd, 'init', '--yes');
    expect(readTree(cwd)).toEqual(tree);
  });

  test('is told and left', async () => {
    const own = {
      'iconloom.config.mjs': "export default { inputs: ['./art/', 'more'] };\n",
      'art/Menu Open.svg': square(8),
      'src/IconExample.jsx': 'mine',
    };
    const project = await init({ ...APP, ...own }, '--yes');
    expect(Object.keys(changesOf(project))).toEqual(['vite.config.js']);
    expect(project.tree).toMatchObject(own);
    expect(project.tree['icons/search.svg']).toBeUndefined();
    expect(project.stdout).toMatch(/keep +art\/ +has an icon already/);
    expect(project.stdout).toMatch(/keep +iconloom\.config\.mjs +configures iconloom already/);
    expect(project.stdout).toMatch(/keep +src\/IconExample\.jsx +exists already/);
  });

  test('drawings in a usual folder are taken, and the example shows one of them', async () => {
    const project = await init({ ...APP, 'src/assets/icons/menu.svg': square(8) }, '--yes');
    expect(project.tree['iconloom.config.js']).toContain("inputs: 'src/assets/icons'");
    expect(project.tree['src/IconExample.jsx']).toContain('name="menu"');
    expect(project.tree['icons/search.svg']).toBeUndefined();
  });

  test('a configuration whose inputs only running it tells gets no icon and no example', async () => {
    const own = { 'iconloom.config.mjs': 'export default { inputs: folders() };\n' };
    const project = await init({ ...APP, ...own }, '--yes');
    expect(Object.keys(changesOf(project))).toEqual(['vite.config.js']);
  });

  test('a configuration with a path from the root gets no icon and no example', async () => {
    const own = { 'iconloom.config.mjs': "export default { inputs: '/srv/icons' };\n" };
    const project = await init({ ...APP, ...own }, '--yes');
    expect(Object.keys(changesOf(project))).toEqual(['vite.config.js']);
  });

  test('the key in package.json counts as a configuration', async () => {
    const text = '\ufeff{ "devDependencies": { "vite": "1" }, "iconloom": { "inputs": "art" } }';
    const { tree } = await init({ 'package.json': text }, '--yes');
    expect(Object.keys(tree)).toContain('art/search.svg');
    expect(Object.keys(tree).filter((path) => path.startsWith('iconloom.config'))).toEqual([]);
  });
});

describe('the call', () => {
  const APP = { 'package.json': pkg(['vite', 'react', 'vue']), 'vite.config.js': REACT };

  test('--framework and --bundler win over what is found', async () => {
    const vue = await init(APP, '--framework', 'vue', '--bundler', 'none');
    expect(Object.keys(changesOf(vue)).sort()).toEqual([
      ...['iconloom.config.js', 'package.json', 'src/IconExample.vue'],
    ]);
  });

  test('a wrong word is told with what may be meant', async () => {
    const { code, stderr, tree } = await init(APP, '--framework', 'reactt');
    expect(code).toBe(2);
    expect(stderr).toContain(
      "Option 'framework' must be one of react, vue, svelte, solid, preact, lit, qwik, none",
    );
    expect(stderr).toContain("Did you mean 'react'?");
    expect(tree).toEqual(APP);
  });

  test('--dry-run lists all and writes nothing', async () => {
    const { code, stdout, tree } = await init(APP, '--dry-run');
    expect({ code, tree }).toEqual({ code: 0, tree: APP });
    expect(stdout).toMatch(/create +icons\/search\.svg/);
    expect(stdout).toMatch(/edit +vite\.config\.js/);
    expect(stdout).toMatch(/\nDry run: nothing written\.\n$/);
  });

  test('--json prints one object', async () => {
    const project = await init(APP, '--json');
    expect(jsonOf(project)).toMatchObject({
      ok: true,
      dryRun: false,
      framework: 'react',
      platform: null,
      bundler: 'vite',
      files: [
        { path: 'icons/search.svg', status: 'create' },
        { path: 'icons/search.meta.json', status: 'create' },
        { path: 'vite.config.js', status: 'edit' },
        { path: 'iconloom.config.js', status: 'create' },
        { path: 'src/IconExample.jsx', status: 'create' },
      ],
      next: expect.arrayContaining(['install it: npm install --save-dev iconloom']),
      diagnostics: [],
    });
  });

  test('a broken package.json is told, and nothing is written', async () => {
    const { code, stderr, tree } = await init({ 'package.json': '{' }, '--yes');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^package\.json error config-unreadable/);
    expect(Object.keys(tree)).toEqual(['package.json']);
  });

  test('scripts that are none are passed over', async () => {
    const { code, stderr, tree } = await init(
      { 'package.json': '{ "scripts": { "dev": 1 } }' },
      '--yes',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(tree['package.json']).toContain('"icons": "iconloom build"');
  });

  test('a file that cannot be written leaves all as it was', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { ...APP, src: '' });
    const { code, stderr } = await run(cwd, 'init', '--yes');
    expect(code).toBe(1);
    expect(stderr).toMatch(/error write-failed/);
    expect(readTree(cwd)).toEqual({ ...APP, src: '' });
  });
});
