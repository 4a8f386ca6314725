import type { Diagnostic, Where } from '../core/diagnostics.ts';

/** A file and what it is to hold. Paths are relative to the working folder, with forward slashes. */
export interface PlannedFile {
  readonly file: string;
  /** What it held when the plan was made; `undefined`: it was not there. */
  readonly before: Uint8Array | undefined;
  /** `undefined`: it is removed. */
  readonly after: Uint8Array | undefined;
}

/** A drawing or its metadata that gets another path. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A place in the app's code that names the icon, and what is to stand there. */
export interface CodeEdit {
  readonly file: string;
  readonly where: Where;
  /** The code as it stands: `<Icon name="menu">`, `icon.menuOpen`. */
  readonly before: string;
  readonly after: string;
}

/** A place in the app's code that may name the icon, and is left. */
export interface UnsureUse {
  readonly file: string;
  readonly where: Where;
  /** The line that it stands in. */
  readonly text: string;
  /** Why it is left, as the end of “left, since …”. */
  readonly reason: string;
}

/** All that is to be done, as data; nothing of it is done before `applyPlan`. */
export interface Plan {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  readonly files: readonly PlannedFile[];
  readonly moves: readonly Move[];
  /** Files that go, with the reason as a sentence without a full stop each. */
  readonly removals?: readonly { readonly file: string; readonly about: string }[];
  /** What changes in metadata and configuration, a sentence without a full stop each. */
  readonly edits: readonly { readonly file: string; readonly about: string }[];
  /** Uses in code, by file and place. */
  readonly uses: readonly CodeEdit[];
  readonly unsure: readonly UnsureUse[];
  /** What could not be done, or should be known before. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenamePlan extends Plan {
  /** Names, not paths. */
  readonly from: string;
  readonly to: string;
}

export interface DeprecatePlan extends Plan {
  readonly name: string;
}
