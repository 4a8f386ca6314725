import { createHash } from 'node:crypto';

/**
 * Pattern for the file of a sprite below the output folder: `[name]`, `[hash]`, `[hash:12]`,
 * `[ext]`, `[extname]`, as in Rollup's `assetFileNames`.
 */
export type FilePattern = (sprite: string, source: string) => string;

/** An asset, as `assetFileNames` receives it. */
interface NamedAsset {
  readonly type: 'asset';
  readonly name: string;
  readonly names: string[];
  readonly originalFileName: string;
  readonly originalFileNames: string[];
  readonly source: string;
}

/** `assetFileNames` of Rollup, Rolldown and Vite. */
export type AssetFileNames = string | ((asset: NamedAsset) => string);

/** Characters of a hash without a length of its own. */
const HASH_LENGTH = 8;

/** Name of a sprite as a source file, which a bundler derives names and manifest keys from. */
export function assetName(sprite: string): string {
  return `${sprite}.svg`;
}

/**
 * Pattern that follows the names of a bundler's own assets.
 *
 * @param defaultNames `assetFileNames` if nobody set it
 * @param fallback default pattern
 */
export function assetPattern(
  names: AssetFileNames | undefined,
  defaultNames: string,
  fallback: string,
): FilePattern {
  if (typeof names === 'function') {
    return (sprite, source) => {
      const name = assetName(sprite);
      const all = { name, names: [name], originalFileName: name, originalFileNames: [name] };
      return names({ type: 'asset', ...all, source });
    };
  }
  const isCustom = names !== undefined && withExtname(names) !== withExtname(defaultNames);
  return () => (isCustom ? names : fallback);
}

function withExtname(pattern: string): string {
  return pattern.replaceAll('.[ext]', '[extname]');
}

/** Checks that a pattern depends on the contents of the file. */
export function isHashed(pattern: FilePattern): boolean {
  return /\[hash(:\d+)?\]/.test(pattern('sprite', ''));
}

/** Path of a sprite's file below the output folder, with forward slashes. */
export function spritePath(pattern: FilePattern, sprite: string, source: string): string {
  // Joining a folder that ends in a slash doubles it.
  const path = pattern(sprite, source).replaceAll(/\/{2,}/g, '/');
  return path.replace(TOKEN, (text, key: string, length?: string) => {
    switch (key) {
      case 'name':
        return sprite;
      case 'hash':
        return hashOf(source).slice(0, length === undefined ? HASH_LENGTH : Number(length));
      case 'ext':
        return 'svg';
      case 'extname':
        return '.svg';
      default:
        return text;
    }
  });
}

const TOKEN: RegExp = /\[(name|hash|ext|extname)(?::(\d+))?\]/g;

/** Hash of a sprite in hexadecimal digits, whole. */
export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
