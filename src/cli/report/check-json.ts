import type { Diagnostic } from '../../core/diagnostics.ts';
import { jsonText } from '../../core/one-line.ts';
import { type CheckReporter, countSeverities, hasPassed } from './check.ts';
import { jsonFailure } from './json.ts';
import { type ReportedDiagnostic, savePictures } from './pictures.ts';

/** Reporter of a check as one JSON object on one line. docs/check.md describes it. */
export const jsonReporter: CheckReporter = {
  result(report) {
    const { diagnostics, drift, icons, mended, excepted } = report.result;
    const { error, warning, info } = countSeverities(diagnostics);
    const output = {
      ok: hasPassed(report),
      icons: icons.length,
      errors: error,
      warnings: warning,
      infos: info,
      drift,
      mended: mended.map(withoutPicture),
      excepted: excepted.map(({ diagnostic, reason }) => ({
        ...withoutPicture(diagnostic),
        reason,
      })),
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
