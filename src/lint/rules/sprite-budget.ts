import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { resolveOptions } from '../options.ts';
import type { LintFinding, LintSet, RuleOption, SetRule } from '../types.ts';

/** Limits in bytes; 0 for no limit. */
interface SpriteSizeBudget {
  readonly raw: number;
  readonly brotli: number;
}

const OPTIONS = {
  raw: { default: 0, about: 'Maximum number of bytes of a sprite; 0 for no limit' },
  brotli: {
    default: 0,
    about: 'Maximum number of bytes of a sprite compressed with Brotli; 0 for no limit',
  },
  sprites: {
    default: {} as Record<string, Partial<SpriteSizeBudget>>,
    about: 'Budgets of single sprites: name → raw and brotli, in bytes',
  },
} satisfies Record<string, RuleOption>;

/** Checks whole sprites, since a page waits for the sprite and not for single icons. */
export const spriteBudget: SetRule = {
  name: 'sprite-budget',
  about: 'Sprites stay within their size budgets',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['error', { brotli: 100_000 }] },
  docs: {
    section: 'budgets',
    order: 30,
    message: 'The sprite takes 24,310 bytes with brotli, 21.5 % more than the allowed 20,000.',
    why: 'A page waits for the whole sprite, however small each icon is. With `recommended`, it requires nothing until you set a budget.',
    fix: 'Remove unused icons, simplify the largest, or write several sprites with `split`. With a bundler plugin, the page loads only the icons that you use.',
  },
  async check({ sprites }, configured) {
    const { sprites: budgets, ...defaults } = resolveOptions(OPTIONS, configured);
    const found = await Promise.all(
      sprites.map((sprite) => {
        const name = nameOf(sprite);
        const budget = Object.hasOwn(budgets, name) ? budgets[name] : undefined;
        return checkBudget(sprite, { ...defaults, ...numericLimits(budget) });
      }),
    );
    return found.flat();
  },
};

/** The numeric limits of a budget. */
function numericLimits(budget: Partial<SpriteSizeBudget> | undefined): Partial<SpriteSizeBudget> {
  return Object.fromEntries(
    Object.entries(budget ?? {}).filter(([, value]) => typeof value === 'number'),
  );
}

type LintSpriteFile = LintSet['sprites'][number];

function nameOf({ file }: LintSpriteFile): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.svg$/, '');
}

async function checkBudget(
  sprite: LintSpriteFile,
  { raw, brotli }: SpriteSizeBudget,
): Promise<LintFinding[]> {
  const bytes = Buffer.from(sprite.contents);
  return [
    ...checkSize(sprite, bytes.length, raw, ''),
    // Compression is slow, so only if there is a limit.
    ...(brotli > 0 ? checkSize(sprite, await brotliSize(bytes), brotli, ' with brotli') : []),
  ];
}

function checkSize(
  { file }: LintSpriteFile,
  size: number,
  limit: number,
  compression: string,
): LintFinding[] {
  if (limit <= 0 || size <= limit) return [];
  const excess = `${(((size - limit) / limit) * 100).toFixed(1)} %`;
  return [
    {
      file,
      message: `The sprite takes ${formatBytes(size)} bytes${compression}, ${excess} more than the allowed ${formatBytes(limit)}.`,
      hint: 'Remove icons that are not used, simplify the largest, or write several sprites with split; the bundler plugin keeps only the icons in use.',
    },
  ];
}

function formatBytes(bytes: number): string {
  return bytes.toLocaleString('en-US');
}

/** Brotli quality: within a few percent of the best (11) in a fraction of its time. */
const QUALITY = 9;

async function brotliSize(bytes: Buffer): Promise<number> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return (await promisify(brotliCompress)(bytes, { params })).length;
}
