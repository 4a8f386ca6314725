import type { CodeFile } from '../rename/code/code-files.ts';
import type { ImportSpecifier, ImportStatement } from './imports.ts';
import type { ManualStep } from './model.ts';

/** Icon that an import refers to. */
export interface IconTarget {
  readonly name: string;
  /** Default width and height that the tool renders it with; `undefined`: none. */
  readonly size: readonly [width: string, height: string] | undefined;
  /** Called when all uses of the import are changed. */
  readonly onReplaced?: () => void;
}

/** Import that is unchanged: the reason, and the code to write instead. */
export type SkippedImport = Pick<ManualStep, 'reason' | 'instead'>;

/** Imported name of a module. */
interface ImportedName {
  readonly imported: ImportStatement;
  readonly specifier: ImportSpecifier;
  readonly source: CodeFile;
  /** Set if the module renders it as an element. */
  readonly isRendered: boolean;
}

/** Finds the icon of an import; `undefined` if it is not one of an icon. */
export type FindIconTarget = (name: ImportedName) => IconTarget | SkippedImport | undefined;
