import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { LocationHint, locate } from './source/locate.ts';

/** Reports a problem, and what it is about. */
export type ReportProblem = (diagnostic: Diagnostic, hint?: LocationHint) => void;

/** Problems of one source, in the order in which they are found. */
export interface ProblemLog {
  readonly report: ReportProblem;
  hasError(): boolean;
  /** True if a place is still unknown, for which {@link diagnostics} needs `locate`. */
  hasLocationHints(): boolean;
  diagnostics(svg: string, findPlaces?: typeof locate): readonly Diagnostic[];
}

export function createProblemLog(): ProblemLog {
  const entries: { readonly diagnostic: Diagnostic; readonly hint?: LocationHint | undefined }[] =
    [];
  return {
    report: (diagnostic, hint) => void entries.push({ diagnostic, hint }),
    hasError: () => entries.some(({ diagnostic }) => isError(diagnostic)),
    hasLocationHints: () => entries.some(({ hint }) => hint !== undefined),
    diagnostics(svg, findPlaces) {
      const hints = entries.flatMap(({ hint }) => hint ?? []);
      const places = hints.length > 0 && findPlaces ? findPlaces(svg, hints).values() : undefined;
      return entries.map(({ diagnostic, hint }) => {
        const where = hint && places?.next().value;
        if (!where) return diagnostic;
        // In the order in which it comes back from the cache, so that reports are the same bytes.
        const { code, severity, file, ...rest } = diagnostic;
        return { code, severity, file, where, ...rest };
      });
    },
  };
}
