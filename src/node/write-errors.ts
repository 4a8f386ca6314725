import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

interface WriteErrorReason {
  readonly reason: string;
  readonly fix: string;
}

const DENIED: WriteErrorReason = {
  reason: 'permission denied.',
  fix: 'Give yourself the right to write to the file and its folder, or choose another with --out.',
};
const FULL: WriteErrorReason = {
  reason: 'the disk is full.',
  fix: 'Free disk space and build again; the last output is unchanged.',
};
const NO_FOLDER: WriteErrorReason = {
  reason: 'a folder in its path is a file.',
  fix: 'Move that file, or choose another folder with --out.',
};

const DEFAULT_FIX =
  'Check that the folder exists, that you may write to it and that the disk has free space.';

/** Messages for system error codes. */
const WRITE_ERRORS: Readonly<Record<string, WriteErrorReason>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: {
    reason: 'the disk is read-only.',
    fix: 'Choose a folder on another disk with --out, or make this one writable.',
  },
  ENOSPC: FULL,
  EDQUOT: { ...FULL, reason: 'your disk quota is used up.' },
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EISDIR: {
    reason: 'a folder has the same name.',
    fix: 'Move that folder, or choose another with --out.',
  },
  EBUSY: {
    reason: 'another program has it open.',
    fix: 'Close the program and build again.',
  },
};

/** Runs an action that writes to a file and turns system errors into diagnostics of that file. */
export function withWriteErrors<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === '' || error instanceof BuildError) throw error;
    const explained = WRITE_ERRORS[code] ?? { reason: message, fix: DEFAULT_FIX };
    throw new BuildError([diagnose('write-failed', { file, args: { ...explained } })]);
  }
}
