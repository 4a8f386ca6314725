import { crc32 } from '../../src/icon/bitmap/crc32.ts';

/** A bitmap as its author left it, and as it should stand in a sprite. */
export interface Sample {
  readonly type: 'png' | 'jpeg' | 'webp' | 'gif';
  readonly told: Buffer;
  readonly clean: Buffer;
  readonly size: readonly [width: number, height: number];
}

export const urlOf = (type: string, bytes: Uint8Array): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

export const join = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? letters(part) : part)));

const letters = (text: string) => Buffer.from(text, 'latin1');
const base64 = (text: string) => Buffer.from(text, 'base64');
const SECRET = 'SECRET';

function u16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

function u32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** A camera's data in the order of bytes `MM`: a name, the orientation, and a name's text. */
const CAMERA = join(
  'MM\0\x2a\0\0\0\x08\0\x02',
  '\x01\x0f\0\x02\0\0\0\x07\0\0\0\x26',
  '\x01\x12\0\x03\0\0\0\x01\0\x06\0\0',
  '\0\0\0\0',
  `${SECRET}\0`,
);
/** The same in the order `II`, with nothing but the orientation. */
const TURNED = join('II\x2a\0\x08\0\0\0\x01\0', '\x12\x01\x03\0\x01\0\0\0\x06\0\0\0', '\0\0\0\0');

export function pngChunk(type: string, data: Uint8Array | string): Buffer {
  const body = join(type, data);
  return join(u32(body.length - 4), body, u32(crc32(body)));
}

export const PNG_HEAD: Buffer = base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptV');
export const PNG_PIXELS: Buffer = base64('AAAACklEQVR4AWP4CwAA/wD+VYvGjg==');
const profile = (name: string) => pngChunk('iCCP', `${name}\0\0profile`);

const png: Sample = {
  type: 'png',
  told: join(
    PNG_HEAD,
    profile(SECRET),
    pngChunk('tEXt', `Author\0${SECRET}`),
    pngChunk('tIME', '\x07\xe0\x01\x01\x01\x01\x01'),
    pngChunk('pHYs', '\0\0\x0b\x13\0\0\x0b\x13\x01'),
    pngChunk('gAMA', SECRET),
    pngChunk('eXIf', CAMERA),
    PNG_PIXELS,
    pngChunk('teSt', SECRET),
    pngChunk('IEND', ''),
    SECRET,
  ),
  clean: join(
    PNG_HEAD,
    profile('icc'),
    pngChunk('pHYs', '\0\0\x0b\x13\0\0\x0b\x13\x01'),
    pngChunk('eXIf', TURNED),
    PNG_PIXELS,
    pngChunk('IEND', ''),
  ),
  size: [1, 1],
};

export const jpegSegment = (code: number, data: Uint8Array | string): Buffer =>
  join(Uint8Array.of(0xff, code), u16(data.length + 2), data);

/** Tables, frame and scan of red beside blue, made by a browser. */
const JPEG_PIXELS = base64(
  '/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAEQgACAAQAwEiAAIRAQMRAf/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCP/EABkRAAIDAQAAAAAAAAAAAAAAAAAIRYTDxP/aAAwDAQACEQMRAD8AzogQHBMput0FGtnD2MA=',
);
const JPEG_START = '\xff\xd8';
const JPEG_END = '\xff\xd9';
const JFIF = 'JFIF\0\x01\x01\0\0\x01\0\x01';

const jpeg: Sample = {
  type: 'jpeg',
  told: join(
    JPEG_START,
    jpegSegment(0xe0, `${JFIF}\x02\x01${SECRET}`),
    jpegSegment(0xe0, `JFXX\0\x10${SECRET}`),
    '\xff\xff',
    jpegSegment(0xe1, join('Exif\0\0', CAMERA)),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
    jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01profile'),
    jpegSegment(0xe2, `MPF\0${SECRET}`),
    jpegSegment(0xed, `Photoshop 3.0\0${SECRET}`),
    jpegSegment(0xee, `Adobe\0\x64\0\0\0\0\x01${SECRET}`),
    jpegSegment(0xfe, SECRET),
    JPEG_PIXELS,
    '\xff',
    JPEG_END,
    SECRET,
  ),
  clean: join(
    JPEG_START,
    jpegSegment(0xe0, `${JFIF}\0\0`),
    jpegSegment(0xe1, join('Exif\0\0', TURNED)),
    jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01profile'),
    jpegSegment(0xee, 'Adobe\0\x64\0\0\0\0\x01'),
    JPEG_PIXELS,
    JPEG_END,
  ),
  size: [16, 8],
};

/** Two scans, restart markers, and `ff` among the pixels. The pixels themselves mean nothing. */
const SCANS = [
  jpegSegment(0xc2, '\x08\0\x08\0\x10\x01\x01\x11\0'),
  jpegSegment(0xdd, '\0\x01'),
  jpegSegment(0xc4, '\0'.repeat(17)),
  jpegSegment(0xda, '\x01\x01\0\0\0\x01'),
  letters('\x12\xff\0\x34\xff\xd0\x56\xff\xff\0\x78'),
] as const;
const LAST_SCAN = join(jpegSegment(0xda, '\x01\x01\0\x01\x3f\0'), '\x9a\xff\xd7\xbc');

const progressive: Sample = {
  type: 'jpeg',
  told: join(JPEG_START, ...SCANS, jpegSegment(0xfe, SECRET), LAST_SCAN, JPEG_END),
  clean: join(JPEG_START, ...SCANS, LAST_SCAN, JPEG_END),
  size: [16, 8],
};

function riffChunk(type: string, data: Uint8Array | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return join(type, length, data, Buffer.alloc(data.length % 2));
}

export const webpOf = (...chunks: readonly (Uint8Array | string)[]): Buffer =>
  riffChunk('RIFF', join('WEBP', ...chunks));

/** The picture of the JPEG. */
export const LOSSY: Buffer = riffChunk(
  'VP8 ',
  base64('kAEAnQEqEAAIAAFAJiWgAnS6AAOYAP74o///ECP/5sD/9Lg/BH/pcH/6XA4f/0uBmgAAAA=='),
);
const LOSSLESS = riffChunk('VP8L', base64('LwJAABAPEPMf8x8MhQACoKCJ6H88'));
const EXIF_AND_XMP = join(riffChunk('EXIF', CAMERA), riffChunk('XMP ', SECRET));

/** What a WebP says of itself: 16 by 8 pixels. */
export const canvas = (flags: string): Buffer =>
  riffChunk('VP8X', `${flags}\0\0\0\x0f\0\0\x07\0\0`);

const webp: Sample = {
  type: 'webp',
  told: join(webpOf(canvas('\x2c'), riffChunk('ICCP', 'profile'), LOSSY, EXIF_AND_XMP), SECRET),
  clean: webpOf(canvas('\x20'), riffChunk('ICCP', 'profile'), LOSSY),
  size: [16, 8],
};

const lossless: Sample = {
  type: 'webp',
  told: webpOf(LOSSLESS, riffChunk('note', SECRET)),
  clean: webpOf(LOSSLESS),
  size: [3, 2],
};

const frame = (...parts: readonly Buffer[]) =>
  riffChunk('ANMF', join('\0\0\0\0\0\0\x0f\0\0\x07\0\0\x64\0\0\0', ...parts));
const loop = riffChunk('ANIM', '\xff\xff\xff\xff\0\0');

const moving: Sample = {
  type: 'webp',
  told: webpOf(
    ...[canvas('\x0e'), loop, frame(riffChunk('note', SECRET), LOSSY), frame(LOSSY), EXIF_AND_XMP],
  ),
  clean: webpOf(canvas('\x02'), loop, frame(LOSSY), frame(LOSSY)),
  size: [16, 8],
};

export const GIF_HEAD = 'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff';
const GIF_CONTROL = '\x21\xf9\x04\x01\0\0\0\0';
export const GIF_PICTURE = '\x2c\0\0\0\0\x01\0\x01\0\0\x02\x01\x44\0';
const NETSCAPE = '\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0';

const gif: Sample = {
  type: 'gif',
  told: join(
    GIF_HEAD,
    `${NETSCAPE}\x06${SECRET}\0`,
    `\x21\xff\x0b${SECRET} 1.00\x03\x01\0\0\0`,
    `\x21\xff\x0bXMP DataXMP\x06${SECRET}\0`,
    `\x21\xfe\x06${SECRET}\0`,
    GIF_CONTROL,
    `\x21\xfe\x06${SECRET}\x06${SECRET}\0`,
    GIF_PICTURE,
    `${GIF_CONTROL}\x21\x01\x0c${'\0'.repeat(12)}\x06${SECRET}\0`,
    `${GIF_PICTURE}\x3b${SECRET}`,
  ),
  clean: join(GIF_HEAD, NETSCAPE, '\0', GIF_CONTROL, GIF_PICTURE, GIF_PICTURE, '\x3b'),
  size: [1, 1],
};

export const box = (type: string, ...content: readonly (Uint8Array | string)[]): Buffer => {
  const data = join(...content);
  return join(u32(data.length + 8), type, data);
};

export const SAMPLES: Readonly<Record<string, Sample>> = {
  PNG: png,
  JPEG: jpeg,
  'progressive JPEG': progressive,
  WebP: webp,
  'lossless WebP': lossless,
  'moving WebP': moving,
  GIF: gif,
};
