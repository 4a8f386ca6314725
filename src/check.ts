import { join, resolve } from 'node:path';
import { type BuildOptions, resolveFor } from './build.ts';
import type { ResolvedConfig, UserConfig } from './config/types.ts';
import { type Diagnostic, diagnose, isError, isUsage } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import { byCodeUnit } from './core/names.ts';
import type { Icon, Sprite } from './core/types.ts';
import { type Candidate, compareOutputs } from './drift.ts';
import { emitSvg } from './emit/svg.ts';
import type { Excepted } from './lint/exceptions.ts';
import type { MendedDrawing } from './lint/mend.ts';
import type { Linted } from './lint/run.ts';
import type { LintSettings } from './lint/settings.ts';
import type { Drawing } from './lint/types.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { displayPath } from './node/display-path.ts';
import { readDrawing, writeDrawings } from './node/drawing-files.ts';
import { findDrawings } from './node/find-drawings.ts';
import { lookAtInputs } from './node/inputs.ts';
import { makeIconsOnce } from './node/make-icons.ts';
import { settingsOf } from './node/settings.ts';
import type { Change } from './node/write.ts';
import { createSprites } from './sprite/create.ts';
import { inspectSprite } from './sprite/inspect.ts';

/** Options of one check. What to check is up to the configuration. */
export interface CheckOptions
  extends Pick<BuildOptions, 'cwd' | 'configFile' | 'onProgress' | 'onTiming'> {
  /** Writes fixes into the source files and checks again. Default: false. */
  readonly fix?: boolean;
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
  readonly mended: readonly Diagnostic[];
  /** Problems that metadata suppresses. */
  readonly excepted: readonly Excepted[];
}

/** Maximum number of fix passes: one fix can make another possible. */
const MOST_PASSES = 10;

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
  const resolved = resolveFor(config, options);
  // Configurations import the library for defineConfig alone and should not wait for all rules.
  const { lintSettings } = await import('./lint/settings.ts');
  const settings = lintSettings(resolved.check, resolved.configFile);
  if (settings.diagnostics.length > 0) throw new BuildError(settings.diagnostics);
  const known = new Map<string, Drawing>();
  const lookAgain = () => look(resolved, settings.value, known, options);

  let seen = await lookAgain();
  const fixes = new Map<string, DrawingFix>();
  const mended: Diagnostic[] = [];
  const refused = new Map<string, Diagnostic>();
  for (let pass = 0; options.fix && pass < MOST_PASSES; pass++) {
    const open = new Map([...seen.fixes].filter(([file]) => !refused.has(file)));
    const written = await writeFixes(open, seen.icons, resolved, refused);
    if (written.size === 0) break;
    for (const [file, { before, after, mended: told }] of written) {
      fixes.set(file, { before: fixes.get(file)?.before ?? before, after });
      mended.push(...told);
    }
    seen = await lookAgain();
  }

  const outputs = await compareOutputs(seen, resolved, options.command ?? 'iconloom build');
  const { problems, diagnostics: exceptions } = seen.linted;
  const told = [
    ...[...seen.diagnostics, ...problems.map(({ diagnostic }) => diagnostic)],
    ...[...exceptions, ...refused.values()],
  ];
  return {
    diagnostics: [
      ...told.sort((a, b) => byCodeUnit(a.file, b.file) || lineOf(a) - lineOf(b)),
      ...outputs.diagnostics,
    ],
    drift: outputs.changes,
    icons: seen.icons,
    sprites: seen.sprites,
    fixes: options.fix ? fixes : seen.fixes,
    mended,
    excepted: seen.linted.excepted,
  };
}

function lineOf({ where }: Diagnostic): number {
  return where?.line ?? 0;
}

/** Result of one pass over all source files. */
interface Look extends Candidate {
  readonly linted: Linted;
  readonly fixes: ReadonlyMap<string, MendedDrawing>;
}

/** @param known drawings of the previous pass, so that unchanged ones are not rendered again */
async function look(
  config: ResolvedConfig,
  settings: LintSettings,
  known: Map<string, Drawing>,
  { fix, onProgress, onTiming }: CheckOptions,
): Promise<Look> {
  const { drawingOf } = await import('./lint/drawing.ts');
  const { mendDrawings } = await import('./lint/mend.ts');
  const { runRules } = await import('./lint/run.ts');
  const out = resolve(config.cwd, config.out);
  const cache = openBuildCache(config);
  const found = await findDrawings(config, cache);
  const inputs = lookAtInputs(found.value, cache);
  const made = await makeIconsOnce(found.value, {
    ...{ config, seen: inputs.seen, cache: cache?.icons(), onProgress },
    ...(onTiming && { onTiming }),
  });
  cache?.keepIcons();
  const diagnostics = [...found.diagnostics, ...made.diagnostics];
  if (diagnostics.some((each) => isError(each) && isUsage(each))) throw new BuildError(diagnostics);

  const sprites = createSprites(made.value, config);
  const byName = new Map(found.value.map((each) => [each.name, each]));
  // Fixes must come from the rules themselves, not from a cache.
  const keep = fix ? undefined : cache?.looks().keep;
  const isForeign = ({ name }: Icon) => byName.get(name)?.entry !== undefined;
  const drawings = made.value.flatMap((icon) => {
    const svg = isForeign(icon) ? undefined : readDrawing(icon.source, config.cwd);
    if (svg === undefined) return [];
    const last = known.get(icon.source.file);
    const isSame = last?.svg === svg && last.icon.symbol === icon.symbol;
    const drawing = isSame ? last : drawingOf(svg, icon, keep);
    known.set(icon.source.file, drawing);
    return [drawing];
  });
  const files = sprites.map((sprite) => {
    const { path, contents } = emitSvg(sprite);
    return { file: displayPath(join(out, path), config.cwd), contents };
  });
  const foreign = made.value.filter(isForeign);
  const asked = { drawings, foreign, sprites: files };
  const linted = await runRules(asked, settings, { onProgress, keep });
  cache?.keepIcons();
  return {
    ...{ icons: made.value, sprites, worked: made.worked, linted },
    fixes: mendDrawings(linted.problems, drawings),
    diagnostics: [...diagnostics, ...sprites.flatMap(inspectSprite)],
    subject: { found, inputs, out },
  };
}

/** Writes fixes, except those after which the icon cannot be built. Returns the written ones. */
async function writeFixes(
  fixes: ReadonlyMap<string, MendedDrawing>,
  icons: readonly Icon[],
  config: ResolvedConfig,
  refused: Map<string, Diagnostic>,
): Promise<ReadonlyMap<string, MendedDrawing>> {
  if (fixes.size === 0) return fixes;
  const refuse = (file: string, reason: string) =>
    refused.set(file, diagnose('fix-refused', { file, args: { reason } }));
  const { tryTransformIcon } = await import('./icon/transform.ts');
  const { verify: _, ...settings } = settingsOf(config);
  const good = new Map(fixes);
  for (const { id, source } of icons) {
    const fix = fixes.get(source.file);
    if (!fix) continue;
    const { diagnostics } = await tryTransformIcon(fix.after, { ...settings, id });
    const broken = diagnostics.find(isError);
    if (!broken) continue;
    good.delete(source.file);
    refuse(source.file, `the fixed file could not be built: ${broken.message.replace(/\.$/, '')}`);
  }
  for (const [file, reason] of writeDrawings(good, config.cwd)) {
    good.delete(file);
    refuse(file, reason);
  }
  return good;
}
