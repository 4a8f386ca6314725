import { diagnose, type TableCode } from '../../core/diagnostics.ts';
import type { ActiveContent } from '../../core/types.ts';
import type { ParsedValue } from '../../svg/css/values.ts';
import type { ReportProblem } from '../problem-log.ts';
import type { LocationHint } from '../source/locate.ts';

/** Context for reporting the content that one source loses. */
export interface RemovedContentOptions {
  /** The file to name in diagnostics. */
  readonly file: string;
  readonly activeContent: ActiveContent;
  readonly report: ReportProblem;
}

/** Parts of a value that were removed. */
export type RemovedParts = Omit<ParsedValue, 'text'>;

type ReportFound = (found: string, hint: LocationHint) => void;

/** Reports removed content, by kind. */
export interface RemovedContentReport {
  /** Scripts, handlers and links to code. */
  readonly active: ReportFound;
  /** External references. */
  readonly outside: ReportFound;
  readonly unsupported: ReportFound;
  /** Parts of a value. */
  readonly parts: (removed: RemovedParts, hint: LocationHint) => void;
}

export function createRemovedContentReport(options: RemovedContentOptions): RemovedContentReport {
  const { file, activeContent, report } = options;
  const reportAs =
    (code: TableCode): ReportFound =>
    (found, hint) =>
      report(diagnose(code, { file, args: { found } }), hint);
  const active = reportAs(activeContent === 'error' ? 'active-content' : 'active-content-removed');
  const outside = reportAs('outside-reference');
  const unsupported = reportAs('not-allowed');
  return {
    active,
    outside,
    unsupported,
    parts(removed, hint) {
      const where = `in ${hint.attribute} on <${hint.element}>`;
      for (const found of removed.outside) outside(`${shorten(found)} ${where}`, hint);
      for (const found of removed.unsupported) unsupported(`${shorten(found)} ${where}`, hint);
    },
  };
}

/** Limits a URL to the length of a line. */
export function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
