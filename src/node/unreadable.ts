import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** Creates the diagnostic for a file or folder that cannot be read. */
export function unreadableDiagnostic(
  file: string,
  { code, message }: NodeJS.ErrnoException,
): Diagnostic {
  return diagnose('file-unreadable', {
    file,
    args: { reason: READ_ERRORS[code ?? ''] ?? message },
  });
}

/** Messages for system error codes. */
const READ_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  ENOENT: 'it does not exist, or is a link to a file that does not exist.',
  ELOOP: 'it is a link that leads back to itself.',
};
