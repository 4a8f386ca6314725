import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { cleanBitmap } from '../../src/icon/bitmap.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { testBuild } from '../e2e/test-build.ts';
import {
  box,
  canvas,
  GIF_HEAD,
  GIF_PICTURE,
  join,
  jpegSegment,
  LOSSY,
  PNG_HEAD,
  PNG_PIXELS,
  pngChunk,
  SAMPLES,
  urlOf,
  webpOf,
} from './bitmaps.ts';

const percentOf = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const names = Object.keys(SAMPLES);
const sample = (name: string) => SAMPLES[name] as (typeof SAMPLES)[string];
const bytesOf = (url = '') => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const { clean: PNG_BYTES } = sample('PNG');
const PNG_URL = urlOf('png', PNG_BYTES);

describe('what draws stays, what tells goes', () => {
  test.each(names)('%s', (name) => {
    const { type, told, clean, size } = sample(name);
    expect(latin1(told)).toContain('SECRET');
    const bitmap = cleanBitmap(urlOf(type, told));
    expect([bitmap?.width, bitmap?.height]).toEqual(size);
    expect(latin1(bytesOf(bitmap?.url))).toBe(latin1(clean));
    expect(bitmap?.url).toBe(urlOf(type, clean));
  });

  test.each(names)('%s: nothing is left to do the second time', (name) => {
    const { type, clean } = sample(name);
    expect(cleanBitmap(urlOf(type, clean))?.url).toBe(urlOf(type, clean));
  });

  test('PNG: the pixels are the same', () => {
    const pixelsOf = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes)).data;
    // What follows its end, its reader refuses.
    const told = sample('PNG').told.subarray(0, -'SECRET'.length);
    expect(pixelsOf(bytesOf(cleanBitmap(urlOf('png', told))?.url))).toEqual(pixelsOf(told));
  });

  test('JPEG: a photo that stands as it was taken keeps no Exif data', () => {
    const upright = Buffer.from(sample('JPEG').clean);
    upright[upright.indexOf('II*\0') + 18] = 1;
    expect(latin1(bytesOf(cleanBitmap(urlOf('jpeg', upright))?.url))).not.toContain('Exif');
  });

  test('JPEG: of several orientations the first holds', () => {
    const { clean } = sample('JPEG');
    const exif = jpegSegment(
      0xe1,
      join('Exif\0\0', clean.subarray(clean.indexOf('II*\0')).subarray(0, 26)),
    );
    const second = Buffer.from(exif);
    second[second.indexOf('II*\0') + 18] = 3;
    const twice = latin1(clean).replace(latin1(exif), latin1(exif) + latin1(second));
    const url = urlOf('jpeg', Buffer.from(twice, 'latin1'));
    expect(cleanBitmap(url)?.url).toBe(urlOf('jpeg', clean));
  });

  test('GIF: a picture that reaches beyond the screen counts', () => {
    const larger = GIF_PICTURE.replace('\x2c\0\0\0\0\x01', '\x2c\x02\0\0\0\x05');
    const gif = Buffer.from(latin1(sample('GIF').clean).replace(GIF_PICTURE, larger), 'latin1');
    expect(cleanBitmap(urlOf('gif', gif))).toMatchObject({ width: 7, height: 1 });
  });
});

describe('a data URL in another form is brought to one', () => {
  const data = PNG_URL.slice(PNG_URL.indexOf(',') + 1);
  test.each([
    ['another type', `data:image/gif;base64,${data}`],
    ['an unknown type', `data:image/x-png;base64,${data}`],
    ['no type', `data:;base64,${data}`],
    ['capitals', `DATA:IMAGE/PNG;BASE64,${data}`],
    ['parameters', `data:image/png;charset=utf-8;name=SECRET.png;base64,${data}`],
    ['white space', ` data:image/png; base64 ,${data.replace(/.{20}/g, '$& \n\t')} `],
    ['no padding', `data:image/png;base64,${data.replace(/=+$/, '')}`],
    ['percent signs', `data:image/png,${percentOf(PNG_BYTES)}`],
    ['percent signs in base64', `data:image/png;base64,${encodeURIComponent(data)}`],
    ['a fragment', `data:image/png;base64,${data}#SECRET`],
  ])('%s', (_, url) => {
    expect(cleanBitmap(url)).toEqual({ url: PNG_URL, width: 1, height: 1 });
  });
});

describe('what is no whole bitmap is refused', () => {
  const { clean: jpeg } = sample('JPEG');
  test.each<readonly [string, string]>([
    ['nothing', ''],
    ['no data', 'data:image/png;base64,'],
    ['no comma', 'data:image/png;base64'],
    ['no base64', 'data:image/png;base64,iVBOR!'],
    ['words', 'data:image/png,broken'],
    ['a drawing', "data:image/png,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"],
    ['a BMP', `data:image/bmp;base64,${Buffer.from('BM000000').toString('base64')}`],
    ['letters outside ASCII', `${PNG_URL}ä`],
    // Taken for a byte, it would be the first of a PNG.
    ['a letter beyond bytes', `data:image/png,\u0189${percentOf(PNG_BYTES.subarray(1))}`],
    [
      'a JPEG without a scan',
      urlOf('jpeg', join('\xff\xd8', jpegSegment(0xc0, '\x08\0\x01\0\x01'), '\xff\xd9')),
    ],
    ['a PNG without pixels', urlOf('png', join(PNG_HEAD, pngChunk('IEND', '')))],
    ['a PNG without an end', urlOf('png', join(PNG_HEAD, PNG_PIXELS))],
    [
      'a PNG with a wrong sum',
      urlOf(
        'png',
        PNG_BYTES.map((byte, at) => byte ^ Number(at === 29)),
      ),
    ],
    [
      'a PNG with two heads',
      urlOf('png', join(PNG_HEAD, PNG_HEAD.subarray(8), PNG_PIXELS, pngChunk('IEND', ''))),
    ],
    [
      'a PNG with a short head',
      urlOf(
        'png',
        join(PNG_HEAD.subarray(0, 8), pngChunk('IHDR', '\0\0'), PNG_PIXELS, pngChunk('IEND', '')),
      ),
    ],
    ['a JPEG without an end', urlOf('jpeg', jpeg.subarray(0, -2))],
    [
      'a JPEG without a frame',
      urlOf('jpeg', join('\xff\xd8', jpegSegment(0xda, '\0'), '\xff\xd9')),
    ],
    [
      'a JPEG with two frames',
      urlOf('jpeg', join('\xff\xd8', jpegSegment(0xc0, '\x08\0\x01\0\x01'), jpeg.subarray(2))),
    ],
    [
      'a WebP of another size than it says',
      urlOf(
        'webp',
        webpOf(
          canvas('\0').map((byte, at) => byte + Number(at === 12)),
          LOSSY,
        ),
      ),
    ],
    ['a WebP with two pictures', urlOf('webp', webpOf(LOSSY, LOSSY))],
    ['a WebP without a picture', urlOf('webp', webpOf(canvas('\0')))],
    ['a GIF without pictures', urlOf('gif', join('GIF89a\x01\0\x01\0\0\0\0\x3b'))],
    ['a HEIC', urlOf('heic', box('ftyp', 'heic\0\0\0\0mif1heic'))],
    ['an AVIF, whose metadata is not removed', urlOf('avif', box('ftyp', 'avif\0\0\0\0mif1avif'))],
  ])('%s', (_, url) => {
    expect(cleanBitmap(url)).toBeUndefined();
  });

  test.each(names)('%s that is cut off anywhere', (name) => {
    const { type, clean } = sample(name);
    const whole = [...clean.keys()].filter((end) =>
      cleanBitmap(urlOf(type, clean.subarray(0, end))),
    );
    expect(whole).toEqual([]);
  });
});

describe('whatever comes', () => {
  const url = (type: string, bytes: Uint8Array) => {
    const first = cleanBitmap(urlOf(type, bytes));
    if (first) expect(cleanBitmap(first.url)).toEqual(first);
  };

  test.each(names)('%s with bytes that are wrong: never throws, cleans at once', (name) => {
    const { type, told } = sample(name);
    const change = fc.tuple(fc.nat(told.length - 1), fc.nat(255));
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, fc.nat(told.length), (wrong, end) => {
        const bytes = Buffer.from(told);
        for (const [at, byte] of wrong) bytes[at] = byte;
        url(type, bytes);
        url(type, bytes.slice(0, end));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(names)('%s that goes on with anything: never throws, cleans at once', (name) => {
    const { type, told } = sample(name);
    fc.assert(
      fc.property(fc.nat(64), fc.uint8Array({ maxLength: 200 }), (end, rest) => {
        url(type, join(told.subarray(0, end), rest));
      }),
    );
  });

  test('a URL of any text: never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const each of [text, `data:${text}`, `data:;base64,${text}`]) cleanBitmap(each);
      }),
    );
  });

  test.each<readonly [string, Uint8Array]>([
    ['a JPEG of ff only', join('\xff\xd8', Buffer.alloc(3_000_000, 0xff))],
    ['a JPEG of ff00 only', join('\xff\xd8', Buffer.alloc(3_000_000, Uint8Array.of(0xff, 0)))],
    ['a PNG of empty chunks', join(PNG_HEAD, latin1(pngChunk('IDAT', '')).repeat(250_000))],
    ['a WebP of empty chunks', webpOf('ICCP\0\0\0\0'.repeat(300_000))],
    ['a GIF of comments', join('GIF89a\x01\0\x01\0\0\0\0', '\x21\xfe\0'.repeat(1_000_000))],
  ])('%s is read to its end', { timeout: 120_000 }, (_, bytes) => {
    // By the square of their length these would take hours.
    expect(() => cleanBitmap(urlOf('png', bytes))).not.toThrow();
  });
});

describe('in a drawing', () => {
  const drawing = (href: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><image width="9" height="9" href="${href}"/><path d="M12 12h9v9z"/></svg>`;

  test('a bitmap is cleaned in silence', async () => {
    const { type, told, clean } = sample('PNG');
    const { value, diagnostics } = await tryTransformIcon(drawing(urlOf(type, told)), { id: 'a' });
    expect(value?.symbol).toContain(`href="${urlOf(type, clean)}"`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['raster-image']);
  });

  test('a bitmap that cannot be read is left out and told of', async () => {
    const told = drawing('data:image/png,broken');
    const { value, diagnostics } = await tryTransformIcon(told, { id: 'a' });
    expect(value?.symbol).not.toContain('image');
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'bitmap-unreadable: Removed a bitmap that cannot be read: data:image/png,broken on <image>.',
    ]);
  });

  test('a bitmap that only the proof could read makes no icon differ', async () => {
    // Its renderer does not mind that there is no end.
    const href = urlOf('gif', join(GIF_HEAD, GIF_PICTURE));
    await testBuild({
      files: { 'icons/a.svg': drawing(href) },
      diagnostics: ['icons/a.svg bitmap-unreadable'],
    });
  });
});
