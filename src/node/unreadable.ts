import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** A file or folder that the system does not let us read. */
export function unreadable(file: string, { code, message }: NodeJS.ErrnoException): Diagnostic {
  return diagnose('file-unreadable', {
    file,
    args: { reason: READ_ERRORS[code ?? ''] ?? message },
  });
}

/** System errors in words. */
const READ_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  ENOENT: 'it is gone, or a link to a file that does not exist.',
  ELOOP: 'it is a link that leads back to itself.',
};
