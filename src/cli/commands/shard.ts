import type { UserConfig } from '../../config/types.ts';
import { diagnose, isError } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { jsonText } from '../../core/one-line.ts';
import { buildShard } from '../../pipeline/shards.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { count, prettyDiagnostics } from '../report/pretty.ts';
import { startProgress } from '../report/progress.ts';

/** Runs `iconloom build --shard n/m`: writes a partial result. Returns the exit code. */
export async function runShard(inputs: readonly string[], flags: BuildFlags): Promise<number> {
  const json = flags.json === true;
  const progress = startProgress(json || flags.silent ? undefined : process.stderr);
  try {
    const shard = parseShard(flags.shard ?? '');
    const { config, ...origin } = await loadCliConfig(inputs, flags);
    const options = { ...origin, onProgress: progress.update };
    const { file, icons, worked, diagnostics } = await buildShard(
      config as UserConfig,
      shard,
      options,
    );
    progress.stop();
    const shown = savePictures(diagnostics);
    if (json) {
      process.stdout.write(
        `${jsonText({ ok: true, shard, file, icons, worked, diagnostics: shown })}\n`,
      );
    } else {
      process.stderr.write(prettyDiagnostics(shown));
      const part = `shard ${shard.index} of ${shard.of}`;
      if (!flags.silent)
        process.stdout.write(
          `${count(icons, 'icon') || 'no icons'}, ${part} → ${escapeLine(file)}\n`,
        );
    }
    return diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    progress.stop();
    return reportFailure(error, { json });
  }
}

function parseShard(text: string): { readonly index: number; readonly of: number } {
  const [, index, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  const args = {
    ...{
      key: 'shard',
      expected: 'two whole numbers such as 2/4, the first from 1 to the second',
    },
    ...{ received: JSON.stringify(text), suggestion: '' },
  };
  throw new BuildError([diagnose('invalid-option', { file: 'command line', args })]);
}
