import { findConsensus } from '../consensus.ts';
import { setProperty } from '../edits.ts';
import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { canonicalColor, colorDistance, type PaintedShapes, paletteOf } from '../palette.ts';
import { type ShapeList, shapesOf } from '../shapes.ts';
import type { Edit, LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { joinList } from '../wording.ts';

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
  presets: { strict: ['warning', { agree: 0.6 }] },
  docs: {
    section: 'color',
    order: 10,
    why: 'The rule compares color values, not spelling: `black`, `#000` and a shape without a color are the same. Without a list, it requires the colors that most icons of the folder share, for example if all use `currentColor`.',
    fix: 'Pick colors from the palette of the set, not by eye.',
    autofix:
      'writes the allowed color if only one can be meant: it is near enough, or there is one allowed color and the icon has one color.',
  },
  async check({ sources }, configured) {
    const { allowed, near, agree } = resolveOptions(OPTIONS, configured);
    const palettes = new Map<LintSource, ReadonlyMap<string, PaintedShapes>>();
    for (const source of sources) palettes.set(source, await paletteOf(source));
    const common = findConsensus(
      sources,
      (source) => [...(palettes.get(source)?.keys() ?? [])].sort().join(' ') || undefined,
      agree,
    );
    const findings: LintFinding[] = [];
    for (const [source, palette] of palettes) {
      const allowedColors = allowed === 'set' ? common(source)?.split(' ') : allowed;
      if (!allowedColors) continue;
      const shapes = await shapesOf(source);
      findings.push(
        ...wrongColors(source, shapes, palette, allowedColors, near, allowed === 'set'),
      );
    }
    return findings;
  },
};

function wrongColors(
  source: LintSource,
  shapes: ShapeList,
  palette: ReadonlyMap<string, PaintedShapes>,
  allowedColors: readonly string[],
  near: number,
  isSet: boolean,
): LintFinding[] {
  const names = new Set(allowedColors.map((color) => canonicalColor(color) ?? color));
  const wrong = [...palette].filter(([color]) => !names.has(color));
  if (wrong.length === 0) return [];
  const intended = wrong.map(([color]) =>
    intendedColor(color, allowedColors, near, palette.size === 1),
  );
  const fix = wrong.flatMap(([, painted], index) => {
    const color = intended[index];
    return color === undefined ? [] : (repaint(source, shapes, painted, color) ?? []);
  });
  const foundColors = joinList(wrong.map(([color]) => describeColor(color)));
  const target = new Set(intended).size === 1 ? intended[0] : undefined;
  const first = wrong[0]?.[1].fills[0] ?? wrong[0]?.[1].strokes[0];
  return [
    {
      file: source.file,
      message: `The drawing uses the color${wrong.length > 1 ? 's' : ''} ${foundColors}; ${isSet ? 'the set uses' : 'allowed:'} ${joinList(allowedColors.map(describeColor))}.`,
      hint: `Select everything with ${wrong.length > 1 ? 'these colors' : 'this color'} and change it to ${target === undefined ? 'one of the allowed colors' : describeColor(target)}.`,
      offset: first?.element.start ?? source.root.start,
      ...(fix.length > 0 && { fix }),
    },
  ];
}

/** The allowed color that a color was meant to be; `undefined` if that is not clear. */
function intendedColor(
  color: string,
  allowedColors: readonly string[],
  near: number,
  isOnlyColor: boolean,
): string | undefined {
  const [only] = allowedColors;
  if (allowedColors.length === 1 && isOnlyColor) return only;
  const closest = allowedColors
    .map((candidate) => [candidate, colorDistance(color, candidate)] as const)
    .sort(([, a], [, b]) => a - b)[0];
  return closest && closest[1] <= near ? closest[0] : undefined;
}

function repaint(
  source: LintSource,
  shapes: ShapeList,
  { fills, strokes }: PaintedShapes,
  color: string,
): readonly Edit[] | undefined {
  const edits = [
    setProperty(source, shapes, fills, 'fill', color),
    setProperty(source, shapes, strokes, 'stroke', color),
  ];
  if (!edits.every((each) => each !== undefined)) return undefined;
  return edits.flat();
}

function describeColor(color: string): string {
  return color === 'currentColor' ? 'the text color (currentColor)' : color;
}
