import { describe, expect, test } from 'vitest';
import { renameReferences } from '../../src/icon/references.ts';

/** Renames a, b and a few odd ids; leaves all others. */
const KNOWN: Readonly<Record<string, string>> = {
  ...{ a: 'x_a', b: 'x_b', 'a b': 'x_c', 'a.b': 'x_d', 'a-b': 'x_e', 'ä"\')': 'x_f', ä: 'x_g' },
};
const rename = (id: string) => KNOWN[id];

describe('renameReferences', () => {
  test.each([
    ['href', '#a', '#x_a'],
    ['href', ' #a ', '#x_a'],
    ['href', '#a%20b', '#x_c'],
    ['href', '#%C3%A4', '#x_g'],
    ['href', '#100%', '#100%'],
    ['href', '#other', '#other'],
    ['href', 'a.svg#a', 'a.svg#a'],
    ['href', 'data:image/png;base64,a#a', 'data:image/png;base64,a#a'],
    ['xlink:href', '#a', '#x_a'],
    ['fill', 'url(#a)', 'url(#x_a)'],
    ['fill', 'url(#a) #fff', 'url(#x_a) #fff'],
    ['fill', '#a', '#a'],
    ['style', 'fill:url(#a);stroke:url(#b)', 'fill:url(#x_a);stroke:url(#x_b)'],
    ['filter', 'url(#a) blur(2px) url(#b)', 'url(#x_a) blur(2px) url(#x_b)'],
    ['begin', 'a.click', 'x_a.click'],
    ['begin', ' a.end + 1s ; 2s;b.begin', 'x_a.end + 1s;2s;x_b.begin'],
    ['begin', 'a\\.b.click', 'x_d.click'],
    ['begin', 'a\\-b.click', 'x_e.click'],
    ['begin', 'a.repeat(2)', 'x_a.repeat(2)'],
    ['begin', 'click', 'click'],
    ['begin', '1.5s', '1.5s'],
    ['begin', 'other.click', 'indefinite'],
    ['begin', 'accessKey(a);a.click', 'x_a.click'],
    ['end', 'click;0.5s', 'click;0.5s'],
    ['end', 'a.end', 'x_a.end'],
    ['end', 'indefinite', 'indefinite'],
    ['d', 'M0 0h8', 'M0 0h8'],
    ['id', 'a', 'a'],
  ])('%s="%s" becomes "%s"', (attribute, value, renamed) => {
    expect(renameReferences(attribute, value, rename)).toBe(renamed);
  });
});
