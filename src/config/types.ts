import type { Diagnostic } from '../core/diagnostics.ts';
import type { InputOf, OutputOf } from './option.ts';
import type { OPTIONS } from './options.ts';
import type { LintConfig } from './schemas/lint.ts';

export type { IconifyInput, Input } from './schemas/inputs.ts';
export type { LintConfig } from './schemas/lint.ts';

/** @deprecated Use LintConfig. */
export type CheckConfig = LintConfig;

type Options = typeof OPTIONS;

/** Keeps the comments of the table, which editors show. */
type UserOptions = { [Key in keyof Options]?: InputOf<Options[Key]> };

/** Options of a user. All have defaults. */
export interface UserConfig extends UserOptions {
  /** @deprecated Use `lint`. */
  check?: LintConfig;
}

type ResolvedOptions = { readonly [Key in keyof Options]: OutputOf<Options[Key]> };

/** Configuration with all defaults filled in. */
export interface ResolvedConfig extends ResolvedOptions {
  /** Absolute path of the folder that relative paths are resolved from. */
  readonly cwd: string;
  /** File to name in diagnostics of the configuration. */
  readonly configFile: string;
  /** Path from `out` to `publicDir`, with a trailing slash; '' if they are the same. */
  readonly spriteFolder: string;
  /** Info messages about deprecated options of the configuration. */
  readonly deprecations: readonly Diagnostic[];
}
