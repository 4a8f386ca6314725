import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
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
  const { createLintSource } = await import('../lint/lint-source.ts');
  const { runRules } = await import('../lint/run.ts');
  const { applyBaseline } = await import('../lint/baseline.ts');
  const sources = icons
    // The build measures all but the icons of Iconify packages, which no rule checks.
    .filter(({ facts }) => facts.traits !== undefined)
    .map((icon) => createLintSource(() => readSvgSource(icon.source, cwd) ?? '', icon));
  const { problems } = await runRules({ sources, sprites: [] }, { ...settings, active });
  const diagnostics = applyBaseline(problems, parseBaseline(baselineText)).problems.map(
    ({ diagnostic }) => diagnostic,
  );
  return { key, diagnostics: diagnostics.map(asWarning) };
}

/** A build writes its outputs in spite of it, so it is no error there. */
function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'error' ? { ...diagnostic, severity: 'warning' } : diagnostic;
}
