import type { Diagnostic } from '../../core/diagnostics.ts';
import { jsonText } from '../../core/one-line.ts';
import { type CheckReporter, countSeverities, hasPassed } from './check.ts';
import { jsonFailure } from './json.ts';
import { type ReportedDiagnostic, savePictures } from './pictures.ts';

/** Reporter of a check as one JSON object on one line. docs/check.md describes it. */
export const jsonReporter: CheckReporter = {
  result(report) {
    const { diagnostics, drift, icons, fixed, suppressed, known, baseline } = report.result;
    const { error, warning, info } = countSeverities(diagnostics);
    const fixedProblems = fixed.map(withoutPicture);
    const suppressedProblems = suppressed.map(({ diagnostic, reason }) => ({
      ...withoutPicture(diagnostic),
      reason,
    }));
    const output = {
      ok: hasPassed(report),
      icons: icons.length,
      errors: error,
      warnings: warning,
      infos: info,
      drift,
      fixed: fixedProblems,
      suppressed: suppressedProblems,
      known: known.map(withoutPicture),
      ...(baseline && { baseline }),
      // Older names of the two above.
      mended: fixedProblems,
      excepted: suppressedProblems,
      seconds: Number(report.seconds.toFixed(3)),
      diagnostics: savePictures(diagnostics),
    };
    return `${jsonText(output)}\n`;
  },
  failure: (diagnostics) => jsonFailure(savePictures(diagnostics)),
};

function withoutPicture({ picture: _, ...diagnostic }: Diagnostic): ReportedDiagnostic {
  return diagnostic;
}
