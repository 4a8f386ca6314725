import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentBin, installTarball } from './install-tarball.ts';

const TYPES = fileURLToPath(new URL('../types/', import.meta.url));
const FRAMEWORKS = ['react', '@types/react', 'vue', 'svelte', 'solid-js'];

let folder = '';
let remove = (): void => {};

beforeAll(() => {
  ({ folder, remove } = installTarball());
  for (const name of FRAMEWORKS) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(developmentBin(name), place, 'junction');
  }
  for (const file of ['set.ts', 'react.tsx', 'vue.tsx', 'solid.tsx', 'svelte.ts', 'element.ts']) {
    cpSync(join(TYPES, file), join(folder, file));
  }
  cpSync(join(TYPES, 'registered.tsx'), join(folder, 'registered.tsx'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => remove());

/** What the compiler finds wrong in files of the project. */
function problemsIn(files: readonly string[], module: string, moduleResolution: string): string {
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'] },
    ...{ types: [], jsx: 'react-jsx', strict: true, exactOptionalPropertyTypes: true },
    ...{ noEmit: true, skipLibCheck: true },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = developmentBin('typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

describe.each([
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
])('with module %s and moduleResolution %s', (module, resolution) => {
  it('right names compile in each framework, and wrong ones do not', () => {
    const files = ['react.tsx', 'vue.tsx', 'solid.tsx', 'svelte.ts', 'element.ts'];
    expect(problemsIn(files, module, resolution)).toBe('');
  });

  it('the names that the app has registered are those of the bound components', () => {
    expect(problemsIn(['registered.tsx'], module, resolution)).toBe('');
  });
});
