import { describe, expect, test } from 'vitest';
import { findXmlError } from '../../src/icon/source/well-formed.ts';

describe('what XML forbids is found, with its place', () => {
  test.each([
    ['a second root', '<svg/>\n<svg/>', 2, 1, 'more than one root'],
    ['a second root after one with content', '<svg><g/></svg><g/>', 1, 16, 'more than one root'],
    ['an attribute twice', '<svg>\r\n <g a="1" b="2" a="3"/></svg>', 2, 2, 'attribute a'],
    ['an attribute twice, with blanks', `<svg a = '1' a\n= "2"/>`, 1, 1, 'attribute a'],
    ['a NUL', '<svg>\n<g id="\0"/></svg>', 2, 8, 'U+0000'],
    ['half a character', '<svg a="\ud800"/>', 1, 9, 'U+D800'],
    ['a reference to no character', '<svg a="&#0;"/>', 1, 9, '&#0;'],
    ['a reference beyond Unicode', '<svg a="&#x110000;"/>', 1, 9, '&#x110000;'],
  ])('%s', (_, svg, line, column, reason) => {
    expect(findXmlError(svg)).toEqual({
      where: { line, column },
      reason: expect.stringContaining(reason),
    });
  });
});

test.each([
  '<svg a="1" b="1"><g a="1"/><g a="1"/></svg>',
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e "<g/>">]><!-- <svg/> --><svg/><!-- x -->',
  '<svg a="b=c b=c">&#x1F600;\u{1f600}\t\r\n<![CDATA[<a/>]]></svg>',
  '<svg a="x>y" b=\'"\'><text>a="1" a="1"</text></svg>',
])('%s is left to the parser', (svg) => {
  expect(findXmlError(svg)).toBeUndefined();
});

test('texts without an end, and very long ones, take no time', () => {
  for (const svg of ['<svg '.padEnd(1e6, '='), '<svg a'.padEnd(1e6), '<'.repeat(1e6), '<svg a="']) {
    expect(() => findXmlError(svg)).not.toThrow();
  }
});
