import { type Diagnostic, isError, type Where } from '../core/diagnostics.ts';
import type { LocationHint, locate } from './source/locate.ts';

/** Subject of a problem, apart from its position. */
interface ProblemContext {
  /** True if it has no effect in an icon that looks like its source. Default: by code and place. */
  readonly isHarmlessIfSame?: boolean | undefined;
}

/** Reports a problem, and what it is about. */
export type ReportProblem = (
  diagnostic: Diagnostic,
  hint?: LocationHint,
  context?: ProblemContext,
) => void;

/** Problems with their places. */
export interface LocatedProblems {
  readonly diagnostics: readonly Diagnostic[];
  /** Problems without an effect in an icon that looks like its source. */
  readonly harmlessIfSame: ReadonlySet<Diagnostic>;
}

/** Problems of one source, in the order in which they are found. */
export interface ProblemLog {
  readonly report: ReportProblem;
  hasError(): boolean;
  /** True if a place is still unknown, for which {@link locate} needs `locate`. */
  hasLocationHints(): boolean;
  locate(svg: string, findPlaces?: typeof locate): LocatedProblems;
}

export function createProblemLog(): ProblemLog {
  const entries: LoggedProblem[] = [];
  return {
    report(diagnostic, hint, { isHarmlessIfSame = isHarmless(diagnostic, hint) } = {}) {
      entries.push({ diagnostic, hint, isHarmlessIfSame });
    },
    hasError: () => entries.some(({ diagnostic }) => isError(diagnostic)),
    hasLocationHints: () => entries.some(({ hint }) => hint !== undefined),
    locate(svg, findPlaces) {
      const hints = entries.flatMap(({ hint }) => hint ?? []);
      const places = hints.length > 0 && findPlaces ? findPlaces(svg, hints).values() : undefined;
      const harmlessIfSame = new Set<Diagnostic>();
      const diagnostics = entries.map(({ diagnostic, hint, isHarmlessIfSame }) => {
        const where = hint && places?.next().value;
        const located = where ? withPlace(diagnostic, where) : diagnostic;
        if (isHarmlessIfSame) harmlessIfSame.add(located);
        return located;
      });
      return { diagnostics, harmlessIfSame };
    },
  };
}

interface LoggedProblem {
  readonly diagnostic: Diagnostic;
  readonly hint: LocationHint | undefined;
  readonly isHarmlessIfSame: boolean;
}

function withPlace({ code, severity, file, ...rest }: Diagnostic, where: Where): Diagnostic {
  // In the order in which it comes back from the cache, so that reports are the same bytes.
  return { code, severity, file, where, ...rest };
}

/** Elements that load what no renderer here shows: external images and copies. */
const LOADING_ELEMENTS: ReadonlySet<string> = new Set(['image', 'feImage', 'use']);

/** Checks for a removed reference that the comparison of pictures covers. */
function isHarmless({ code }: Diagnostic, hint: LocationHint | undefined): boolean {
  if (code === 'dangling-reference') return true;
  return code === 'outside-reference' && !LOADING_ELEMENTS.has(hint?.element ?? '');
}
