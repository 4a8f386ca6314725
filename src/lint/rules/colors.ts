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
      'The colors that may be used, `currentColor` for that of the text; or `set` for those of most drawings, where most have the same',
  },
  near: {
    default: 12,
    about:
      'How far a color may be from an allowed one, in RGB from 0 to 441, to be taken for it and mended',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Colors are compared by what they look like, not by how they are written. */
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
  return [...palette]
    .filter(([color]) => !names.has(color))
    .map(([color, painted]) => {
      const meant = meantBy(color, asked, near, palette.size === 1);
      const fix = meant === undefined ? undefined : repaint(drawing, shapes, painted, meant);
      const first = painted.fills[0] ?? painted.strokes[0];
      return {
        file: drawing.file,
        message: `A color is ${told(color)}; ${isSet ? 'the set has' : 'allowed is'} ${list(asked.map(told))}.`,
        hint: `Select what has this color and give it ${meant === undefined ? 'one of the allowed ones' : told(meant)}.`,
        offset: first?.element.start ?? drawing.root.start,
        ...(fix && { fix }),
      };
    });
}

/** The allowed color that one was meant to be, as far as that is clear. */
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
  return color === 'currentColor' ? 'the color of the text (currentColor)' : color;
}
