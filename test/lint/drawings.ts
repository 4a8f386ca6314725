import { readFileSync } from 'node:fs';
import type { Icon } from '../../src/core/types.ts';
import { transformIcon } from '../../src/icon/transform.ts';
import { renderPixels } from '../../src/lint/coverage.ts';
import { applyEdits } from '../../src/lint/edits.ts';
import { createLintSource } from '../../src/lint/lint-source.ts';
import { RULES } from '../../src/lint/rules.ts';
import type { LintFinding, LintSource, Rule } from '../../src/lint/types.ts';

/** A drawing as the linter gets it: the text, and what a build makes of it. */
export async function drawn(svg: string, name = 'icon', folder = ''): Promise<LintSource> {
  const file = `icons/${folder === '' ? '' : `${folder}/`}${name}.svg`;
  const { symbol, plainSymbol, facts } = await transformIcon(svg, { id: name, file });
  const source = { file, name, folder, hash: '', bytes: svg.length, meta: {} };
  const icon: Icon = {
    ...{ name, id: name, symbol, plainSymbol, facts, source, title: name, aliases: [] },
  };
  return createLintSource(svg, icon);
}

/** Shapes in a picture of 24 × 24, with more attributes of the root where given. */
export function picture(shapes: string, root = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${root}>${shapes}</svg>`;
}

export const LINES = ' fill="none" stroke="currentColor" stroke-width="2"';

export function ruleOf(name: string): Rule {
  const rule = RULES.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`There is no rule '${name}'.`);
  return rule;
}

/** What a rule says of drawings that are a set. */
export async function findingsIn(
  sources: readonly LintSource[],
  name: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<readonly LintFinding[]> {
  const rule = ruleOf(name);
  if (rule.scope === 'set') return rule.check({ sources, sprites: [] }, options);
  const found = await Promise.all(sources.map((drawing) => rule.check(drawing, options)));
  return found.flat();
}

/** What a rule says of the text of one drawing. */
export async function findings(
  svg: string,
  name: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<readonly LintFinding[]> {
  return findingsIn([await drawn(svg)], name, options);
}

/** The text of a drawing, with what a rule mends. */
export async function mended(
  svg: string,
  name: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const found = await findings(svg, name, options);
  return applyEdits(
    svg,
    found.flatMap(({ fix }) => fix ?? []),
  );
}

/** The greatest step in any color of any pixel between two drawings, 0 to 255. */
export async function greatestStep(one: string, other: string): Promise<number> {
  const [a, b] = [await renderPixels(one, 192, true), await renderPixels(other, 192, true)];
  return a.values.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (b.values[index] ?? 0))),
    0,
  );
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/rules/${name}.svg`, import.meta.url), 'utf8');
}
