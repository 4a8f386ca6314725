import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
import { applyBaseline } from '../lint/baseline.ts';
import type { LintSource } from '../lint/types.ts';
import { findBaseline, parseBaseline } from '../node/baseline-file.ts';
import { stableStringify } from '../node/cache/fingerprint.ts';
import type { SavedLint } from '../node/cache/last-build.ts';
import { readSvgSource } from '../node/svg-sources.ts';

/** Icon without its symbols, so that all of a set fit into memory. */
export type IconFigures = Icon;

export function toIconFigures(icon: Icon): IconFigures {
  return { ...icon, symbol: '', plainSymbol: '' };
}

/** Settings of the rules of a build, read once. */
export interface BuildLintSettings {
  /** Hash of the settings and the baseline; saved findings are valid for the same one. */
  readonly key: string;
  readonly baselineText: string | undefined;
}

/** Reads the settings that decide the findings of a build besides its icons. */
export function readLintSettings({ lint, cwd }: ResolvedConfig): BuildLintSettings {
  const { preset, rules, baseline } = lint;
  const { text: baselineText } = findBaseline({ cwd, file: baseline });
  const parts = stableStringify([preset, rules, baselineText]) ?? '';
  return { key: createHash('sha256').update(parts).digest('hex').slice(0, 32), baselineText };
}

/**
 * Runs the rules that compare icons by their facts, as `iconloom check` does. A source file is read
 * only if it has a problem.
 */
export async function lintIcons(
  icons: readonly IconFigures[],
  { lint, cwd, configFile }: ResolvedConfig,
  { key, baselineText }: BuildLintSettings,
): Promise<SavedLint> {
  const { lintSettings } = await import('../lint/settings.ts');
  // A check reports wrong settings; the outputs do not depend on them.
  const { value: settings } = lintSettings(lint, configFile);
  const active = settings.active.filter(({ rule }) => rule.scope === 'set' && rule.isCheap);
  if (active.length === 0) return { key, diagnostics: [] };
  const { runRules } = await import('../lint/run.ts');
  // The build measures all but the icons of Iconify packages, which no rule checks.
  const checked = icons.filter(({ facts }) => facts.traits !== undefined);
  const run = (sources: readonly LintSource[]) =>
    runRules({ sources, sprites: [], isFactsOnly: true }, { ...settings, active });
  const { problems } = await run(checked.map(toFactsSource)).catch(async (error: unknown) => {
    if (!(error instanceof TextRequest)) throw error;
    // Most builds find nothing, and do not load the parser.
    const { createLintSource } = await import('../lint/lint-source.ts');
    const readText = ({ source }: IconFigures) => readSvgSource(source, cwd) ?? '';
    return run(checked.map((icon) => createLintSource(() => readText(icon), icon)));
  });
  const diagnostics = applyBaseline(problems, parseBaseline(baselineText)).problems.map(
    ({ diagnostic }) => diagnostic,
  );
  return { key, diagnostics: diagnostics.map(asWarning) };
}

/** A build writes its outputs in spite of it, so it is no error there. */
function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'error' ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

/** Thrown when a rule reads the text of a source: it has a problem. */
class TextRequest extends Error {}

/** Source with facts alone. */
function toFactsSource(icon: IconFigures): LintSource {
  const requestText = (): never => {
    throw new TextRequest();
  };
  const { file, name, folder, meta } = icon.source;
  return {
    ...{ file, name, folder, meta, icon },
    get svg() {
      return requestText();
    },
    get root() {
      return requestText();
    },
    get sheets() {
      return requestText();
    },
    ink: requestText,
    memoize: requestText,
  };
}
