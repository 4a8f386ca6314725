import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { cacheBlockSizes, cachedBlockSize, type MeasuredBlock } from './measured-blocks.ts';

/** Number of bytes that gzip adds around its data. Source: RFC 1952, 2.2. */
const GZIP_OVERHEAD = 18;
/** Window of deflate, in bytes. Source: RFC 1951, 2. */
const WINDOW = 32_768;
/** Minimum and maximum size of a block, in characters. */
const BLOCK = { least: 131_072, most: 524_288 };
/** Average number of parts between possible ends of a block. */
const BLOCK_END_INTERVAL = 4;

/** Block of a text, and the window of text before it. */
export interface TextBlock {
  readonly block: string;
  readonly preceding: string;
}

/** Splits a text that comes in pieces into blocks. */
export class BlockSplitter {
  readonly #end: string;
  readonly #onBlock: (block: TextBlock) => void;
  #block = '';
  #preceding = '';
  /** Start of a part whose end has not come yet. */
  #rest = '';

  /** @param end end of each part of the text; the last part of a block alone decides if the block ends */
  constructor(end: string, onBlock: (block: TextBlock) => void) {
    this.#end = end;
    this.#onBlock = onBlock;
  }

  add(text: string): void {
    const parts = (this.#rest + text).split(this.#end);
    this.#rest = parts.pop() ?? '';
    for (const part of parts) {
      this.#block += part + this.#end;
      const { length } = this.#block;
      if (length < BLOCK.least) continue;
      if (length < BLOCK.most && checksumOf(part + this.#end) % BLOCK_END_INTERVAL > 0) continue;
      this.#endBlock();
    }
  }

  /** Ends the last block. */
  end(): void {
    this.#block += this.#rest;
    if (this.#block !== '') this.#endBlock();
  }

  #endBlock(): void {
    const [block, preceding] = [this.#block, this.#preceding];
    this.#onBlock({ block, preceding });
    this.#preceding = (preceding + block).slice(-WINDOW);
    this.#block = '';
  }
}

/**
 * Size in bytes of a text after gzip at level 9. Compressed in blocks, each with the preceding window
 * as dictionary, so that a change in one part costs one or two blocks instead of all; the result is
 * 0.5 % larger. Not with node:zlib, whose output differs between processors, but the manifest must not.
 *
 * @param end end of each part of the text, see {@link BlockSplitter}
 */
export function gzipSize(text: string, end: string): number {
  let size = GZIP_OVERHEAD;
  const splitter = new BlockSplitter(end, (block) => {
    const [digest, measured] = measureBlock(block);
    size += measured;
    cacheBlockSizes([[digest, measured]]);
  });
  splitter.add(text);
  splitter.end();
  return size;
}

/** Measures a block, unless its size is known. */
export function measureBlock({ block, preceding }: TextBlock): MeasuredBlock {
  const digest = digestOf({ block, preceding });
  return [digest, cachedBlockSize(digest) ?? deflated(block, preceding)];
}

export function isMeasured(block: TextBlock): boolean {
  return cachedBlockSize(digestOf(block)) !== undefined;
}

/** Checksum of a part's beginning, which contains the name. */
function checksumOf(part: string): number {
  let sum = 0;
  for (let index = 0; index < Math.min(part.length, 64); index++) {
    sum = (sum * 31 + part.charCodeAt(index)) >>> 0;
  }
  return sum;
}

function digestOf({ block, preceding }: TextBlock): string {
  return createHash('sha256').update(`${preceding.length} ${preceding}${block}`).digest('hex');
}

function deflated(block: string, preceding: string): number {
  const dictionary = Buffer.from(preceding).subarray(-WINDOW);
  const options = dictionary.length > 0 ? { dictionary } : {};
  return deflateSync(Buffer.from(block), { level: 9, ...options }).length;
}
