import type { Where } from '../core/diagnostics.ts';
import type { CodeEdit, PlannedFile } from '../rename/model.ts';
import type { FoundTool } from './detect.ts';

/** A place that a person has to change. */
export interface ManualStep {
  readonly file: string;
  readonly where: Where;
  /** The line that it stands in. */
  readonly text: string;
  /** Why it is left, one sentence without a full stop. */
  readonly reason: string;
  /** What to write instead, one sentence without a full stop. */
  readonly instead: string;
}

/** All that a migration does, as data; nothing is written before the plan is applied. */
export interface MigrationPlan {
  /** Absolute path of the project. */
  readonly cwd: string;
  readonly tools: readonly FoundTool[];
  readonly files: readonly PlannedFile[];
  /** New files, with what they hold. */
  readonly created: readonly { readonly file: string; readonly about: string }[];
  /** What files get besides changes in code, as a noun. */
  readonly added: readonly { readonly file: string; readonly about: string }[];
  /** Changes in code, by file and place. */
  readonly edits: readonly CodeEdit[];
  readonly manual: readonly ManualStep[];
  /** What a person does after it, in this order, one sentence each. */
  readonly next: readonly string[];
}
