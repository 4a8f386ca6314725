import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose, isError } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { cacheFolderOf } from '../node/cache/build-cache.ts';
import { openVerifiedCache } from '../node/cache/verified-cache.ts';
import type { EngineName, InstalledBrowser } from './browsers/driver.ts';
import { findBrowsers, findInstalled, type InstalledPrograms } from './browsers/find.ts';
import { startFileServer } from './file-server.ts';
import type { BrowserResult, VerifyResult } from './model.ts';
import { verifyInBrowser } from './verify-in-browser.ts';
import { loadVerifyInput } from './verify-input.ts';

export interface VerifyOptions {
  /** Engines to verify in. Default: every one that is found. */
  readonly engines?: readonly EngineName[] | undefined;
  /** Verifies what a build would write, not what is in the output folder. Default: false. */
  readonly inMemory?: boolean;
  /** Command that builds, for messages. Default: `iconloom build`. */
  readonly command?: string;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Default: what is installed on this machine. */
  readonly installed?: InstalledPrograms;
}

/**
 * Draws each icon of the built sprites in browsers, from the sprite and from its source file, and
 * compares the pictures. Writes nothing but the cache.
 *
 * @throws {BuildError} when the configuration is wrong, a sprite has not been built, or a browser is
 * missing or fails.
 */
export async function verifyIcons(
  config: ResolvedConfig,
  {
    engines,
    inMemory = false,
    command = 'iconloom build',
    onProgress = () => {},
    installed,
  }: VerifyOptions = {},
): Promise<VerifyResult> {
  const available = installed ?? (await findInstalled(config.cwd));
  const { browsers, diagnostics } = findBrowsers(engines, available, config.cwd);
  if (diagnostics.some(isError)) throw new BuildError(diagnostics);
  const { icons, notCompared, sprites, ...loaded } = await loadVerifyInput(config, {
    inMemory,
    command,
    onProgress,
  });
  const cache = config.cache === false ? undefined : openVerifiedCache(cacheFolderOf(config));
  const server = await startFileServer();
  const total = icons.length * browsers.length;
  let done = 0;
  const advance = (count: number, file: string) => {
    done += count;
    onProgress(done, total, file);
  };
  const verifyIn = async (browser: InstalledBrowser): Promise<BrowserResult> => {
    try {
      const result = await verifyInBrowser(browser, {
        icons,
        sprites,
        server,
        cache,
        onProgress: advance,
      });
      return { ...result, notCompared: [...notCompared, ...result.notCompared] };
    } catch (error) {
      throw new BuildError([browserFailure(browser, error)]);
    }
  };
  try {
    // Pictures of one browser are compared while another draws.
    const results = await Promise.allSettled(browsers.map(verifyIn));
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
    return {
      iconCount: icons.length + notCompared.length,
      browsers: results.map((each) => (each as PromiseFulfilledResult<BrowserResult>).value),
      diagnostics: [...diagnostics, ...loaded.diagnostics],
    };
  } finally {
    cache?.flush();
    await server.close();
  }
}

function browserFailure({ engine }: InstalledBrowser, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const reason = (message.split('\n')[0] ?? '').replace(/\.$/, '');
  return diagnose('browser-failed', { file: 'command line', args: { browser: engine, reason } });
}
