import { createHash } from 'node:crypto';
import { areFindings, areFindingsByRule } from './kept-values.ts';
import type { ActiveRule } from './settings.ts';
import type { Drawing, Keep, LintFinding, LintSet } from './types.ts';

/** Findings by rule name; rules without findings are missing. */
export type Found = Readonly<Record<string, readonly LintFinding[]>>;

/** Runs rules, or returns cached findings if nothing changed. */
interface Asker {
  /** Findings of all rules with the scope of one drawing. */
  readonly inDrawing: (drawing: Drawing) => Promise<Found>;
  /** Findings of a rule with the scope of the whole set. */
  readonly inSet: (rule: ActiveRule) => Promise<readonly LintFinding[]>;
}

/**
 * Creates a runner that caches findings by their inputs: drawings, sprites and options.
 *
 * @param keep caches findings. Default: no cache
 */
export function askerFor(set: LintSet, active: readonly ActiveRule[], keep?: Keep): Asker {
  const single = active.filter(({ rule }) => rule.scope === 'drawing');
  const sums = new Map<Drawing, string>();
  const sumOf = (drawing: Drawing): string => {
    const sum = sums.get(drawing) ?? digest([partsOf(drawing)]);
    sums.set(drawing, sum);
    return sum;
  };
  let ofSet: string | undefined;
  return {
    inDrawing(drawing) {
      const ask = () => askOf(drawing, single);
      if (!keep) return ask();
      return keep(`findings ${questions(single)}`, sumOf(drawing), ask, areFindingsByRule);
    },
    async inSet(each) {
      const { rule, options } = each;
      if (rule.scope !== 'set') return [];
      const ask = async () => rule.check(set, options);
      if (!keep) return ask();
      ofSet ??= digest([
        ...set.drawings.map(sumOf),
        ...(set.foreign ?? []).map(({ name, aliases, source }) => [name, aliases, source]),
        ...set.sprites.map(({ file, contents }) => [file, contents]),
      ]);
      return keep(`findings ${questions([each])}`, ofSet, ask, areFindings);
    },
  };
}

async function askOf(drawing: Drawing, rules: readonly ActiveRule[]): Promise<Found> {
  const found: Record<string, readonly LintFinding[]> = {};
  for (const { rule, options } of rules) {
    if (rule.scope !== 'drawing') continue;
    const findings = await rule.check(drawing, options);
    if (findings.length > 0) found[rule.name] = findings;
  }
  return found;
}

function questions(rules: readonly ActiveRule[]): string {
  return JSON.stringify(rules.map(({ rule, options }) => [rule.name, options]));
}

/** Everything of a source that rules can read. */
function partsOf({ file, name, folder, meta, svg, icon }: Drawing): unknown {
  const { id, symbol, plainSymbol, facts, title, aliases } = icon;
  return [file, name, folder, meta, svg, id, symbol, plainSymbol, facts, title, aliases];
}

function digest(parts: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest('hex');
}
