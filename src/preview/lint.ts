import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import { type FixedSource, fixSources } from '../lint/fix-sources.ts';
import { createLintSource } from '../lint/lint-source.ts';
import { type LintResult, runRules, type SourceFindingsCache } from '../lint/run.ts';
import { type LintSettings, lintSettings } from '../lint/settings.ts';
import type { LintSet, LintSource, Rule } from '../lint/types.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { readSvgSource } from '../node/svg-sources.ts';
import type { SetState } from './set-state.ts';

type LintInput = Pick<SetState, 'icons' | 'sprites'>;

/** Source with its fixes applied. */
interface SourceFixes {
  readonly svg: string;
  readonly count: number;
  /** Label of a button that applies the only fix. */
  readonly label?: string;
}

/** Findings for a source that is not in the set yet. */
export interface LintedSource {
  readonly problems: readonly Diagnostic[];
  /** Source with its fixes applied. Missing when there are none. */
  readonly fixed?: SourceFixes;
}

/** Runs the rules of `iconloom check`. */
export interface Linter {
  /** Problems with the settings of rules. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Problems of all sources; `undefined` when stopped.
   *
   * @param isStale polled while linting; stops it when true
   */
  readonly lintAll: (
    set: LintInput,
    isStale: () => boolean,
  ) => Promise<readonly Diagnostic[] | undefined>;
  /** @param svg text of the file that the icon was made of */
  readonly lintOne: (svg: string, icon: Icon, set: LintInput) => Promise<LintedSource>;
}

/** @param getCache cache of measurements, read on each use */
export function openLinter(config: ResolvedConfig, getCache: () => BuildCache | undefined): Linter {
  const { value: settings, diagnostics } = lintSettings(config.lint, config.configFile);
  const [sourceRules, setRules] = [withScope(settings, 'drawing'), withScope(settings, 'set')];
  /** Sources by file, which unchanged icons reuse with their renderings. */
  let cachedSources = new Map<string, LintSource>();
  const findingsCache: SourceFindingsCache = new WeakMap();

  function sourcesOf({ icons }: LintInput): readonly LintSource[] {
    const current = new Map<string, LintSource>();
    for (const icon of icons) {
      const last = cachedSources.get(icon.source.file);
      const svg = last?.icon === icon ? last.svg : readSvgSource(icon.source, config.cwd);
      if (svg === undefined) continue;
      current.set(
        icon.source.file,
        last?.icon === icon ? last : createLintSource(svg, icon, getCache()?.lint().memoize),
      );
    }
    cachedSources = current;
    return [...current.values()];
  }

  return {
    diagnostics,
    async lintAll(set, isStale) {
      const stop = new Error('stale');
      const onProgress = () => {
        if (isStale()) throw stop;
      };
      try {
        const lintSet = { sources: sourcesOf(set), ...lintContext(set) };
        const linted = await runRules(lintSet, settings, { onProgress, findingsCache });
        getCache()?.saveIcons();
        return diagnosticsOf(linted);
      } catch (error) {
        if (error === stop) return undefined;
        throw error;
      }
    },
    async lintOne(svg, icon, set) {
      const source = createLintSource(svg, icon);
      const otherSources = sourcesOf(set).filter(({ name }) => name !== icon.name);
      const context = lintContext(set);
      const sourceResult = await runRules({ sources: [source], ...context }, sourceRules);
      const setResult = await runRules(
        { sources: [...otherSources, source], ...context },
        setRules,
      );
      const linted = [sourceResult, setResult];
      const isOwnFile = ({ file }: Diagnostic) => file === source.file;
      const problems = linted
        .flatMap((each) => each.problems)
        .filter((each) => isOwnFile(each.diagnostic));
      const fixes = fixSources(problems, [source]).get(source.file);
      return {
        problems: problems.map(({ diagnostic }) => diagnostic),
        ...(fixes && { fixed: toSourceFixes(fixes) }),
      };
    },
  };
}

function toSourceFixes({ after, fixed }: FixedSource): SourceFixes {
  const [label, ...others] = new Set(fixed.map(({ fixLabel }) => fixLabel));
  return {
    svg: after,
    count: fixed.length,
    ...(label !== undefined && others.length === 0 && { label }),
  };
}

function withScope(settings: LintSettings, scope: Rule['scope']): LintSettings {
  return { ...settings, active: settings.active.filter(({ rule }) => rule.scope === scope) };
}

function lintContext({ icons, sprites }: LintInput): Omit<LintSet, 'sources'> {
  const isForeign = ({ source }: Icon) => source.file.includes('#');
  const files = sprites.map((sprite) => {
    const { path: file, contents } = emitSvg(sprite);
    return { file, contents };
  });
  return { foreign: icons.filter(isForeign), sprites: files };
}

function diagnosticsOf({ problems, diagnostics }: LintResult): readonly Diagnostic[] {
  return [...problems.map(({ diagnostic }) => diagnostic), ...diagnostics];
}
