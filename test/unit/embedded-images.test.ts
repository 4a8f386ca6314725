import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import type { Limits } from '../../src/core/types.ts';
import { parseDataUrl } from '../../src/icon/data-url.ts';
import { findXmlError } from '../../src/icon/source/well-formed.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';

const SQUARE = '<path fill="#06c" d="M2 2h20v20H2z"/>';
const svg = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
const percent = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`;
const base64 = (bytes: string | Uint8Array, type = 'image/svg+xml') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
/** Beside a shape, so that the image is no form of ours. */
const around = (url: string, place = 'width="24" height="24"') =>
  svg(`<path d="M0 0h1v1z"/><image ${place} href="${url}"/>`);

function transform(text: string, limits: Partial<Limits> = {}) {
  return tryTransformIcon(text, { id: 'icon', limits: { ...LIMITS, ...limits } });
}

/** The drawing in the image of a symbol. */
function innerOf(symbol = ''): string {
  const [, url = ''] = / href="(data:image\/svg[^"]*)"/.exec(symbol) ?? [];
  const bytes = parseDataUrl(url)?.bytes;
  const text = new TextDecoder().decode(bytes);
  return text.includes('"') ? text : text.replaceAll("'", '"');
}

async function codesOf(text: string, limits?: Partial<Limits>): Promise<string[]> {
  const { value, diagnostics } = await transform(text, limits);
  expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return diagnostics.map(({ code }) => code);
}

describe('an SVG image', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(svg(SQUARE), 'utf16le')]);

  test.each([
    ['percent-encoded', percent(svg(SQUARE))],
    ['in base64', base64(svg(SQUARE))],
    ['with a charset', base64(svg(SQUARE), 'image/svg+xml;charset=utf-8')],
    ['with further parameters', percent(svg(SQUARE)).replace(',', ';x=image/png;utf8,')],
    ['in capitals', base64(svg(SQUARE)).replace('data:image/svg+xml', 'DATA:Image/SVG+XML')],
    ['with white space', ` ${base64(svg(SQUARE)).replace(/.{30}/g, '$&&#10; ')} `],
    ['in UTF-16', base64(utf16)],
    ['in a declared encoding', base64(`<?xml version="1.0" encoding="latin1"?>${svg(SQUARE)}`)],
    ['with a fragment', `${percent(svg(SQUARE))}#a`],
  ])('%s is cleaned and stays a picture', async (_, url) => {
    const { value, diagnostics } = await transform(around(url));
    expect(diagnostics).toEqual([]);
    expect(value?.facts.needs).toEqual([]);
    expect(innerOf(value?.symbol)).toBe(svg(SQUARE));
  });

  test('in a filter is cleaned, too', async () => {
    const filtered = svg(
      `<filter id="f"><feImage href="${percent(svg(`<title>SECRET</title>${SQUARE}`))}"/></filter><rect width="24" height="24" filter="url(#f)"/>`,
    );
    const { value } = await transform(filtered);
    expect(innerOf(value?.plainSymbol)).toBe(svg(SQUARE));
  });

  test('keeps no private words, of any level', async () => {
    const secrets =
      '<!--SECRET--><title>SECRET</title><desc>SECRET</desc><metadata>SECRET</metadata>';
    const named = svg(
      `${secrets}<g id="SECRET" class="SECRET" data-name="SECRET" aria-label="SECRET">${SQUARE}</g>`,
      'viewBox="0 0 24 24" width="SECRET"',
    );
    const { value } = await transform(around(base64(svg(`${secrets}${around(base64(named))}`))));
    const inner = innerOf(value?.symbol);
    expect(innerOf(inner)).toContain('#06c');
    expect([value?.symbol, inner, innerOf(inner)].join()).not.toContain('SECRET');
  });

  test('has ids of its own, which references find', async () => {
    const gradient =
      '<linearGradient id="SECRET"><stop stop-color="red"/><stop offset="1"/></linearGradient>';
    const { value } = await transform(
      around(percent(svg(`${gradient}<path fill="url(#SECRET)" d="M2 2h20v20H2z"/>`))),
    );
    const inner = innerOf(value?.symbol);
    expect([value?.facts.form, value?.facts.needs]).toEqual(['symbol', []]);
    expect(inner).toContain('id="i_a"');
    expect(inner).toContain('url(#i_a)');
  });

  test('with a style sheet is resolved as a file is', async () => {
    const { value } = await transform(
      around(percent(svg('<style>.SECRET{fill:red}</style><path class="SECRET" d="M2 2h9v9z"/>'))),
    );
    expect(innerOf(value?.symbol)).toBe(svg('<path fill="red" d="M2 2h9v9z"/>'));
  });

  test.each([
    ['a script', '<script>fetch(1)</script>'],
    ['a handler', '<g onclick="fetch(1)"><path d="M0 0h9v9z"/></g>'],
    ['a link', '<a href="javascript:fetch(1)"><path d="M0 0h9v9z"/></a>'],
    ['foreign content', '<foreignObject><p>fetch(1)</p></foreignObject>'],
  ])('with %s loses it with a warning', async (_, active) => {
    const { value, diagnostics } = await transform(around(base64(svg(active + SQUARE))));
    expect(diagnostics.map(({ code }) => code)).toEqual(['active-content-removed']);
    expect(diagnostics[0]?.message).toMatch(/^In an embedded SVG image: /);
    expect(innerOf(value?.symbol)).toContain('#06c');
    expect(innerOf(value?.symbol)).not.toContain('fetch');
  });

  test('loses what it would fetch', async () => {
    const outside = '<image width="9" height="9" href="https://leak.invalid/a.png"/>';
    const text = around(percent(svg(outside + SQUARE)));
    expect(await codesOf(text)).toEqual(['outside-reference']);
    expect((await transform(text)).value?.symbol).not.toContain('leak');
  });

  test.each([
    ['a control character', svg(`<path d="M0 0h8v8z" style="isolation:\u001bisolate"/>`)],
    ['an attribute twice', svg('<path d="M0 0h8v8z" d="M0 0"/>')],
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path'],
    ['two roots', svg(SQUARE) + svg(SQUARE)],
  ])('that is no XML is an error: %s', async (_, inner) => {
    for (const url of [percent(inner), base64(inner)]) {
      const { value, diagnostics } = await transform(around(url));
      expect(value).toBeUndefined();
      expect(diagnostics[0]).toMatchObject({ code: 'parse-error', file: 'icon.svg' });
      expect(diagnostics[0]?.message).toMatch(/^In an embedded SVG image \(line 1, column \d+\)/);
      expect(diagnostics[0]?.where).toBeUndefined();
    }
  });

  test.each([
    ['without a namespace', svg(SQUARE).replace(/ xmlns="[^"]*"/, '')],
    ['with white space before its declaration', `\n<?xml version="1.0"?>${svg(SQUARE)}`],
  ])('%s, which no browser draws, is left out and told', async (_, text) => {
    const { value, diagnostics } = await transform(around(percent(text)));
    expect(diagnostics.map(({ code }) => code)).toContain('bitmap-unreadable');
    expect(value?.symbol).not.toContain('data:');
  });

  test('that is no SVG is an error', async () => {
    expect(await codesOf(around(base64('')))).toEqual(['not-svg']);
    expect(await codesOf(around(base64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))))).toEqual([
      'not-svg',
    ]);
    expect(await codesOf(around(percent('<html/>')))).toEqual(['not-svg']);
  });

  test('that cannot be decoded is left out', async () => {
    expect(await codesOf(around('data:image/svg+xml;base64,%%%'))).toEqual(['bitmap-unreadable']);
  });

  test.each([
    'text/xml',
    'application/xml',
    'application/xhtml+xml',
    'text/html',
    'text/javascript',
    '',
    'TEXT/XML;charset=utf-8',
    'image/svg',
  ])('of the type %j is no picture to a browser, and left out', async (type) => {
    const url = `data:${type},${encodeURIComponent(svg(SQUARE))}`;
    expect(await codesOf(around(url))).toEqual(['bitmap-unreadable']);
    expect(await codesOf(around(` d\nata:${type},x`))).toEqual(['bitmap-unreadable']);
    expect((await transform(around(url))).value?.symbol).not.toContain('data:');
  });

  test.each(['text/xml', 'text/html'])('as a link, %s is active content', async (type) => {
    const url = `data:${type},${encodeURIComponent(svg(SQUARE))}`;
    expect(await codesOf(svg(`<a href="${url}">${SQUARE}</a>`))).toEqual(['active-content']);
  });

  test('whose entities multiply is an error', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE svg [<!ENTITY a0 "x">${levels.join('')}]>${svg('<text>&a9;</text>')}`;
    expect(await codesOf(around(base64(bomb)))).toEqual(['entities-too-large']);
  });

  test('of which many have entities is an error', async () => {
    const one = (index: number) =>
      `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}">]>${svg(`<text x="${index}">${'&a;'.repeat(300)}</text>`)}`;
    const many = Array.from({ length: 4 }, (_, index) => around(base64(one(index)))).join('');
    expect(await codesOf(svg(many))).toContain('entities-too-large');
  });

  test('draws nothing: it goes', async () => {
    const { value } = await transform(around(percent(svg('<g/>'))));
    expect(value?.symbol).not.toContain('<image');
  });

  test('that stands twice is worked on once, and its problems are told once', async () => {
    const url = percent(svg(`<script/>${SQUARE}`));
    const image = `<image width="9" height="9" href="${url}"/>`;
    expect(await codesOf(svg(image.repeat(50)))).toEqual(['active-content-removed']);
  });
});

describe('limits', () => {
  const paths = (count: number) =>
    svg(Array.from({ length: count }, (_, i) => `<path d="M0 0h${i + 1}v9"/>`).join(''));

  test('count the elements of all images', async () => {
    const text = svg(
      [3, 4, 5]
        .map((count) => `<image width="9" height="9" href="${percent(paths(count))}"/>`)
        .join(''),
    );
    expect(await codesOf(text, { elements: 19 })).toEqual([]);
    expect(await codesOf(text, { elements: 18 })).toEqual(['too-large']);
  });

  test('count what is in an image of ours', async () => {
    const own = svg(`<image width="24" height="24" href="${percent(paths(50))}"/>`);
    expect(await codesOf(own, { elements: 20 })).toEqual(['too-large']);
  });

  test('count the levels', async () => {
    let text = svg(SQUARE);
    for (let level = 0; level < 11; level++) text = around(base64(text));
    expect(await codesOf(text)).toEqual(['too-large']);
    expect(await codesOf(text, { depth: 250 })).toEqual([]);
  });

  test('count the pixels of bitmaps in all images', async () => {
    const png =
      '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>';
    const image = `<image width="9" height="8" href="${percent(svg(png))}"/>`;
    expect(await codesOf(svg(png + image), { pixels: 2 })).toEqual([
      'raster-image',
      'raster-image',
    ]);
    expect(await codesOf(svg(png + image), { pixels: 1 })).toEqual(['too-large']);
  });

  test('count what is drawn again and again', async () => {
    const uses = '<use href="#a"/>'.repeat(20);
    const image = `<image id="a" width="9" height="9" href="${percent(paths(20))}"/>`;
    expect(await codesOf(svg(image + uses), { drawn: 500 })).toEqual([]);
    expect(await codesOf(svg(image + uses), { drawn: 400 })).toEqual(['too-large']);
  });
});

describe('the place of an image', () => {
  const bodyOf = async (inner: string, place?: string) =>
    innerOf((await transform(around(percent(inner), place))).value?.symbol);

  test('keeps size and ratio of the drawing', async () => {
    const sized = 'width="12" height="18" viewBox="0 0 24 24" preserveAspectRatio="none"';
    expect(await bodyOf(svg(SQUARE, sized))).toBe(svg(SQUARE, sized));
    expect(await bodyOf(svg(SQUARE, 'width="1in" viewBox="0 0 24 48"'))).toBe(
      svg(SQUARE, 'width="96" height="192" viewBox="0 0 24 48"'),
    );
  });

  test('is filled by a drawing without a viewBox', async () => {
    expect(await bodyOf(svg(SQUARE, 'width="12" height="18"'))).toBe(
      svg(SQUARE, 'width="12" height="18" viewBox="0 0 12 18" preserveAspectRatio="none"'),
    );
  });

  test('is the size of a drawing that has none', async () => {
    expect(await bodyOf(svg(SQUARE, ''), 'width="20" height="16"')).toMatch(
      /viewBox="0 0 20 16" preserveAspectRatio="none"/,
    );
  });
});

describe('an image that fills the drawing', () => {
  const own = (inner: string, place = 'width="24" height="24"', attributes?: string) =>
    svg(
      `<image ${place} href="data:image/svg+xml,${encodeURIComponent(inner).replaceAll('%20', ' ')}"/>`,
      attributes,
    );

  test('is unwrapped', async () => {
    expect((await transform(own(svg(SQUARE)))).value?.symbol).toBe(
      `<symbol id="icon" viewBox="0 0 24 24">${SQUARE}</symbol>`,
    );
  });

  test.each([
    ['is smaller', own(svg(SQUARE), 'width="4" height="4"')],
    ['is moved', own(svg(SQUARE), 'x="1" width="24" height="24"')],
    ['is scaled', own(svg(SQUARE), 'transform="scale(.5)" width="24" height="24"')],
    ['is half transparent', own(svg(SQUARE), 'opacity=".5" width="24" height="24"')],
    ['has another viewBox', own(svg(SQUARE, 'viewBox="0 0 48 48"'))],
    ['has no viewBox', own(svg(SQUARE, 'width="24" height="24"'))],
    ['takes no color of the page', own(svg('<path fill="currentColor" d="M2 2h20v20H2z"/>'))],
  ])('stays an image where it %s', async (_, text) => {
    const { value } = await transform(text);
    expect(value?.plainSymbol).toMatch(/<image .*href="data:image\/svg\+xml,/);
  });

  test.each(['\u0001', '\u0000', '\u000b', '\u001b'])(
    'is refused for a character that XML forbids: %j',
    async (character) => {
      const { value, diagnostics } = await transform(
        own(svg(`<path fill="red${character}" d="M0 0h8v8z"/>`)),
      );
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(['parse-error']);
    },
  );

  test('loses scripts with a warning, as any image', async () => {
    expect(await codesOf(own(svg(`<script>1</script>${SQUARE}`)))).toEqual([
      'active-content-removed',
    ]);
  });
});

test('a symbol with an image builds again to the same', async () => {
  const nested = percent(svg(`${SQUARE}<text y="20">A</text>`, 'width="9" height="9"'));
  for (const text of [around(base64(around(nested))), svg(`<image href="${nested}"/>`)]) {
    const first = await transform(text);
    const taken = (first.value?.symbol ?? '')
      .replace('<symbol id="icon"', '<svg xmlns="http://www.w3.org/2000/svg"')
      .replace(/<\/symbol>$/, '</svg>');
    expect(findXmlError(taken)).toBeUndefined();
    expect((await transform(taken)).value?.symbol).toBe(first.value?.symbol);
  }
});
