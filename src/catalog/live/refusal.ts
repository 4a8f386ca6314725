import type { Inspection, RejectedResponse } from '../../preview/api.ts';
import { RefusedError } from './api.ts';

/** Result for a source that the server has not inspected. */
export const EMPTY_RESULT: Inspection = {
  name: '',
  title: '',
  tags: [],
  category: '',
  problems: [],
  family: [],
  twins: [],
};

/** Reasons of an error: those of the server, or its message as a problem with the file. */
export function toRefusal(error: unknown, file: string): RejectedResponse {
  if (error instanceof RefusedError && error.refused.taken) return error.refused;
  if (error instanceof RefusedError && error.refused.problems.length > 0) return error.refused;
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'Try again. If that does not help, restart the preview.';
  return {
    problems: [{ code: 'file-unreadable', severity: 'error', file, message, hint }],
  };
}
