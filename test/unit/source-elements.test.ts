import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../src/icon/source/element-tree.ts';
import { readElements } from '../../src/icon/source/source-elements.ts';

function partsOf(svg: string): string[] {
  return [...elementsOf(readElements(svg).root)].map(({ start, end }) => svg.slice(start, end));
}

describe('elements', () => {
  test('stand from their first letter to their last', () => {
    expect(partsOf('<!-- <a> --><svg><g><path d="M0 0"/></g><rect/></svg>')).toEqual([
      '<svg><g><path d="M0 0"/></g><rect/></svg>',
      '<g><path d="M0 0"/></g>',
      '<path d="M0 0"/>',
      '<rect/>',
    ]);
  });

  test('have a start tag that ends where it does, whatever stands in its values', () => {
    const svg = '<svg data-x="a>b"><path d=\'M0 0\' /></svg>';
    const tags = [...elementsOf(readElements(svg).root)].map(({ start, startTagEnd }) =>
      svg.slice(start, startTagEnd),
    );
    expect(tags).toEqual(['<svg data-x="a>b">', "<path d='M0 0' />"]);
  });

  test('of SVG lose their prefix, others keep it', () => {
    const svg =
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="urn:i"><i:path/><s:path/><p xmlns="urn:p"/></s:svg>';
    const names = [...elementsOf(readElements(svg).root)].map(({ name }) => name);
    expect(names).toEqual(['svg', 'i:path', 'path', 'foreign:p']);
  });
});

describe('attributes', () => {
  test('stand where they do', () => {
    const svg = '<svg><path  fill = "red"d=\'M0 0\'/></svg>';
    const path = readElements(svg).root.children[0];
    const places = path?.attributes.map(({ start, end, valueStart, valueEnd }) => [
      svg.slice(start, end),
      svg.slice(valueStart, valueEnd),
    ]);
    expect(places).toEqual([
      ['fill = "red"', 'red'],
      ["d='M0 0'", 'M0 0'],
    ]);
  });

  test('have references and entities put in, and stand as they are written', () => {
    const svg =
      '<!DOCTYPE svg [<!ENTITY r "re"><!ENTITY red "&r;d">]>\r\n<svg fill="&red;" id="a&amp;b"/>';
    const [fill, id] = readElements(svg).root.attributes;
    expect([fill?.value, id?.value]).toEqual(['red', 'a&b']);
    expect(svg.slice(fill?.valueStart, fill?.valueEnd)).toBe('&red;');
  });

  test('of styles come with the text of the sheets', () => {
    const { sheets } = readElements('<svg><style>a{}<![CDATA[b{}]]></style></svg>');
    expect([...sheets.values()]).toEqual(['a{}b{}']);
  });
});

describe('a text that is no drawing', () => {
  test.each([
    '',
    '<svg',
    '<svg a=1 b>',
    '<a><b></a>',
    'words',
    '<svg>&none;</svg>',
    '<svg/><svg/>',
  ])('is read as far as it goes: %j', (text) => {
    expect(readElements(text).root.name).toMatch(/^(svg|a)$/);
  });

  test('with entities that stand for gigabytes has none', () => {
    const lol = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
    );
    const svg = `<!DOCTYPE svg [<!ENTITY l0 "lol">${lol.join('')}]><svg id="&l20;"/>`;
    expect(readElements(svg).root.attributes[0]?.value.length).toBeLessThan(100);
  });
});
