import { consensusOf } from '../consensus.ts';
import { setProperty } from '../edits.ts';
import { AGREE, type OrSet, optionsOf } from '../options.ts';
import { colorDistance, nameOf, type Painted, paletteOf } from '../palette.ts';
import { type Shapes, shapesOf } from '../shapes.ts';
import type { Drawing, Edit, LintFinding, RuleOption, SetRule } from '../types.ts';
import { list } from '../wording.ts';

const OPTIONS = {
  allowed: {
    default: 'set' as OrSet<readonly string[]>,
    about:
      'Allowed colors, with `currentColor` for the text color; or `set` for the colors of most drawings, if most have the same',
  },
  near: {
    default: 12,
    about:
      'Largest distance from an allowed color, in RGB from 0 to 441, at which a color is fixed to it',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Compares colors by their appearance, not by their spelling. */
export const colors: SetRule = {
  name: 'colors',
  about: 'Only the colors of the set are used',
  scope: 'set',
  options: OPTIONS,
  async check({ drawings }, given) {
    const { allowed, near, agree } = optionsOf(OPTIONS, given);
    const palettes = new Map<Drawing, ReadonlyMap<string, Painted>>();
    for (const drawing of drawings) palettes.set(drawing, await paletteOf(drawing));
    const common = consensusOf(
      drawings,
      (drawing) => [...(palettes.get(drawing)?.keys() ?? [])].sort().join(' ') || undefined,
      agree,
    );
    const findings: LintFinding[] = [];
    for (const [drawing, palette] of palettes) {
      const asked = allowed === 'set' ? common(drawing)?.split(' ') : allowed;
      if (!asked) continue;
      const shapes = await shapesOf(drawing);
      findings.push(...wrongColors(drawing, shapes, palette, asked, near, allowed === 'set'));
    }
    return findings;
  },
};

function wrongColors(
  drawing: Drawing,
  shapes: Shapes,
  palette: ReadonlyMap<string, Painted>,
  asked: readonly string[],
  near: number,
  isSet: boolean,
): LintFinding[] {
  const names = new Set(asked.map((color) => nameOf(color) ?? color));
  const wrong = [...palette].filter(([color]) => !names.has(color));
  if (wrong.length === 0) return [];
  const meant = wrong.map(([color]) => meantBy(color, asked, near, palette.size === 1));
  const fix = wrong.flatMap(([, painted], index) => {
    const color = meant[index];
    return color === undefined ? [] : (repaint(drawing, shapes, painted, color) ?? []);
  });
  const found = list(wrong.map(([color]) => told(color)));
  const goal = new Set(meant).size === 1 ? meant[0] : undefined;
  const first = wrong[0]?.[1].fills[0] ?? wrong[0]?.[1].strokes[0];
  return [
    {
      file: drawing.file,
      message: `The drawing uses the color${wrong.length > 1 ? 's' : ''} ${found}; ${isSet ? 'the set uses' : 'allowed:'} ${list(asked.map(told))}.`,
      hint: `Select everything with ${wrong.length > 1 ? 'these colors' : 'this color'} and change it to ${goal === undefined ? 'one of the allowed colors' : told(goal)}.`,
      offset: first?.element.start ?? drawing.root.start,
      ...(fix.length > 0 && { fix }),
    },
  ];
}

/** The allowed color that a color was meant to be; `undefined` if that is not clear. */
function meantBy(
  color: string,
  asked: readonly string[],
  near: number,
  isAlone: boolean,
): string | undefined {
  const [only] = asked;
  if (asked.length === 1 && isAlone) return only;
  const closest = asked
    .map((candidate) => [candidate, colorDistance(color, candidate)] as const)
    .sort(([, a], [, b]) => a - b)[0];
  return closest && closest[1] <= near ? closest[0] : undefined;
}

function repaint(
  drawing: Drawing,
  shapes: Shapes,
  { fills, strokes }: Painted,
  color: string,
): readonly Edit[] | undefined {
  const edits = [
    setProperty(drawing, shapes, fills, 'fill', color),
    setProperty(drawing, shapes, strokes, 'stroke', color),
  ];
  if (!edits.every((each) => each !== undefined)) return undefined;
  return edits.flat();
}

function told(color: string): string {
  return color === 'currentColor' ? 'the text color (currentColor)' : color;
}
