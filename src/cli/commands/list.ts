import { isError } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { loadIcons } from '../../pipeline/load-icons.ts';
import { EXIT } from '../exit.ts';
import type { ListFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { exitCodeOf, reportFailure } from '../report/failure.ts';
import { jsonList, prettyList } from '../report/list.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { leftOutVerdict } from '../report/verdict.ts';

/** Runs `iconloom list`: prints valid icons and reports the others. Returns the exit code. */
export async function runList(inputs: readonly string[], flags: ListFlags): Promise<number> {
  try {
    const { config, ...origin } = await loadCliConfig(inputs, { ...flags });
    const { value: icons, diagnostics } = await loadIcons(resolveProject(config, origin));
    if (icons.length === 0) throw new BuildError(diagnostics);
    process.stdout.write(flags.json ? jsonList(icons) : prettyList(icons));
    const verdict = leftOutVerdict(diagnostics);
    process.stderr.write(prettyDiagnostics(savePictures(diagnostics)) + verdict);
    return diagnostics.some(isError) ? exitCodeOf(diagnostics) : EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json: flags.json === true, outcome: 'Nothing listed.' });
  }
}
