import { fileURLToPath } from 'node:url';
import less from 'less';
import { compileString } from 'sass';
import stylus from 'stylus';
import { expect, it } from 'vitest';
import { build } from '../../src/index.ts';

const { files } = await build(
  { inputs: 'icons', layouts: ['css', 'view', 'stack'], styles: ['css', 'scss', 'less', 'styl'] },
  { cwd: fileURLToPath(new URL('../../', import.meta.url)), dryRun: true },
);

function sheet(layout: string, style: string): string {
  return files.find(({ path }) => path === `sprite-${layout}.${style}`)?.contents ?? '';
}

/** selector → its declarations, in one spelling; the languages may group and order them freely. */
function rules(css: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [, selectors = '', body = ''] of css
    .replace(/\/\*.*?\*\//gs, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',').map((each) => each.trim())) {
      const declarations = body.split(';').map((each) => each.replace(/["'\s]+/g, ' ').trim());
      found[selector] = [...(found[selector] ?? []), ...declarations.filter(Boolean)];
    }
  }
  return found;
}

/** What places an icon, however it is spelled: sprite file, position, size. */
function placement(declarations: readonly string[]): string {
  const text = declarations.join(' ; ');
  const file = /sprite-\w+\.svg/.exec(text)?.[0] ?? '';
  const position =
    /background-position: ?(\S+ \S+)/.exec(text) ?? /\) ?(\S+ \S+) no-repeat/.exec(text);
  const size = ['width', 'height'].map(
    (side) => new RegExp(`${side}: ?([\\d.]+)px`).exec(text)?.[1],
  );
  return [file, position?.[1], ...size].join(' ');
}

async function compiled(layout: string, style: string): Promise<string> {
  const source = sheet(layout, style);
  if (style === 'scss') return compileString(source).css;
  if (style === 'less') return (await less.render(source)).css;
  return style === 'styl' ? stylus(source).render() : source;
}

it.each(['css', 'view', 'stack'])(
  'the %s layout’s stylesheets say the same in each language',
  async (layout) => {
    const plain = rules(await compiled(layout, 'css'));
    const selectors = Object.keys(plain);
    expect(selectors).toHaveLength(48);
    for (const style of ['scss', 'less', 'styl']) {
      const other = rules(await compiled(layout, style));
      for (const selector of selectors) {
        const message = `${style} ${selector}`;
        expect(placement(other[selector] ?? []), message).toBe(placement(plain[selector] ?? []));
      }
    }
  },
);
