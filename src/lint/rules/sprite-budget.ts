import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { optionsOf } from '../options.ts';
import type { LintFinding, LintSet, RuleOption, SetRule } from '../types.ts';

/** Limits in bytes; 0 for no limit. */
interface Budget {
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
    default: {} as Record<string, Partial<Budget>>,
    about: 'Budgets of single sprites: name → raw and brotli, in bytes',
  },
} satisfies Record<string, RuleOption>;

/** Checks whole sprites, since a page waits for the sprite and not for single icons. */
export const spriteBudget: SetRule = {
  name: 'sprite-budget',
  about: 'Sprites stay within their size budgets',
  scope: 'set',
  options: OPTIONS,
  async check({ sprites }, given) {
    const { sprites: own, ...usual } = optionsOf(OPTIONS, given);
    const found = await Promise.all(
      sprites.map((sprite) => {
        const name = nameOf(sprite);
        const budget = Object.hasOwn(own, name) ? own[name] : undefined;
        return overBudget(sprite, { ...usual, ...numbersOf(budget) });
      }),
    );
    return found.flat();
  },
};

/** The numeric limits of a budget. */
function numbersOf(budget: Partial<Budget> | undefined): Partial<Budget> {
  return Object.fromEntries(
    Object.entries(budget ?? {}).filter(([, value]) => typeof value === 'number'),
  );
}

type SpriteFile = LintSet['sprites'][number];

function nameOf({ file }: SpriteFile): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.svg$/, '');
}

async function overBudget(sprite: SpriteFile, { raw, brotli }: Budget): Promise<LintFinding[]> {
  const bytes = Buffer.from(sprite.contents);
  return [
    ...over(sprite, bytes.length, raw, ''),
    // Compression is slow, so only if there is a limit.
    ...(brotli > 0 ? over(sprite, await brotliSize(bytes), brotli, ' with brotli') : []),
  ];
}

function over({ file }: SpriteFile, size: number, most: number, how: string): LintFinding[] {
  if (most <= 0 || size <= most) return [];
  const by = `${(((size - most) / most) * 100).toFixed(1)} %`;
  return [
    {
      file,
      message: `The sprite takes ${figure(size)} bytes${how}, ${by} more than the allowed ${figure(most)}.`,
      hint: 'Remove icons that are not used, simplify the largest, or write several sprites with split; the bundler plugin keeps only the icons in use.',
    },
  ];
}

function figure(bytes: number): string {
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
