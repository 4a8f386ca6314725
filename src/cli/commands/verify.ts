import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { jsonText } from '../../core/one-line.ts';
import { writeReports } from '../../diff/write-reports.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { ENGINES, type EngineName } from '../../verify/browsers/driver.ts';
import { isVerified, type VerifyResult } from '../../verify/model.ts';
import { toJson } from '../../verify/report/json.ts';
import { verifyIcons } from '../../verify/verify.ts';
import { buildCommand } from '../build-command.ts';
import { EXIT } from '../exit.ts';
import type { VerifyFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { startProgress } from '../report/progress.ts';
import { prettyVerify } from '../report/verify.ts';

/** Runs `iconloom verify`: compares icons in browsers. Returns the exit code. */
export async function runVerify(inputs: readonly string[], flags: VerifyFlags): Promise<number> {
  const json = flags.json === true || flags.format === 'json';
  const progress = startProgress(json ? undefined : process.stderr);
  try {
    const engines = parseEngines(flags.browser);
    const { config, ...origin } = await loadCliConfig(inputs, { ...flags });
    const result = await verifyIcons(resolveProject(config, origin), {
      engines,
      inMemory: flags.inMemory === true,
      command: buildCommand(inputs, { ...flags }, origin.cwd),
      onProgress: progress.update,
    });
    progress.stop();
    await report(result, { html: flags.html, json, cwd: origin.cwd });
    return isVerified(result) ? EXIT.ok : EXIT.icons;
  } catch (error) {
    progress.stop();
    return reportFailure(error, { json, outcome: 'Nothing verified.' });
  }
}

async function report(
  result: VerifyResult,
  {
    html,
    json,
    cwd,
  }: { readonly html: string | undefined; readonly json: boolean; readonly cwd: string },
): Promise<void> {
  const shown = savePictures(result.diagnostics);
  if (html !== undefined) {
    const { renderHtml } = await import('../../verify/report/html.ts');
    writeReports([{ path: html, contents: renderHtml(result) }], cwd);
  }
  if (json) {
    const all = { ok: isVerified(result), ...toJson(result), diagnostics: shown };
    process.stdout.write(`${jsonText(all)}\n`);
    return;
  }
  process.stderr.write(prettyDiagnostics(shown));
  process.stdout.write(prettyVerify(result));
  if (html !== undefined) process.stderr.write(`written: ${escapeLine(html)}\n`);
}

/** @throws {BuildError} when a name is unknown. */
function parseEngines(text: string | undefined): readonly EngineName[] | undefined {
  if (text === undefined) return undefined;
  const names = [...new Set(text.split(',').map((name) => name.trim().toLowerCase()))];
  const isEngine = (name: string): name is EngineName => ENGINES.some((each) => each === name);
  const unknown = names.find((name) => !isEngine(name));
  if (unknown === undefined) return names.filter(isEngine);
  const args = { browser: unknown, known: ENGINES.join(', ') };
  throw new BuildError([diagnose('browser-unknown', { file: 'command line', args })]);
}
