import type { UserConfig } from '../../config/types.ts';
import { diagnose, isError } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { jsonText } from '../../core/one-line.ts';
import { buildShard } from '../../pipeline/shards.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { countOrNo } from '../report/count.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { startProgress } from '../report/progress.ts';
import { keepGoingVerdict } from '../report/verdict.ts';
import { severitiesFor } from '../severities.ts';

/** Runs `iconloom build --shard n/m`: writes a partial result. Returns the exit code. */
export async function runShard(inputs: readonly string[], flags: BuildFlags): Promise<number> {
  const json = flags.json === true;
  const progress = startProgress(json || flags.silent ? undefined : process.stderr);
  try {
    const shard = parseShard(flags.shard ?? '');
    const { config, ...origin } = await loadCliConfig(inputs, flags);
    const dryRun = flags.dryRun === true;
    const options = { ...origin, dryRun, onProgress: progress.update };
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
      const part = `shard ${shard.index} of ${shard.of}`;
      const note = dryRun ? ' (dry run: nothing written)' : '';
      if (!flags.silent)
        process.stdout.write(`${countOrNo(icons, 'icon')}, ${part} → ${escapeLine(file)}${note}\n`);
      process.stderr.write(
        prettyDiagnostics(shown, { severities: severitiesFor(flags), hasVerbose: true }) +
          keepGoingVerdict(diagnostics, { written: icons, dryRun }),
      );
    }
    return diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    progress.stop();
    return reportFailure(error, {
      json,
      outcome: 'Nothing written.',
      severities: severitiesFor(flags),
      hasVerbose: true,
    });
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
