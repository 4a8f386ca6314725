import { resolve } from 'node:path';
import type { UserConfig } from '../../config/types.ts';
import { jsonText } from '../../core/one-line.ts';
import { watchFolders } from '../../node/watch-folders.ts';
import { type IconWatcher, watch } from '../../pipeline/watch.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyWatchBuild } from '../report/pretty.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { watchVerdict } from '../report/verdict.ts';
import { severitiesFor } from '../severities.ts';

/**
 * Runs `iconloom build --watch`: builds until a signal stops it, and restarts when the configuration
 * changes. Returns the exit code.
 */
export async function runWatch(inputs: readonly string[], flags: BuildFlags): Promise<number> {
  const json = flags.json === true;
  let watcher: IconWatcher | undefined;
  let configFile: string | undefined;

  const print = (text: string) => void (flags.silent || process.stdout.write(text));
  const failure = {
    json,
    outcome: 'Nothing written.',
    severities: severitiesFor(flags),
    hasVerbose: true,
  } as const;
  const reportError = (error: unknown) =>
    void reportFailure(error, { ...failure, next: 'Still watching.' });

  async function start(): Promise<void> {
    await watcher?.close();
    watcher = undefined;
    const { config, ...origin } = await loadCliConfig(inputs, flags);
    configFile = origin.configFile;
    watcher = watch(config as UserConfig, { ...origin, dryRun: flags.dryRun === true });
    watcher.on('error', reportError);
    watcher.on('build', (build) => {
      const diagnostics = savePictures(build.diagnostics);
      if (json) {
        const { stats, changes, ms } = build;
        print(`${jsonText({ ok: true, ...stats, files: changes, ms, diagnostics })}\n`);
        return;
      }
      print(prettyWatchBuild(build));
      process.stderr.write(
        prettyDiagnostics(diagnostics, failure) + watchVerdict(build.diagnostics),
      );
    });
  }

  try {
    await start();
  } catch (error) {
    return reportFailure(error, failure);
  }
  const configWatcher = watchFolders({
    roots: configFile === undefined ? [] : [resolve(configFile)],
    isIgnored: () => false,
    onChange: () => void start().catch(reportError),
  });
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  configWatcher.close();
  await watcher?.close();
  return EXIT.ok;
}
