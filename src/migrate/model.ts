import type { Where } from '../core/diagnostics.ts';
import type { CodeEdit, FileChange } from '../rename/model.ts';
import type { DetectedTool } from './detect.ts';

/** Place that a person has to change. */
export interface ManualStep {
  readonly file: string;
  readonly where: Where;
  /** Its line. */
  readonly text: string;
  /** Reason why it is unchanged, one sentence without a full stop. */
  readonly reason: string;
  /** Instruction, one sentence without a full stop. */
  readonly instead: string;
}

/** Changes of a migration as data; nothing is written before the plan is applied. */
export interface MigrationPlan {
  /** Absolute path of the project. */
  readonly cwd: string;
  readonly tools: readonly DetectedTool[];
  readonly files: readonly FileChange[];
  /** New files, each with its contents in short. */
  readonly created: readonly { readonly file: string; readonly about: string }[];
  /** Additions to files besides changes in code, as nouns. */
  readonly added: readonly { readonly file: string; readonly about: string }[];
  /** Changes in code, by file and place. */
  readonly edits: readonly CodeEdit[];
  readonly manual: readonly ManualStep[];
  /** Steps for a person after it, in this order, one sentence each. */
  readonly next: readonly string[];
}
