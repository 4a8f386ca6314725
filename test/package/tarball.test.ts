import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentBin, installTarball } from './install-tarball.ts';

let folder = '';
let remove = (): void => {};

beforeAll(() => {
  ({ folder, remove } = installTarball());
});

afterAll(() => remove());

function run(script: string): string {
  writeFileSync(join(folder, 'use.mjs'), script);
  return execFileSync('node', ['use.mjs'], { cwd: folder, encoding: 'utf8' });
}

describe('the packed tarball in an empty project', () => {
  it('gives the names of the set to JavaScript', () => {
    const output = run(`
      import { icon, iconHref, iconNames, icons, isIconName } from 'iconloom/icons';
      console.log(iconNames.length, icon.chevronDown, iconHref('tick', '/static'));
      console.log(isIconName('bookmark'), isIconName('tick'), icons['flag-ru'].viewBox);
    `);
    expect(output).toBe('48 chevron-down /static/sprite.svg#check\ntrue false 0 0 24 24\n');
  });

  it('exports the sprite, the drawings, the manifest and its schema as files', () => {
    const output = run(`
      import { createRequire } from 'node:module';
      import { readFileSync } from 'node:fs';
      const { resolve } = createRequire(import.meta.url);
      const read = (name) => readFileSync(resolve(name), 'utf8');
      console.log(read('iconloom/sprite.svg').match(/<symbol /g).length);
      console.log(read('iconloom/icons/bookmark.svg').startsWith('<svg'));
      console.log(Object.keys(JSON.parse(read('iconloom/manifest.json')).icons).length);
      console.log(JSON.parse(read('iconloom/manifest.schema.json')).title);
      console.log(JSON.parse(read('iconloom/package.json')).name);
    `);
    expect(output).toBe('48\ntrue\n48\niconloom manifest\niconloom\n');
  });

  it('builds through the library and through the command line', () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>';
    mkdirSync(join(folder, 'icons'), { recursive: true });
    writeFileSync(join(folder, 'icons', 'line.svg'), drawing);
    run(`
      import { build } from 'iconloom';
      await build({ out: 'by-library', names: 'js' });
    `);
    const bin = join(folder, 'node_modules', 'iconloom', 'dist', 'cli', 'bin.js');
    const cli = ['build', 'icons', '-o', 'by-cli', '--names', 'js'];
    execFileSync('node', [bin, ...cli], { cwd: folder });
    for (const file of ['sprite.svg', 'icons.js', 'icons.d.ts', 'manifest.json']) {
      const [library, command] = ['by-library', 'by-cli'].map((out) =>
        readFileSync(join(folder, out, file), 'utf8'),
      );
      expect(library, file).toBe(command);
    }
  });

  it('says what to install for a layout', () => {
    const bin = join(folder, 'node_modules', 'iconloom', 'dist', 'cli', 'bin.js');
    const app = join(folder, 'layouts');
    mkdirSync(join(app, 'icons'), { recursive: true });
    writeFileSync(
      join(app, 'icons', 'dot.svg'),
      '<svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg>',
    );
    const { status, stderr } = spawnSync('node', [bin, 'build', '--layout', 'css'], {
      cwd: app,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('Layouts need the package svg-sprite, which is not installed.');
    expect(stderr).toContain('npm install --save-dev svg-sprite');
    symlinkSync(
      developmentBin('svg-sprite'),
      join(folder, 'node_modules', 'svg-sprite'),
      'junction',
    );
    execFileSync('node', [bin, 'build', '--layout', 'css'], { cwd: app });
    expect(existsSync(join(app, 'dist', 'sprite-css.svg'))).toBe(true);
  });

  it('sets a project up and adds an icon to it', () => {
    const app = join(folder, 'app');
    mkdirSync(app);
    const bin = join(folder, 'node_modules', 'iconloom', 'dist', 'cli', 'bin.js');
    const call = (...args: string[]) =>
      JSON.parse(execFileSync('node', [bin, ...args, '--json'], { cwd: app, encoding: 'utf8' }));
    expect(call('init', '--yes')).toMatchObject({ ok: true });
    const meta = JSON.parse(readFileSync(join(app, 'icons', 'search.meta.json'), 'utf8'));
    expect(meta).toMatchObject({ title: 'Search' });
    const drawing = join(folder, 'node_modules', 'iconloom', 'icons', 'tag.svg');
    expect(call('add', drawing)).toMatchObject({
      icons: [
        { name: 'tag', meta: { source: 'iconloom/icons/tag.svg', license: { spdx: 'MIT' } } },
      ],
    });
    expect(call('build')).toMatchObject({ ok: true, icons: 2 });
  });

  it('runs a TypeScript configuration', () => {
    writeFileSync(
      join(folder, 'iconloom.config.ts'),
      `import { defineConfig } from 'iconloom/config';
       const out: string = 'by-config';
       export default defineConfig({ inputs: 'icons', out });`,
    );
    const bin = join(folder, 'node_modules', 'iconloom', 'dist', 'cli', 'bin.js');
    const output = execFileSync('node', [bin, 'build', '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toMatchObject({ ok: true, icons: 1 });
    expect(readFileSync(join(folder, 'by-config', 'sprite.svg'), 'utf8')).toContain('id="line"');
  });

  it.each([
    ['bundler', 'esnext'],
    ['nodenext', 'nodenext'],
  ])(
    'is typed under moduleResolution %s: right names compile, wrong ones do not',
    (resolution, module) => {
      writeFileSync(
        join(folder, 'use.ts'),
        readFileSync(new URL('../types/use.ts', import.meta.url)),
      );
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            module,
            moduleResolution: resolution,
            target: 'es2022',
            lib: ['es2022', 'dom'],
            types: [],
            strict: true,
            noEmit: true,
          },
          files: ['use.ts'],
        }),
      );
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const tsc = developmentBin('typescript/bin/tsc');
      let problems = '';
      try {
        execFileSync('node', [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' });
      } catch (error) {
        problems = (error as { stdout: string }).stdout;
      }
      expect(problems).toBe('');
    },
  );
});
