import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { BuildResult } from '../../build.ts';

/** Sizes in bytes. */
export interface Sizes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** All icons as they came, and the sprite that was made of them. */
export interface BeforeAndAfter {
  readonly before: Sizes;
  readonly after: Sizes;
}

/** Within a few percent of the best (11) at a fraction of its time. */
const BROTLI_QUALITY = 9;

export async function measureSizes({
  icons,
  sprites,
  files,
}: BuildResult): Promise<BeforeAndAfter> {
  const spriteFiles = new Set(sprites.map(({ file }) => file));
  const sources = icons.map(({ source }) => source.svg).join('');
  const joined = files.filter(({ path }) => spriteFiles.has(path)).map(({ contents }) => contents);
  const raw = icons.reduce((sum, { source }) => sum + source.bytes, 0);
  const [before, after] = await Promise.all([measure(sources), measure(joined.join(''))]);
  return { before: { ...before, raw }, after };
}

async function measure(text: string): Promise<Sizes> {
  const bytes = Buffer.from(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { raw: bytes.length, gzip: zipped.length, brotli: brotli.length };
}
