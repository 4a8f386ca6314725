import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentName } from '../../src/emit/outputs/component.ts';
import type { OutputName } from '../../src/index.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { RENDERERS, renderComponents } from './output-apps.ts';
import { boxed, buildOutputSet, FILL, type OutputSet, SIDE } from './output-sets.ts';
import { buildOwnSet, SVG } from './own-set.ts';
import { openStudio, type Studio } from './studio.ts';

const FRAMEWORKS = Object.keys(RENDERERS) as OutputName[];
let studio: Studio;
let set: OutputSet;
let expected: readonly Picture[];

beforeAll(async () => {
  [studio, set] = await Promise.all([openStudio(), buildOutputSet({ outputs: FRAMEWORKS })]);
  for (const [name, body] of set.sources) {
    studio.files.set(`/sources/${name}.svg`, { type: SVG, body });
  }
  expected = await studio.shoot(
    set.names.map((name) => boxed(`<img src="/sources/${name}.svg" style="${FILL}">`)),
    { scale: 2 },
  );
});

afterAll(() => studio?.close());

describe.each(FRAMEWORKS)('%s', (framework) => {
  test('components look like the source files', async () => {
    const markup = await renderComponents(framework, set.files, { width: SIDE, height: SIDE });
    const shown = await studio.shoot(
      set.names.map((name) => boxed(markup.get(componentName(name)) ?? '')),
      { scale: 2 },
    );
    expect(wrongOnes(set.names, expected, shown)).toEqual({});
  });

  test('a title names the icon; without one it is hidden from screen readers', async () => {
    const { outputs } = await buildOwnSet({ outputs: { [framework]: { icons: ['facebook'] } } });
    const plain = await renderComponents(framework, outputs, {});
    const titled = await renderComponents(framework, outputs, { title: 'Our page' });
    expect([...plain.keys()].sort()).toEqual(['IconFacebook', 'IconFb']);
    expect(plain.get('IconFb')).toMatch(/aria-hidden="true"/);
    expect(titled.get('IconFacebook')).toMatch(/role="img"/);
    expect(titled.get('IconFacebook')?.replace(/<!--.*?-->/g, '')).toMatch(
      /<title[^>]*>Our page<\/title>/,
    );
    expect(titled.get('IconFacebook')).not.toContain('aria-hidden');
  });
});
