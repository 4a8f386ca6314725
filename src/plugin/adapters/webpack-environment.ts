import type { Compiler } from 'webpack';
import type { PluginOptions } from '../options.ts';
import { acquireClientBuildLock, type ClientBuildLock } from '../output/client-build-lock.ts';
import type { Environment } from '../output/ssr.ts';
import { NAME } from './webpack-error.ts';

/** Environment by the target of the configuration: Node without a page is a server. */
export function detectEnvironment({ platform, options }: Compiler): Environment {
  const isServer = platform.node === true && platform.web !== true;
  const { publicPath } = options.output;
  // Computed paths are only known at run time; for servers, '' is the default and means unknown.
  const hasKnownPath = typeof publicPath === 'string' && !/^auto$|\[/.test(publicPath);
  return {
    isServer,
    base: hasKnownPath && (publicPath !== '' || !isServer) ? publicPath : undefined,
  };
}

/**
 * Makes server builds that run at the same time wait for this build, if it is for the client. Returns
 * the current lock.
 */
export function lockClientBuilds(
  compiler: Compiler,
  { server }: PluginOptions,
): () => ClientBuildLock {
  let lock: ClientBuildLock | undefined;
  const isServer = () => server ?? detectEnvironment(compiler).isServer;
  const acquire = () => {
    if (!isServer()) lock ??= acquireClientBuildLock();
  };
  const release = () => {
    lock?.release();
    lock = undefined;
  };
  compiler.hooks.beforeRun.tap(NAME, acquire);
  compiler.hooks.watchRun.tap(NAME, acquire);
  compiler.hooks.done.tap(NAME, release);
  compiler.hooks.failed.tap(NAME, release);
  compiler.hooks.watchClose.tap(NAME, release);
  return () => lock ?? { setManifestFile() {}, release() {} };
}
