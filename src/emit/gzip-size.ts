import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { cacheBlockSizes, cachedBlockSize } from './measured-blocks.ts';

/** Number of bytes that gzip adds around its data. Source: RFC 1952, 2.2. */
const GZIP_OVERHEAD = 18;
/** Window of deflate, in bytes. Source: RFC 1951, 2. */
const WINDOW = 32_768;
/** Minimum and maximum size of a block, in characters. */
const BLOCK = { least: 131_072, most: 524_288 };
/** Average number of parts between possible ends of a block. */
const BLOCK_END_INTERVAL = 4;

/**
 * Size in bytes of a text after gzip at level 9. Compressed in blocks, each with the preceding window
 * as dictionary, so that a change in one part costs one or two blocks instead of all; the result is
 * 0.5 % larger. Not with node:zlib, whose output differs between processors, but the manifest must not.
 *
 * @param end end of each part of the text; the last part of a block alone decides if the block ends
 */
export function gzipSize(text: string, end: string): number {
  let size = GZIP_OVERHEAD;
  let preceding = '';
  const [last = '', ...parts] = text.split(end).reverse();
  for (const block of blocksOf([...parts.reverse().map((part) => part + end), last])) {
    size += sizeOfBlock(block, preceding);
    preceding = (preceding + block).slice(-WINDOW);
  }
  return size;
}

function blocksOf(parts: readonly string[]): string[] {
  const blocks: string[] = [];
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < BLOCK.least) continue;
    if (block.length < BLOCK.most && checksumOf(part) % BLOCK_END_INTERVAL > 0) continue;
    blocks.push(block);
    block = '';
  }
  return block === '' ? blocks : [...blocks, block];
}

/** Checksum of a part's beginning, which contains the name. */
function checksumOf(part: string): number {
  let sum = 0;
  for (let index = 0; index < Math.min(part.length, 64); index++) {
    sum = (sum * 31 + part.charCodeAt(index)) >>> 0;
  }
  return sum;
}

function sizeOfBlock(block: string, preceding: string): number {
  const digest = createHash('sha256')
    .update(`${preceding.length} ${preceding}${block}`)
    .digest('hex');
  const size = cachedBlockSize(digest) ?? deflated(block, preceding);
  cacheBlockSizes([[digest, size]]);
  return size;
}

function deflated(block: string, preceding: string): number {
  const dictionary = Buffer.from(preceding).subarray(-WINDOW);
  const options = dictionary.length > 0 ? { dictionary } : {};
  return deflateSync(Buffer.from(block), { level: 9, ...options }).length;
}
