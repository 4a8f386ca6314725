import { describe, expect, test } from 'vitest';
import { parseFragment, renameUrls, serializeFragment } from '../../src/svg/css/references.ts';
import { parseValue } from '../../src/svg/css/values.ts';

/** Ids that a value refers to, in any spelling. */
function idsOf(value: string): string[] {
  const ids: string[] = [];
  renameUrls(parseValue('filter', value, 'declaration').text ?? '', (id) => void ids.push(id));
  return ids;
}

describe('ids in url()', () => {
  test.each([
    ...['url(#a)', 'URL(#a)', 'url( #a )', 'url("#a")', "url( '#a' )", 'u\\72l(#a)', 'url(#a'],
    ...['u\\72 l( "#a" )', 'url("\\23 a")', 'url(\\23 a)', '\\75rl(#a)', 'url(" #a")', 'url("#a'],
  ])('%s refers to a', (value) => {
    expect(idsOf(value)).toEqual(['a']);
  });

  test.each([
    ['url("#a b")', 'a b'],
    ['url(#a%20b)', 'a b'],
    ['url(#a\\ b)', 'a b'],
    ['url(#a\\20 b)', 'a b'],
    ['url("#ä\\"\')")', 'ä"\')'],
    ['url("#a)b")', 'a)b'],
  ])('%s refers to %s', (value, id) => {
    expect(idsOf(value)).toEqual([id]);
  });

  test('in a list', () => {
    expect(idsOf('url(#a)url("#b") blur(2px)')).toEqual(['a', 'b']);
  });

  test.each(['url(a.svg#a)', 'url("\ufeff#a")', 'url("./#a")', 'url(/#a)', 'url("")'])(
    '%s leads out of the drawing',
    (value) => {
      const { text, outside } = parseValue('filter', value, 'declaration');
      expect(text).toBeUndefined();
      expect(outside).toHaveLength(1);
    },
  );
});

test.each(['a', 'a b', 'ä"\')', '50%', '()', '\ud800'])('the fragment for %j leads back', (id) => {
  const fragment = serializeFragment(id);
  expect(fragment).toMatch(/^#[\p{L}\w%.-]+$/u);
  expect(parseFragment(fragment)).toBe(id === '\ud800' ? '\ufffd' : id);
});
