import type { Diagnostic } from '../core/diagnostics.ts';
import type { Bundler, Framework } from './choices.ts';
import type { Platform } from './frameworks.ts';

/** Framework, platform and bundler to set a project up for. */
export interface SetupChoice {
  readonly framework: Framework;
  readonly platform: Platform | undefined;
  /** `undefined`: the icons are built into files in the project. */
  readonly bundler: Bundler | undefined;
}

/** File of a setup, and its change. */
export interface SetupFile {
  /** Path relative to the project. */
  readonly path: string;
  readonly status: 'create' | 'edit' | 'keep';
  /** Its contents in short, or why it is unchanged. */
  readonly about: string;
  /** Missing if the file is unchanged. */
  readonly contents?: string;
  /** Text when the plan was made, if the file is edited. */
  readonly before?: string;
}

/** Changes that set up a project. */
export interface InitPlan {
  readonly files: readonly SetupFile[];
  /** Problems that a person has to solve. */
  readonly diagnostics: readonly Diagnostic[];
  /** Next steps for a person, in this order. */
  readonly next: readonly string[];
}
