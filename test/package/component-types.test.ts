import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from './editor.ts';
import { developmentBin, installTarball } from './install-tarball.ts';
import { typeProblems } from './type-problems.ts';
import { writeAppTypes } from './typed-app.ts';

const TYPES = fileURLToPath(new URL('../types/', import.meta.url));
const FRAMEWORKS = ['react', '@types/react', 'vue', 'svelte', 'solid-js'];

let folder = '';
let remove = (): void => {};
/** Path of what the bundler plugin has written. */
let appTypes = '';

beforeAll(async () => {
  ({ folder, remove } = installTarball());
  for (const name of FRAMEWORKS) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(developmentBin(name), place, 'junction');
  }
  for (const file of ['set.ts', 'react.tsx', 'vue.tsx', 'solid.tsx', 'svelte.ts', 'element.ts']) {
    cpSync(join(TYPES, file), join(folder, file));
  }
  for (const file of ['registered.tsx', 'app.tsx']) cpSync(join(TYPES, file), join(folder, file));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  appTypes = await writeAppTypes(folder);
});

afterAll(() => remove());

/** What the compiler finds wrong in files of the project, whose configuration it writes. */
function problemsIn(files: readonly string[], module: string, moduleResolution: string): string {
  writeProject(files, module, moduleResolution);
  return typeProblems(folder);
}

function writeProject(files: readonly string[], module: string, moduleResolution: string): void {
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'] },
    ...{ types: [], jsx: 'react-jsx', strict: true, exactOptionalPropertyTypes: true },
    ...{ noEmit: true, skipLibCheck: true },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
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

  it('the names that the bundler plugin writes are the names that compile', () => {
    expect(problemsIn(['app.tsx', appTypes], module, resolution)).toBe('');
  });
});

describe('in the editor', () => {
  const PICTURE = /!\[arrow-back\]\(data:image\/svg\+xml;base64,[\w+/=]+\)/;
  let editor: Editor | undefined;
  const open = () => {
    editor ??= openEditor(folder, 'app.tsx');
    return editor;
  };
  beforeAll(() => writeProject(['app.tsx', appTypes], 'esnext', 'bundler'));

  it('a constant shows the picture of its icon, its title and its name', () => {
    const { type, about } = open().hover('icon.arrowBack');
    expect(type).toBe('(property) arrowBack: "arrow-back"');
    expect(about).toMatch(/^Back to the start\n\n/);
    expect(about).toMatch(PICTURE);
  });

  it('the constant of an alias says which icon it stands for', () => {
    const { about } = open().hover('iconHref(icon.back');
    expect(about).toContain('Alias of `arrow-back`.');
    expect(about).toMatch(PICTURE);
  });

  it('the name of a component shows what it is', () => {
    const { type, about } = open().hover('<Icon key="1" name');
    expect(type).toBe('(property) IconOptions<BoundName>.name: BoundName');
    expect(about).toBe('The name of the icon, or an alias.');
  });

  it('names are offered where a name is written', () => {
    const names = ['arrow-back', 'back', 'heart'];
    expect(open().complete('<Icon key="1" name="')).toEqual(names);
    expect(open().complete("iconHref('")).toEqual(names);
    expect(open().complete("constant: 'arrow-back' = icon.")).toEqual([
      ...['arrowBack', 'back', 'heart'],
    ]);
  });
});
