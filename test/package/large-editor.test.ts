import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentBin, installTarball } from './install-tarball.ts';
import { type EditorServer, startServer } from './tsserver.ts';
import { writeAppTypes } from './typed-app.ts';

/** As many icons as large apps have. */
const COUNT = 2000;

const APP = `import house from 'iconloom:house';
import { icon, iconHref } from 'virtual:iconloom';
import { iconHtml } from 'iconloom/html';
import { Icon } from 'iconloom/react';
import type { IconName } from 'iconloom/registry';

export const shown = <Icon name="house" label="house" />;
export const uses = [iconHref('house'), iconHtml('house'), icon.house, house];
export const listed: IconName[] = ['house'];
export const held: { icon?: IconName | null } = { icon: 'star' };
export const satisfied = 'star' satisfies IconName;
export const compared = (name: IconName) => name === 'heart';
export const aliased = <Icon name="back" />;
export const own: 'house' | 'cottage' = 'house';
export const free: string = 'house';
export const either = (on: boolean) => <Icon name={on ? 'heart' : 'star'} />;
`;

let folder = '';
let remove = (): void => {};
let plain: EditorServer | undefined;
let extended: EditorServer | undefined;
const open = (server: EditorServer | undefined): EditorServer => {
  if (!server) throw new Error('The server was not started.');
  return server;
};

beforeAll(async () => {
  ({ folder, remove } = installTarball());
  for (const name of ['react', '@types/react']) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(developmentBin(name), place, 'junction');
  }
  mkdirSync(join(folder, 'icons'));
  const lucide = developmentBin('lucide-static/icons');
  const names = readdirSync(lucide).filter((file) => file.endsWith('.svg'));
  for (const name of new Set(['house.svg', 'star.svg', 'heart.svg', ...names])) {
    if (readdirSync(join(folder, 'icons')).length === COUNT - 1) break;
    copyFileSync(join(lucide, name), join(folder, 'icons', name));
  }
  const types = await writeAppTypes(folder);
  writeFileSync(join(folder, 'app.tsx'), APP);
  for (const [place, plugins] of [
    ['plain', []],
    ['extended', [{ name: 'iconloom/typescript' }]],
  ] as const) {
    const compilerOptions = {
      ...{ module: 'esnext', moduleResolution: 'bundler', target: 'es2022', types: [] },
      ...{ lib: ['es2022', 'dom', 'dom.iterable'], jsx: 'react-jsx', strict: true, noEmit: true },
      plugins,
    };
    const files = ['app.tsx', types];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const server = startServer(folder, 'app.tsx');
    await server.hover('{ icon');
    if (place === 'plain') plain = server;
    else extended = server;
  }
});

afterAll(() => {
  plain?.close();
  extended?.close();
  remove();
});

describe(`${COUNT} icons in the editor`, () => {
  it('have types of at most 300 kB', () => {
    const { size } = statSync(join(folder, 'src/iconloom.d.ts'));
    console.log(`iconloom.d.ts of ${COUNT} icons: ${(size / 1000).toFixed(0)} kB`);
    expect(size).toBeLessThanOrEqual(300_000);
  });

  it.each(['icon.hou', "'iconloom:hou"])('%s leads to the source', async (text) => {
    expect(await open(plain).definition(text)).toEqual(['icons/house.svg']);
    console.log(`definition: ${open(plain).lastMs().toFixed(0)} ms`);
  });

  it('are all offered as names', async () => {
    const offered = await open(plain).complete('<Icon name="');
    console.log(`completions: ${open(plain).lastMs().toFixed(0)} ms`);
    expect(offered.length).toBeGreaterThanOrEqual(COUNT);
  });
});

describe('the plugin for the language server', () => {
  it.each([
    ['<Icon name="hou', 'house'],
    ["iconHref('hou", 'house'],
    ["iconHtml('hou", 'house'],
    ["on ? 'hea", 'heart'],
    ["= ['hou", 'house'],
    ["icon: 'sta", 'star'],
    ["satisfied = 'sta", 'star'],
    ['aliased = <Icon name="bac', 'arrow-back'],
    ['icon.hou', 'house'],
  ])('%s leads to the source, and shows it', async (text, name) => {
    const server = open(extended);
    expect(await server.definition(text)).toEqual([`icons/${name}.svg`]);
    const definition = server.lastMs();
    const { about } = await server.hover(text);
    console.log(`definition ${definition.toFixed(0)} ms, hover ${server.lastMs().toFixed(0)} ms`);
    expect(about).toMatch(/!\[[\w-]+\]\(data:image\/svg\+xml;base64,[\w+/=]+\)/);
  });

  it('shows the picture of a name that is offered', async () => {
    const server = open(extended);
    expect(await server.complete('<Icon name="')).toContain('star');
    const details = await server.details('<Icon name="', 'star');
    console.log(`details: ${server.lastMs().toFixed(0)} ms`);
    expect(details).toContain('data:image/svg+xml');
  });

  it('has nothing to say of other texts', async () => {
    for (const text of ['label="hou', "own: 'house' | 'cottage' = 'hou", "free: string = 'hou"]) {
      expect(await open(extended).definition(text), text).toEqual([]);
      expect(await open(extended).hover(text), text).toEqual({ type: '', about: '' });
    }
  });
});
