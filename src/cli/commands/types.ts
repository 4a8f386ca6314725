import { readFileSync } from 'node:fs';
import { BuildError } from '../../core/errors.ts';
import { displayPath } from '../../node/display-path.ts';
import { openProject } from '../../plugin/project.ts';
import { EXIT } from '../exit.ts';
import type { TypesFlags } from '../flags.ts';
import { countOrNo } from '../report/count.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';

/** Runs `iconloom types`: writes the types of the names, as the plugin does. Returns the exit code. */
export async function runTypes(inputs: readonly string[], { dts }: TypesFlags): Promise<number> {
  const cwd = process.cwd();
  const options = { ...(inputs.length > 0 && { inputs }), ...(dts !== undefined && { dts }) };
  try {
    const project = await openProject(options, cwd, { writesDeclarations: false });
    const { settings } = project;
    if (project.blocking().length > 0) throw new BuildError(project.diagnostics());
    const path = settings.dts || '';
    const before = textAt(path);
    project.writeDeclarations();
    project.close();
    const names = countOrNo(project.catalog().icons.length, 'name');
    const file = escapeLine(displayPath(path, cwd));
    const isWritten = textAt(path) !== before;
    process.stdout.write(
      `${names} ${isWritten ? `written to ${file}` : `in ${file}, unchanged`}\n`,
    );
    process.stderr.write(prettyDiagnostics(savePictures(project.nonBlocking())));
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json: false, outcome: 'Nothing written.' });
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
