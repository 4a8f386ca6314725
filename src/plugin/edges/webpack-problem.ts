import type { Compiler, WebpackError } from 'webpack';

/** What the plugin is called in messages and hooks. */
export const NAME = 'iconloom';

/** A problem as the bundler tells them. */
export function problem({ webpack }: Compiler, text: string): WebpackError {
  const error = new webpack.WebpackError(`${NAME}\n${text}`);
  error.stack = '';
  return error;
}
