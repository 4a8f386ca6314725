import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import { createLintSource } from '../lint/drawing.ts';
import { fixSources } from '../lint/mend.ts';
import { type LintResult, runRules, type SourceFindingsCache } from '../lint/run.ts';
import { type LintSettings, lintSettings } from '../lint/settings.ts';
import type { LintSet, LintSource, Rule } from '../lint/types.ts';
import { openBuildCache } from '../node/cache/build-cache.ts';
import { readSvgSource } from '../node/drawing-files.ts';
import type { SetState } from './set-state.ts';

type Set = Pick<SetState, 'icons' | 'sprites'>;

/** Findings for a source that is not in the set yet. */
export interface LintedDrawing {
  readonly problems: readonly Diagnostic[];
  /** Source with its fixes applied. Missing when there are none. */
  readonly fixed?: { readonly svg: string; readonly count: number };
}

/** Runs the rules of `iconloom check`. */
export interface Linter {
  /** Problems with the settings of rules. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Problems of all sources; `undefined` when stopped.
   *
   * @param isOver polled while linting; stops it when true
   */
  readonly all: (set: Set, isOver: () => boolean) => Promise<readonly Diagnostic[] | undefined>;
  /** @param svg text of the file that the icon was made of */
  readonly one: (svg: string, icon: Icon, set: Set) => Promise<LintedDrawing>;
}

export function openLinter(config: ResolvedConfig): Linter {
  const { value: settings, diagnostics } = lintSettings(config.check, config.configFile);
  const [alone, together] = [only(settings, 'drawing'), only(settings, 'set')];
  /** Drawings by file, which unchanged icons reuse with their renderings. */
  let known = new Map<string, LintSource>();
  const findingsCache: SourceFindingsCache = new WeakMap();
  const cache = openBuildCache(config);

  function drawingsOf({ icons }: Set): readonly LintSource[] {
    const now = new Map<string, LintSource>();
    for (const icon of icons) {
      const last = known.get(icon.source.file);
      const svg = last?.icon === icon ? last.svg : readSvgSource(icon.source, config.cwd);
      if (svg === undefined) continue;
      now.set(
        icon.source.file,
        last?.icon === icon ? last : createLintSource(svg, icon, cache?.lint().memoize),
      );
    }
    known = now;
    return [...now.values()];
  }

  return {
    diagnostics,
    async all(set, isOver) {
      const stop = new Error('over');
      const onProgress = () => {
        if (isOver()) throw stop;
      };
      try {
        const lintSet = { drawings: drawingsOf(set), ...restOf(set) };
        const linted = await runRules(lintSet, settings, { onProgress, findingsCache });
        cache?.saveIcons();
        return told(linted);
      } catch (error) {
        if (error === stop) return undefined;
        throw error;
      }
    },
    async one(svg, icon, set) {
      const drawing = createLintSource(svg, icon);
      const others = drawingsOf(set).filter(({ name }) => name !== icon.name);
      const rest = restOf(set);
      const own = await runRules({ sources: [drawing], ...rest }, alone);
      const among = await runRules({ sources: [...others, drawing], ...rest }, together);
      const linted = [own, among];
      const isOwn = ({ file }: Diagnostic) => file === drawing.file;
      const problems = linted
        .flatMap((each) => each.problems)
        .filter((each) => isOwn(each.diagnostic));
      const mended = fixSources(problems, [drawing]).get(drawing.file);
      return {
        problems: problems.map(({ diagnostic }) => diagnostic),
        ...(mended && { fixed: { svg: mended.after, count: mended.fixed.length } }),
      };
    },
  };
}

function only(settings: LintSettings, scope: Rule['scope']): LintSettings {
  return { ...settings, active: settings.active.filter(({ rule }) => rule.scope === scope) };
}

function restOf({ icons, sprites }: Set): Omit<LintSet, 'drawings'> {
  const isForeign = ({ source }: Icon) => source.file.includes('#');
  const files = sprites.map((sprite) => {
    const { path: file, contents } = emitSvg(sprite);
    return { file, contents };
  });
  return { foreign: icons.filter(isForeign), sprites: files };
}

function told({ problems, diagnostics }: LintResult): readonly Diagnostic[] {
  return [...problems.map(({ diagnostic }) => diagnostic), ...diagnostics];
}
