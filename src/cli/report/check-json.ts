import type { Diagnostic } from '../../core/diagnostics.ts';
import { jsonText } from '../../core/one-line.ts';
import { type CheckReporter, countSeverities, isWell } from './check.ts';
import { jsonFailure } from './json.ts';
import { type ShownDiagnostic, savePictures } from './pictures.ts';

/** Reporter of a check as one JSON object on one line. docs/check.md describes it. */
export const asJson: CheckReporter = {
  result(report) {
    const { diagnostics, drift, icons, mended, excepted } = report.result;
    const { error, warning, info } = countSeverities(diagnostics);
    const told = {
      ok: isWell(report),
      icons: icons.length,
      ...{ errors: error, warnings: warning, infos: info },
      drift,
      mended: mended.map(withoutPicture),
      excepted: excepted.map(({ diagnostic, reason }) => ({
        ...withoutPicture(diagnostic),
        reason,
      })),
      seconds: Number(report.seconds.toFixed(3)),
      diagnostics: savePictures(diagnostics),
    };
    return `${jsonText(told)}\n`;
  },
  failure: (diagnostics) => jsonFailure(savePictures(diagnostics)),
};

function withoutPicture({ picture: _, ...diagnostic }: Diagnostic): ShownDiagnostic {
  return diagnostic;
}
