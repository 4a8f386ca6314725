import { boxOf } from '../svg/view-box.ts';
import type { Drawing, RuleOption } from './types.ts';

type Declared = Readonly<Record<string, RuleOption>>;

/** Options of a rule as configured, with defaults for the others. */
export function optionsOf<T extends Declared>(
  declared: T,
  given: Readonly<Record<string, unknown>>,
): { readonly [K in keyof T]: T[K]['default'] } {
  const defaults = Object.entries(declared).map(([name, option]) => [name, option.default]);
  const set = Object.entries(given).filter(([name]) => Object.hasOwn(declared, name));
  return Object.fromEntries([...defaults, ...set]) as { [K in keyof T]: T[K]['default'] };
}

/** Grid that options in px refer to. */
const GRID = 24;

/** User units per px of the options: 1 on a grid of 24, in proportion on others. */
export function unitOf({ icon }: Drawing): number {
  const { width, height } = boxOf(icon.facts.viewBox);
  return Math.min(width, height) / GRID;
}

/** A value, or `set` for the value of most drawings of the set. */
export type OrSet<T> = T | 'set';

export const AGREE: RuleOption & { readonly default: number } = {
  default: 0.9,
  about: 'Share of the drawings of a folder that must agree before `set` requires it of the others',
};
