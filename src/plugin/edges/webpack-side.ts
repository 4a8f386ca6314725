import type { Compiler } from 'webpack';
import type { PluginOptions } from '../options.ts';
import { beginClient, type RunningClient } from '../output/running.ts';
import type { Side } from '../output/sides.ts';
import { NAME } from './webpack-problem.ts';

/** Environment by the target of the configuration: Node without a page is a server. */
export function sideTold({ platform, options }: Compiler): Side {
  const isServer = platform.node === true && platform.web !== true;
  const { publicPath } = options.output;
  // Computed paths are only known at run time; for servers, '' is the default and means unknown.
  const isKnown = typeof publicPath === 'string' && !/^auto$|\[/.test(publicPath);
  return { isServer, base: isKnown && (publicPath !== '' || !isServer) ? publicPath : undefined };
}

/**
 * Makes server builds that run at the same time wait for this build, if it is for the client. Returns
 * the current lock.
 */
export function beginClients(compiler: Compiler, { server }: PluginOptions): () => RunningClient {
  let client: RunningClient | undefined;
  const isServer = () => server ?? sideTold(compiler).isServer;
  const begin = () => {
    if (!isServer()) client ??= beginClient();
  };
  const end = () => {
    client?.end();
    client = undefined;
  };
  compiler.hooks.beforeRun.tap(NAME, begin);
  compiler.hooks.watchRun.tap(NAME, begin);
  compiler.hooks.done.tap(NAME, end);
  compiler.hooks.failed.tap(NAME, end);
  compiler.hooks.watchClose.tap(NAME, end);
  return () => client ?? { writes() {}, end() {} };
}
