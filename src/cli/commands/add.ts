import { resolve } from 'node:path';
import { addIcons } from '../../add/add-icons.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { EXIT } from '../exit.ts';
import type { AddFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { jsonAdded, prettyAdded } from '../report/added.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';

/** Runs `iconloom add`: copies icons into the icons folder. Returns the exit code. */
export async function runAdd(requests: readonly string[], flags: AddFlags): Promise<number> {
  const { to, name, config: file, force = false, dryRun = false, json = false } = flags;
  try {
    const { config, ...origin } = await loadCliConfig([], {
      ...(file !== undefined && { config: file }),
    });
    const folder = to === undefined ? undefined : resolve(origin.cwd, to);
    const { value: icons, diagnostics } = await addIcons(requests, resolveProject(config, origin), {
      ...{ folder, name, force, dryRun },
    });
    const shown = savePictures(diagnostics);
    if (json) process.stdout.write(jsonAdded(icons, shown, { dryRun }));
    else {
      process.stderr.write(prettyDiagnostics(shown));
      process.stdout.write(prettyAdded(icons, { dryRun }));
    }
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json, outcome: 'Nothing written.' });
  }
}
