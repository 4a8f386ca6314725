import { formatBytes } from '../../core/format-bytes.ts';
import { jsonText } from '../../core/one-line.ts';
import { cacheFolderOf } from '../../node/cache/build-cache.ts';
import { clearCache, inspectCache } from '../../node/cache/manage.ts';
import { displayPath } from '../../node/display-path.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { EXIT } from '../exit.ts';
import type { CacheFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { countOrNo } from '../report/count.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';

/** Runs `iconloom cache`: shows or clears the cache. Returns the exit code. */
export async function runCache(flags: CacheFlags): Promise<number> {
  try {
    const { config, ...origin } = await loadCliConfig([], { ...flags });
    const resolved = resolveProject(config, origin);
    const folder = cacheFolderOf(resolved);
    const shown = displayPath(folder, origin.cwd);
    const found = inspectCache(folder);
    if (flags.clear) clearCache(folder);
    if (flags.json) {
      process.stdout.write(
        `${jsonText({ folder: shown, ...found, cleared: flags.clear === true })}\n`,
      );
      return EXIT.ok;
    }
    const what = [
      countOrNo(found.icons, 'icon'),
      countOrNo(found.builds, 'configuration'),
      formatBytes(found.bytes),
    ].join(', ');
    process.stdout.write(`${escapeLine(shown)}\n  ${what}${flags.clear ? ', cleared' : ''}\n`);
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json: flags.json === true, outcome: '' });
  }
}
