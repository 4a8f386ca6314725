import { createHash } from 'node:crypto';
import { areFindings, areFindingsByRule } from './cached-values.ts';
import type { ActiveRule } from './settings.ts';
import type { LintFinding, LintSet, LintSource, Memoize } from './types.ts';

/** Findings by rule name; rules without findings are missing. */
export type FindingsByRule = Readonly<Record<string, readonly LintFinding[]>>;

/** Runs rules, or returns cached findings if nothing changed. */
interface RuleRunner {
  /** Findings of all rules with the scope of one drawing. */
  readonly runOnSource: (source: LintSource) => Promise<FindingsByRule>;
  /** Findings of a rule with the scope of the whole set. */
  readonly runOnSet: (rule: ActiveRule) => Promise<readonly LintFinding[]>;
}

/**
 * Creates a runner that caches findings by their inputs: drawings, sprites and options.
 *
 * @param memoize caches findings. Default: no cache
 */
export function createRuleRunner(
  set: LintSet,
  active: readonly ActiveRule[],
  memoize?: Memoize,
): RuleRunner {
  const sourceRules = active.filter(({ rule }) => rule.scope === 'drawing');
  const hashes = new Map<LintSource, string>();
  const hashOf = (source: LintSource): string => {
    const sourceHash = hashes.get(source) ?? digest([visibleParts(source)]);
    hashes.set(source, sourceHash);
    return sourceHash;
  };
  let setHash: string | undefined;
  return {
    runOnSource(source) {
      const run = () => runSourceRules(source, sourceRules);
      if (!memoize) return run();
      return memoize(`findings ${rulesKey(sourceRules)}`, hashOf(source), run, areFindingsByRule);
    },
    async runOnSet(each) {
      const { rule, options } = each;
      if (rule.scope !== 'set') return [];
      const run = async () => rule.check(set, options);
      if (!memoize) return run();
      setHash ??= digest([
        ...set.sources.map(hashOf),
        ...(set.foreign ?? []).map(({ name, aliases, source }) => [name, aliases, source]),
        ...set.sprites.map(({ file, contents }) => [file, contents]),
      ]);
      return memoize(`findings ${rulesKey([each])}`, setHash, run, areFindings);
    },
  };
}

async function runSourceRules(
  source: LintSource,
  rules: readonly ActiveRule[],
): Promise<FindingsByRule> {
  const findingsByRule: Record<string, readonly LintFinding[]> = {};
  for (const { rule, options } of rules) {
    if (rule.scope !== 'drawing') continue;
    const findings = await rule.check(source, options);
    if (findings.length > 0) findingsByRule[rule.name] = findings;
  }
  return findingsByRule;
}

function rulesKey(rules: readonly ActiveRule[]): string {
  return JSON.stringify(rules.map(({ rule, options }) => [rule.name, options]));
}

/** Everything of a source that rules can read. */
function visibleParts({ file, name, folder, meta, svg, icon }: LintSource): unknown {
  const { id, symbol, plainSymbol, facts, title, aliases } = icon;
  return [file, name, folder, meta, svg, id, symbol, plainSymbol, facts, title, aliases];
}

function digest(parts: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest('hex');
}
