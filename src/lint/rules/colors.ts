import { type Agreement, type Consensus, findConsensus } from '../consensus.ts';
import { setProperty } from '../edits.ts';
import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { canonicalColor, colorDistance, type PaintedShapes, paletteOf } from '../palette.ts';
import { type ShapeList, shapesOf } from '../shapes.ts';
import { isNearBlack, looksLikeText, pageControlOf, TEXT_COLOR } from '../text-color.ts';
import { traitsOf } from '../traits.ts';
import type { Edit, LintFinding, LintSet, LintSource, RuleOption, SetRule } from '../types.ts';
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
  pictures: {
    default: true,
    about: 'Whether pictures of several colors, such as flags and logos, are checked, too',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Compares colors by their appearance, not by their spelling. */
export const colors: SetRule = {
  name: 'colors',
  about: 'Only the colors of the set are used',
  scope: 'set',
  options: OPTIONS,
  presets: {
    recommended: ['warning', { pictures: false }],
    strict: ['warning', { agree: 0.6 }],
  },
  docs: {
    section: 'color',
    order: 10,
    why: 'An icon in a fixed color does not follow the text: black vanishes on a dark page. The rule compares color values, not spelling: `black`, `#000` and a shape without a color are the same. Without a list, it requires the colors that most icons of the folder share, for example if all follow the text color (`currentColor`). Icons that the build recolors, by the option `color` or their metadata, are what the build makes of them.',
    fix: 'Pick colors from the palette of the set, not by eye. Design tools cannot export the text color: set it with `--fix`, in the preview, or with the option `color`.',
    autofix:
      'writes the allowed color if only one can be meant: it is near enough, or there is one allowed color and the icon has one color. Without a list, a color like red counts as meant and stays.',
  },
  isCheap: true,
  async check(set, configured) {
    const settings = resolveOptions(OPTIONS, configured);
    const { palettes, common } = await comparePalettes(set, settings.agree);
    const findings: LintFinding[] = [];
    for (const [source, palette] of palettes) {
      if (!settings.pictures && isPicture(source, palette)) continue;
      const requirement = requirementFor(source, common, settings.allowed);
      const fixed = pageControlOf(source.icon.facts) === 'none' ? palette : [TEXT_COLOR];
      const isAllowed = (each: readonly string[]) =>
        each.every((color) => requirement?.colors.includes(color));
      if (!requirement || isAllowed(fixed) || isAllowed(palette)) continue;
      findings.push(...(await wrongColors(source, requirement, settings.near)));
    }
    return findings;
  },
  async applies(source, set, configured) {
    const { allowed, agree, pictures } = resolveOptions(OPTIONS, configured);
    const { palettes, common } = await comparePalettes(set, agree);
    if (!pictures && isPicture(source, palettes.get(source) ?? [])) return false;
    return requirementFor(source, common, allowed) !== undefined;
  },
};

interface PaletteComparison {
  /** Colors of the drawings as written. */
  readonly palettes: ReadonlyMap<LintSource, readonly string[]>;
  readonly common: Consensus<string>;
}

async function comparePalettes({ sources }: LintSet, agree: number): Promise<PaletteComparison> {
  const palettes = new Map<LintSource, readonly string[]>();
  for (const source of sources) palettes.set(source, (await traitsOf(source)).colors);
  const builtColors = (source: LintSource): string | undefined => {
    const control = pageControlOf(source.icon.facts);
    if (control === 'variables') return undefined;
    if (control === 'text-color') return TEXT_COLOR;
    return [...(palettes.get(source) ?? [])].sort().join(' ') || undefined;
  };
  return { palettes, common: findConsensus(sources, builtColors, agree) };
}

/**
 * Checks if the colors of a drawing are part of what it shows. Almost black beside the text color is
 * not: it is text that somebody forgot.
 */
function isPicture({ icon }: LintSource, palette: readonly string[]): boolean {
  if (icon.facts.color === 'mono') return false;
  const isPlain = !icon.facts.colors.some((color) => /^(gradient|image)$/.test(color));
  return !(isPlain && palette.every((color) => color === TEXT_COLOR || isNearBlack(color)));
}

/** Colors that a drawing may use. */
interface ColorRequirement {
  readonly colors: readonly string[];
  /** Missing if the configuration requires them. */
  readonly agreement?: Agreement<string>;
}

function requirementFor(
  source: LintSource,
  common: Consensus<string>,
  allowed: OrSet<readonly string[]>,
): ColorRequirement | undefined {
  if (allowed !== 'set') return { colors: allowed.map((color) => canonicalColor(color) ?? color) };
  const agreement = common(source);
  return agreement && { colors: agreement.value.split(' '), agreement };
}

/** Reports the colors that a drawing may not use; none if only hidden shapes have them. */
async function wrongColors(
  source: LintSource,
  requirement: ColorRequirement,
  near: number,
): Promise<LintFinding[]> {
  const palette = await paletteOf(source);
  const shapes = await shapesOf(source);
  const wrong = [...palette].filter(([color]) => !requirement.colors.includes(color));
  if (wrong.length === 0) return [];
  const canFollow = canFollowRequirement([...palette.keys()], requirement);
  const intended = wrong.map(([color]) => intendedColor(color, requirement, { near, canFollow }));
  const fix = wrong.flatMap(([, painted], index) => {
    const color = intended[index];
    return color === undefined ? [] : (repaint(source, shapes, painted, color) ?? []);
  });
  const target = new Set(intended).size === 1 ? intended[0] : undefined;
  const first = wrong[0]?.[1].fills[0] ?? wrong[0]?.[1].strokes[0];
  const names = wrong.map(([color]) => color);
  const isFixable = fix.length > 0;
  return [
    {
      file: source.file,
      message: messageOf(names, requirement),
      hint: hintOf(names, { requirement, target, isFixable }),
      offset: first?.element.start ?? source.root.start,
      ...(isFixable && { fix, fixLabel: labelOf(target) }),
    },
  ];
}

/**
 * Checks if a drawing may take the only required color. Without a list, red counts as meant, and gray
 * as text.
 */
function canFollowRequirement(
  palette: readonly string[],
  { colors: [only], agreement }: ColorRequirement,
): boolean {
  if (palette.length === 1) return agreement === undefined || palette.every(looksLikeText);
  return only === TEXT_COLOR && palette.every((color) => color === only || isNearBlack(color));
}

/** The required color that a color was meant to be; `undefined` if that is not clear. */
function intendedColor(
  color: string,
  { colors: allowedColors }: ColorRequirement,
  { near, canFollow }: { readonly near: number; readonly canFollow: boolean },
): string | undefined {
  const [only] = allowedColors;
  if (allowedColors.length === 1 && canFollow) return only;
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
  // A text that is right already has its color from elsewhere: the property `color`.
  const changesAll = edits
    .flat()
    .every(({ start, end, text }) => source.svg.slice(start, end) !== text);
  return changesAll ? edits.flat() : undefined;
}

function messageOf(
  wrong: readonly string[],
  { colors: allowedColors, agreement }: ColorRequirement,
): string {
  if (!agreement)
    return `The drawing uses ${describeColors(wrong)}; allowed: ${listOf(allowedColors)}.`;
  const most = `${agreement.count} of ${agreement.total} icons`;
  const [only] = allowedColors;
  return allowedColors.length === 1 && only === TEXT_COLOR
    ? `The drawing has the fixed ${nounFor(wrong)} ${joinList(wrong)}; ${most} follow the text color.`
    : `The drawing uses ${describeColors(wrong)}; ${most} use ${listOf(allowedColors)}.`;
}

interface HintContext {
  readonly requirement: ColorRequirement;
  readonly target: string | undefined;
  readonly isFixable: boolean;
}

function hintOf(
  wrong: readonly string[],
  { requirement: { colors: allowedColors, agreement }, target, isFixable }: HintContext,
): string {
  const followsText = allowedColors.length === 1 && allowedColors[0] === TEXT_COLOR;
  if (followsText && agreement) {
    return isFixable
      ? `Write ${TEXT_COLOR} instead of the color, as --fix does, or set the option color to '${TEXT_COLOR}'; design tools cannot export the text color.`
      : `Write ${TEXT_COLOR} instead of the color; if the color is part of the picture, suppress the rule in the metadata, with the reason.`;
  }
  const selection = wrong.length > 1 ? 'these colors' : 'this color';
  return `Select everything with ${selection} and change it to ${target === undefined ? 'one of the allowed colors' : describeColor(target)}.`;
}

function labelOf(target: string | undefined): string {
  if (target === TEXT_COLOR) return 'Follow the text color';
  return target === undefined ? 'Use the allowed colors' : `Use ${target}`;
}

function nounFor(colors: readonly string[]): string {
  return colors.length > 1 ? 'colors' : 'color';
}

/** `the colors #112233 and #445566` */
function describeColors(colors: readonly string[]): string {
  return colors.includes(TEXT_COLOR)
    ? listOf(colors)
    : `the ${nounFor(colors)} ${joinList(colors)}`;
}

function listOf(colors: readonly string[]): string {
  return joinList(colors.map(describeColor));
}

function describeColor(color: string): string {
  return color === TEXT_COLOR ? `the text color (${TEXT_COLOR})` : color;
}
