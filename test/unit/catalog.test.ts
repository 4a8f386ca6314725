import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { openCatalog } from '../../src/emit/catalog.ts';
import { catalogData } from '../../src/emit/catalog-data.ts';
import type { CatalogForm } from '../../src/emit/catalog-forms.ts';
import { emitSvg } from '../../src/emit/svg.ts';
import { iconOf, spriteOf } from './icons.ts';

const PAGE = { script: 'const end = "</script>";', style: 'body{margin:0}' };
const HOST = { page: () => PAGE, identity: () => ({ title: 'acme-icons', release: '2.1.0' }) };
const HOSTILE = '</script><!-- <script>hacked = 1</script> "\'&';

function problem(file: string, message: string, line = 1): Diagnostic {
  const where = { line, column: 1 };
  return { code: 'draws-nothing', severity: 'warning', file, where, message, hint: 'Draw it.' };
}

function emit(
  catalog: CatalogForm,
  problems: readonly Diagnostic[] = [],
  icons = [iconOf('one', { title: HOSTILE, meta: { tags: [HOSTILE] } }), iconOf('two')],
): ReadonlyMap<string, string> {
  const emission = openCatalog({ catalog, base: '/static' }, HOST);
  const sprite = spriteOf(...icons);
  const first = emission.add(sprite, emitSvg(sprite));
  return new Map([
    ...first.map(({ path, contents }) => [path, contents] as const),
    ...emission.end(problems).map(({ path, parts }) => [path, parts.join('')] as const),
  ]);
}

describe('the data', () => {
  test('has the problems of a drawing and of its metadata beside the icon, by place and without pictures', () => {
    const sprite = spriteOf(iconOf('one'), iconOf('two'));
    const { icons, problems } = catalogData(
      [[sprite, emitSvg(sprite)]],
      [
        { ...problem('icons/two.svg', 'later', 9), picture: new Uint8Array(8) },
        problem('icons/two.meta.json', 'sooner', 2),
        problem('icons/three.svg', 'no icon'),
      ],
      { mode: 'live' },
    );
    expect(icons.map((icon) => icon.problems.map(({ message }) => message))).toEqual([
      [],
      ['sooner', 'later'],
    ]);
    expect(JSON.stringify(icons)).not.toContain('picture');
    expect(problems.map(({ file }) => file)).toEqual(['icons/three.svg']);
  });

  test('leaves out what is not known, and says what is', () => {
    const sprite = spriteOf(
      iconOf('one', {
        meta: { category: 'arrows', directional: true, deprecated: { use: 'two' } },
      }),
      iconOf('two'),
    );
    const { icons } = catalogData([[sprite, emitSvg(sprite)]], [], { mode: 'static' });
    expect(icons[0]).toMatchObject({
      ...{ category: 'arrows', directional: true, deprecated: { use: 'two' } },
      ...{ sprite: 'sprite', bytes: 66, sourceBytes: 6 },
    });
    expect(icons[1]).not.toHaveProperty('category');
  });
});

describe('the folder', () => {
  test('has the page, the data and the sprite', () => {
    expect([...emit('folder').keys()]).toEqual([
      'catalog/sprite.svg',
      'catalog/catalog.css',
      'catalog/catalog.js',
      'catalog/catalog.json',
      'catalog/index.html',
    ]);
  });

  test('has data that reads back, whatever people wrote', () => {
    const { icons, base } = JSON.parse(emit('folder').get('catalog/catalog.json') ?? '');
    expect(icons[0]).toMatchObject({ title: HOSTILE, tags: [HOSTILE] });
    expect(base).toBe('/static');
  });

  test('has no script, style or handler in its page, so that a strict policy lets it be', () => {
    const html = emit('folder').get('catalog/index.html') ?? '';
    expect(html).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
    expect(html).toContain('src="catalog.js"');
  });
});

describe('the file', () => {
  const html = emit('file').get('catalog.html') ?? '';

  test('is all there is', () => {
    expect([...emit('file').keys()]).toEqual(['catalog.html']);
  });

  test('is ASCII up to what people wrote beyond it, which is escaped', () => {
    const title = 'Überschrift — 家';
    const file = emit('file', [], [iconOf('one', { title })]).get('catalog.html') ?? '';
    expect(file.split('').every((unit) => unit < '\x80')).toBe(true);
    const data = file.split('id="catalog--data">')[1]?.split('</script>')[0] ?? '';
    expect(JSON.parse(data).icons[0].title).toBe(title);
  });

  test('lets what people wrote end nothing', () => {
    const data = html.split('id="catalog--data">')[1]?.split('</script>')[0] ?? '';
    expect(JSON.parse(data).icons[0].title).toBe(HOSTILE);
    expect(html.match(/<\/script>/g)).toHaveLength(3);
    expect(html).not.toContain('<script>hacked');
  });

  test.each(['script', 'style'])('has a policy that allows its own %s and no other', (name) => {
    const own = html.split(`<${name}>`)[1]?.split(`</${name}>`)[0] ?? '';
    const hash = createHash('sha256').update(own).digest('base64');
    expect(html).toContain(`${name}-src 'sha256-${hash}'`);
  });

  test('holds the sprite as it is', () => {
    expect(html).toContain(emitSvg(spriteOf(iconOf('one'), iconOf('two'))).contents);
  });
});

test('the bytes do not depend on the order in which problems were found', () => {
  const problems = [problem('icons/b.svg', 'b'), problem('icons/a.svg', 'a')];
  const sameProblems = [...problems].reverse();
  expect([...emit('file', problems)]).toEqual([...emit('file', sameProblems)]);
});

test('nothing is written where no catalog is asked for', () => {
  const emission = openCatalog({ catalog: false, base: '' }, HOST);
  const sprite = spriteOf(iconOf('one'));
  expect(emission.add(sprite, emitSvg(sprite))).toEqual([]);
  expect(emission.end([])).toEqual([]);
});
