import { join, resolve } from 'node:path';
import type { ResolvedConfig, UserConfig } from '../config/types.ts';
import { type Diagnostic, diagnose, isError, isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import type { FixedSource } from '../lint/fix-sources.ts';
import type { LintResult } from '../lint/run.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Suppressed } from '../lint/suppressions.ts';
import type { LintSource } from '../lint/types.ts';
import { displayPath } from '../node/display-path.ts';
import { jobSettingsOf } from '../node/job-settings.ts';
import type { Change } from '../node/plan-outputs.ts';
import { readSvgSource, writeSvgSources } from '../node/svg-sources.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import { inspectSprite } from '../sprite/inspect.ts';
import type { BuildOptions } from './build.ts';
import { type BaselineSummary, openBaseline } from './check-baseline.ts';
import {
  addHashes,
  type BuildContext,
  openContext,
  refreshContext,
  resolveBuildConfig,
} from './context.ts';
import { type BuildCandidate, compareOutputs } from './drift.ts';
import { hashesOf, makeAllIcons } from './make-icons.ts';

/** Options of one check. What to check is up to the configuration. */
export interface CheckOptions
  extends Pick<BuildOptions, 'cwd' | 'configFile' | 'onProgress' | 'onTiming'> {
  /** Writes fixes into the source files and checks again. Default: false. */
  readonly fix?: boolean;
  /** Writes the current problems to the baseline. Default: false. */
  readonly updateBaseline?: boolean;
  /** Command that updates the outputs, for messages. Default: `iconloom build`. */
  readonly command?: string;
}

/** Text of a source file before and after its problems were fixed. */
export interface DrawingFix {
  readonly before: string;
  readonly after: string;
}

/** Result of a check. */
export interface CheckResult {
  /** All problems by file: those of the build, of lint rules and of the outputs. */
  readonly diagnostics: readonly Diagnostic[];
  /** Changes that a build would make in the output folder. */
  readonly drift: readonly Change[];
  /** The icons without errors, sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** Available fixes by file; with `fix`, the applied ones. */
  readonly fixes: ReadonlyMap<string, DrawingFix>;
  /** Problems that were fixed. Empty without `fix`. */
  readonly fixed: readonly Diagnostic[];
  /** Problems that metadata suppresses. */
  readonly suppressed: readonly Suppressed[];
  /** Problems that the baseline lists. */
  readonly known: readonly Diagnostic[];
  /** Baseline that was used or written; missing if there is none. */
  readonly baseline?: BaselineSummary;
  /** @deprecated Use `fixed`. */
  readonly mended: readonly Diagnostic[];
  /** @deprecated Use `suppressed`. */
  readonly excepted: readonly Suppressed[];
}

/** Maximum number of fix passes: one fix can make another possible. */
const MAX_FIX_PASSES = 10;

/**
 * Runs the lint rules and compares the outputs with what a build would write. Writes nothing except
 * finished icons into the cache and, with `fix`, fixes into source files.
 *
 * @throws {BuildError} when the configuration is wrong or a source file cannot be written.
 * @example
 * const { diagnostics } = await checkIcons({ inputs: 'assets/icons', out: 'src/icons' });
 */
export async function checkIcons(
  config: UserConfig,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const resolved = resolveBuildConfig(config, options);
  // Configurations import the library for defineConfig alone and should not wait for all rules.
  const { lintSettings } = await import('../lint/settings.ts');
  const settings = lintSettings(resolved.lint, resolved.configFile);
  if (settings.diagnostics.length > 0) throw new BuildError(settings.diagnostics);
  const baseline = openBaseline(resolved, { isUpdated: options.updateBaseline === true });
  const previousSources = new Map<string, LintSource>();
  const check = (context: BuildContext) =>
    runCheckPass(context, settings.value, previousSources, options);

  let context = await openContext(resolved, options);
  let current = await check(context);
  const fixes = new Map<string, DrawingFix>();
  const fixed: Diagnostic[] = [];
  const refused = new Map<string, Diagnostic>();
  for (let pass = 0; options.fix && pass < MAX_FIX_PASSES; pass++) {
    const applicable = new Map([...current.fixes].filter(([file]) => !refused.has(file)));
    const written = await writeFixes(applicable, current.icons, resolved, refused);
    if (written.size === 0) break;
    for (const [file, { before, after, fixed: fixedProblems }] of written) {
      fixes.set(file, { before: fixes.get(file)?.before ?? before, after });
      fixed.push(...fixedProblems);
    }
    context = await contextAfterFixes(addHashes(context, hashesOf(current.icons)), written.keys());
    current = await check(context);
  }

  const outputs = await compareOutputs(context, current, options.command ?? 'iconloom build');
  const { suppressed, diagnostics: suppressionProblems } = current.linted;
  const {
    problems,
    known,
    stale,
    summary: baselineSummary,
  } = baseline.apply(current.linted.problems, current.icons, settings.value);
  const problemsFound = [
    ...current.diagnostics,
    ...problems.map(({ diagnostic }) => diagnostic),
    ...suppressionProblems,
    ...refused.values(),
    ...stale,
  ];
  return {
    diagnostics: [
      ...problemsFound.sort((a, b) => byCodeUnit(a.file, b.file) || lineOf(a) - lineOf(b)),
      ...outputs.diagnostics,
    ],
    drift: outputs.changes,
    icons: current.icons,
    sprites: current.sprites,
    fixes: options.fix ? fixes : current.fixes,
    fixed,
    suppressed,
    known,
    ...(baselineSummary && { baseline: baselineSummary }),
    mended: fixed,
    excepted: suppressed,
  };
}

/** Fixes change the text of files only, so no search is needed. */
function contextAfterFixes(context: BuildContext, files: Iterable<string>): Promise<BuildContext> {
  const changed = new Set([...files].map((file) => resolve(context.config.cwd, file)));
  return refreshContext(context, { changed, needsSearch: false });
}

function lineOf({ where }: Diagnostic): number {
  return where?.line ?? 0;
}

/** Result of one pass over all source files. */
interface CheckPass extends BuildCandidate {
  readonly linted: LintResult;
  readonly fixes: ReadonlyMap<string, FixedSource>;
}

/**
 * Builds and lints all icons once.
 *
 * @param previousSources sources of the previous pass, so that unchanged ones are not rendered again;
 * updated by this one
 */
async function runCheckPass(
  context: BuildContext,
  settings: LintSettings,
  previousSources: Map<string, LintSource>,
  { fix, onProgress }: CheckOptions,
): Promise<CheckPass> {
  const { createLintSource } = await import('../lint/lint-source.ts');
  const { fixSources } = await import('../lint/fix-sources.ts');
  const { runRules } = await import('../lint/run.ts');
  const { config, cache, sources, out } = context;
  const { value: icons, diagnostics, processedCount } = await makeAllIcons(context);
  if (diagnostics.some((each) => isError(each) && isUsageProblem(each)))
    throw new BuildError(diagnostics);

  const sprites = createSprites(icons, config);
  const byName = new Map(sources.value.map((each) => [each.name, each]));
  // Fixes must come from the rules themselves, not from a cache.
  const memoize = fix ? undefined : cache?.lint().memoize;
  const isForeign = ({ name }: Icon) => byName.get(name)?.entry !== undefined;
  const lintSources = icons.flatMap((icon) => {
    const svg = isForeign(icon) ? undefined : readSvgSource(icon.source, config.cwd);
    if (svg === undefined) return [];
    const previous = previousSources.get(icon.source.file);
    const isSame = previous?.svg === svg && previous.icon.symbol === icon.symbol;
    const source = isSame ? previous : createLintSource(svg, icon, memoize);
    previousSources.set(icon.source.file, source);
    return [source];
  });
  const files = sprites.map((sprite) => {
    const { path, contents } = emitSvg(sprite);
    return { file: displayPath(join(out, path), config.cwd), contents };
  });
  const lintInput = { sources: lintSources, foreign: icons.filter(isForeign), sprites: files };
  const linted = await runRules(lintInput, settings, { onProgress, memoize });
  cache?.saveIcons();
  return {
    icons,
    sprites,
    processedCount,
    linted,
    fixes: fixSources(linted.problems, lintSources),
    diagnostics: [...diagnostics, ...sprites.flatMap(inspectSprite)],
  };
}

/** Writes fixes, except those after which the icon cannot be built. Returns the written ones. */
async function writeFixes(
  fixes: ReadonlyMap<string, FixedSource>,
  icons: readonly Icon[],
  config: ResolvedConfig,
  refused: Map<string, Diagnostic>,
): Promise<ReadonlyMap<string, FixedSource>> {
  if (fixes.size === 0) return fixes;
  const refuse = (file: string, reason: string) =>
    refused.set(file, diagnose('fix-refused', { file, args: { reason } }));
  const { tryTransformIcon } = await import('../icon/transform.ts');
  const { verify: _, ...settings } = jobSettingsOf(config);
  const writable = new Map(fixes);
  for (const { id, source } of icons) {
    const fix = fixes.get(source.file);
    if (!fix) continue;
    const { diagnostics } = await tryTransformIcon(fix.after, { ...settings, id });
    const broken = diagnostics.find(isError);
    if (!broken) continue;
    writable.delete(source.file);
    refuse(source.file, `the fixed file could not be built: ${broken.message.replace(/\.$/, '')}`);
  }
  for (const [file, reason] of writeSvgSources(writable, config.cwd)) {
    writable.delete(file);
    refuse(file, reason);
  }
  return writable;
}
