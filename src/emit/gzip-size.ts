import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { knowBlocks, knownSize } from './measured-blocks.ts';

/** Bytes that gzip adds around its data. Source: RFC 1952, 2.2. */
const WRAPPING = 18;
/** How far back deflate looks, in bytes. Source: RFC 1951, 2. */
const WINDOW = 32_768;
/** Sizes of blocks in characters: from the first on a block may end, at the second it must. */
const BLOCK = { least: 131_072, most: 524_288 };
/** One part in so many may end a block. */
const ENDS = 4;

/**
 * Size in bytes of a text after gzip at level 9. In blocks, each with what stands before it at hand,
 * so that a change in one part costs one or two blocks and not all; it comes to 0.5 % more. Not by
 * node:zlib, whose output differs between processors, and the manifest must not.
 *
 * @param end what parts of the text end in; where a block ends is decided by its last part alone
 */
export function gzipSize(text: string, end: string): number {
  let size = WRAPPING;
  let before = '';
  const [last = '', ...parts] = text.split(end).reverse();
  for (const block of blocksOf([...parts.reverse().map((part) => part + end), last])) {
    size += sizeOfBlock(block, before);
    before = (before + block).slice(-WINDOW);
  }
  return size;
}

function blocksOf(parts: readonly string[]): string[] {
  const blocks: string[] = [];
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < BLOCK.least) continue;
    if (block.length < BLOCK.most && sumOf(part) % ENDS > 0) continue;
    blocks.push(block);
    block = '';
  }
  return block === '' ? blocks : [...blocks, block];
}

/** Of the beginning, which has the name. */
function sumOf(part: string): number {
  let sum = 0;
  for (let index = 0; index < Math.min(part.length, 64); index++) {
    sum = (sum * 31 + part.charCodeAt(index)) >>> 0;
  }
  return sum;
}

function sizeOfBlock(block: string, before: string): number {
  const digest = createHash('sha256').update(`${before.length} ${before}${block}`).digest('hex');
  const size = knownSize(digest) ?? deflated(block, before);
  knowBlocks([[digest, size]]);
  return size;
}

function deflated(block: string, before: string): number {
  const dictionary = Buffer.from(before).subarray(-WINDOW);
  const options = dictionary.length > 0 ? { dictionary } : {};
  return deflateSync(Buffer.from(block), { level: 9, ...options }).length;
}
