import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { locate, Spot } from './locate.ts';

/** Reports a problem, and what it is about. */
export type Report = (diagnostic: Diagnostic, spot?: Spot) => void;

/** Problems of one source, in the order in which they are found. */
export interface ProblemLog {
  readonly report: Report;
  hasError(): boolean;
  /** True if a place is still unknown, for which {@link diagnostics} needs `locate`. */
  hasSpots(): boolean;
  diagnostics(svg: string, find?: typeof locate): readonly Diagnostic[];
}

export function openProblemLog(): ProblemLog {
  const entries: { readonly diagnostic: Diagnostic; readonly spot?: Spot | undefined }[] = [];
  return {
    report: (diagnostic, spot) => void entries.push({ diagnostic, spot }),
    hasError: () => entries.some(({ diagnostic }) => isError(diagnostic)),
    hasSpots: () => entries.some(({ spot }) => spot !== undefined),
    diagnostics(svg, find) {
      const spots = entries.flatMap(({ spot }) => spot ?? []);
      const places = spots.length > 0 && find ? find(svg, spots).values() : undefined;
      return entries.map(({ diagnostic, spot }) => {
        const where = spot && places?.next().value;
        if (!where) return diagnostic;
        // In the order in which it comes back from the cache, so that reports are the same bytes.
        const { code, severity, file, ...rest } = diagnostic;
        return { code, severity, file, where, ...rest };
      });
    },
  };
}
