import type { Diagnostic, Where } from '../core/diagnostics.ts';

/** Change of a file. Paths are relative to the working folder, with forward slashes. */
export interface FileChange {
  readonly file: string;
  /** Contents when the plan was made; `undefined`: the file did not exist. */
  readonly before: Uint8Array | undefined;
  /** New contents; `undefined`: the file is removed. */
  readonly after: Uint8Array | undefined;
}

/** Move of a source file or its metadata. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Change of a place in the app's code that refers to the icon. */
export interface CodeEdit {
  readonly file: string;
  readonly where: Where;
  /** The code before the change: `<Icon name="menu">`, `icon.menuOpen`. */
  readonly before: string;
  readonly after: string;
}

/** Place in the app's code that may refer to the icon, and is unchanged. */
export interface UnsureUse {
  readonly file: string;
  readonly where: Where;
  /** Its line. */
  readonly text: string;
  /** Reason, as the end of “left, since …”. */
  readonly reason: string;
}

/** Changes as data; nothing is written before `applyPlan`. */
export interface ChangePlan {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  readonly files: readonly FileChange[];
  readonly moves: readonly FileMove[];
  /** Removed files, each with the reason as a sentence without a full stop. */
  readonly removals?: readonly { readonly file: string; readonly about: string }[];
  /** Changes in metadata and configuration, each as a sentence without a full stop. */
  readonly edits: readonly { readonly file: string; readonly about: string }[];
  /** Uses in code, by file and place. */
  readonly uses: readonly CodeEdit[];
  readonly unsure: readonly UnsureUse[];
  /** Problems that a person has to solve. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenamePlan extends ChangePlan {
  /** Names, not paths. */
  readonly from: string;
  readonly to: string;
}

export interface DeprecatePlan extends ChangePlan {
  readonly name: string;
}
