import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { optionsOf } from '../options.ts';
import type { LintFinding, LintSet, RuleOption, SetRule } from '../types.ts';

/** Bytes; 0 for as many as there are. */
interface Budget {
  readonly raw: number;
  readonly brotli: number;
}

const OPTIONS = {
  raw: { default: 0, about: 'The most bytes of a sprite; 0 for any number' },
  brotli: {
    default: 0,
    about: 'The most bytes of a sprite as it is sent, compressed with brotli; 0 for any number',
  },
  sprites: {
    default: {} as Record<string, Partial<Budget>>,
    about: 'Budgets of single sprites: name → raw and brotli, in bytes',
  },
} satisfies Record<string, RuleOption>;

/** What a page waits for is the sprite, however small each icon is. */
export const spriteBudget: SetRule = {
  name: 'sprite-budget',
  about: 'Sprites stay as small as is asked for',
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

/** What of a budget is one. */
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
    // Compressing takes its time, so not where no one asks.
    ...(brotli > 0 ? over(sprite, await brotliSize(bytes), brotli, ' with brotli') : []),
  ];
}

function over({ file }: SpriteFile, size: number, most: number, how: string): LintFinding[] {
  if (most <= 0 || size <= most) return [];
  const by = `${(((size - most) / most) * 100).toFixed(1)} %`;
  return [
    {
      file,
      message: `The sprite takes ${figure(size)} bytes${how}, ${by} more than the ${figure(most)} that it may.`,
      hint: "Take out icons that are not used, simplify the largest, or write several sprites with split; a bundler's plugin keeps only the icons in use.",
    },
  ];
}

function figure(bytes: number): string {
  return bytes.toLocaleString('en-US');
}

/** Within a few percent of the best (11) at a fraction of its time. */
const QUALITY = 9;

async function brotliSize(bytes: Buffer): Promise<number> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return (await promisify(brotliCompress)(bytes, { params })).length;
}
