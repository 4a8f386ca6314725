import { viewBoxOf } from '../svg/view-box.ts';
import type { LintSource, RuleOption } from './types.ts';

type DeclaredOptions = Readonly<Record<string, RuleOption>>;

/** Options of a rule as configured, with defaults for the others. */
export function resolveOptions<T extends DeclaredOptions>(
  declared: T,
  configured: Readonly<Record<string, unknown>>,
): { readonly [K in keyof T]: T[K]['default'] } {
  const defaults = Object.entries(declared).map(([name, option]) => [name, option.default]);
  const set = Object.entries(configured).filter(([name]) => Object.hasOwn(declared, name));
  return Object.fromEntries([...defaults, ...set]) as { [K in keyof T]: T[K]['default'] };
}

/** Grid that options in px refer to. */
const GRID = 24;

/** User units per px of the options: 1 on a grid of 24, in proportion on others. */
export function gridUnit({ icon }: LintSource): number {
  const { width, height } = viewBoxOf(icon.facts.viewBox);
  return Math.min(width, height) / GRID;
}

/** A value, or `set` for the value of most drawings of the set. */
export type OrSet<T> = T | 'set';

export const AGREE: RuleOption & { readonly default: number } = {
  default: 0.9,
  about: 'Share of the drawings of a folder that must agree before `set` requires it of the others',
};
