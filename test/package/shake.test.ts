import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

const NAMES = fileURLToPath(new URL('../../dist/icons.js', import.meta.url));

async function withEsbuild(code: string): Promise<string> {
  const { outputFiles } = await esbuild({
    stdin: { contents: code, resolveDir: '/' },
    alias: { names: NAMES },
    bundle: true,
    format: 'esm',
    write: false,
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

async function withRolldown(code: string): Promise<string> {
  const bundle = await rolldown({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : id === 'names' ? NAMES : null),
        load: (id) => (id === 'entry' ? code : null),
      },
    ],
    onLog() {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe.each([
  ['esbuild', withEsbuild],
  ['rolldown', withRolldown],
] as const)('the names, bundled with %s', (_, bundle) => {
  it('leave nothing of an unused import', async () => {
    const code = await bundle(`import { icon, iconHref } from 'names';`);
    expect(code.replace(/\/\/.*|\s/g, '')).toBe('');
  });

  it('leave the tables out of a page that only links to icons', async () => {
    const code = await bundle(`import { iconHref } from 'names'; console.log(iconHref('check'));`);
    expect(code).toContain('sprite.svg#');
    expect(code).not.toContain('viewBox');
    expect(code).not.toContain('flag-ru');
  });
});
