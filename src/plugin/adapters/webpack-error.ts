import type { Compiler, WebpackError } from 'webpack';

/** Name of the plugin in messages and hooks. */
export const NAME = 'iconloom';

/** Creates an error or warning of the bundler, without a stack. */
export function webpackError({ webpack }: Compiler, text: string): WebpackError {
  const error = new webpack.WebpackError(`${NAME}\n${text}`);
  error.stack = '';
  return error;
}
