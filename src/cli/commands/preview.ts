import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { startPreview } from '../../preview/server.ts';
import { EXIT } from '../exit.ts';
import type { PreviewFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { openInBrowser } from '../open-browser.ts';
import { countOrNo } from '../report/count.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';

/** Runs `iconloom preview`: serves the catalog until a signal stops it. Returns the exit code. */
export async function runPreview(
  inputs: readonly string[],
  { port, open = false, config: file }: PreviewFlags,
): Promise<number> {
  try {
    const { config, ...origin } = await loadCliConfig(inputs, {
      ...(file !== undefined && { config: file }),
    });
    const resolved = resolveProject(config, origin);
    const preview = await startPreview(resolved, { port: readPort(port) });
    const { icons, problems } = preview.set.getState();
    process.stderr.write(prettyDiagnostics(savePictures(problems)));
    process.stdout.write(
      `${preview.url}\n${countOrNo(icons.length, 'icon')}. Do not share this URL. Press Ctrl+C to stop.\n`,
    );
    if (open) openInBrowser(preview.singleUseUrl());
    await untilStopped();
    await preview.close();
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json: false, outcome: 'The preview did not start.' });
  }
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => stop());
    }
  });
}

/** @throws {BuildError} when it is not a port. */
function readPort(text = '0'): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  const reason = `'${text}' is not a number from 0 to 65535`;
  throw new BuildError([
    diagnose('port-unusable', { file: 'command line', args: { port: text, reason } }),
  ]);
}
