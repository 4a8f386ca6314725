import type {
  Inspection,
  InspectRequest,
  LiveChanges,
  LiveData,
  RejectedResponse,
  RenameRequest,
  SaveRequest,
  SaveResult,
} from '../../preview/api.ts';

/** Refusal of a request, with its reasons. */
export class RefusedError extends Error {
  readonly refused: RejectedResponse;

  constructor(refused: RejectedResponse) {
    super(refused.problems.map(({ message }) => message).join(' '));
    this.refused = refused;
  }
}

/**
 * Requests a preview of a source: the icon that it would become.
 *
 * @throws when the server does not respond, or refuses the source.
 */
export function previewSource(request: InspectRequest): Promise<Inspection> {
  return post('api/look', request);
}

/** @throws {RefusedError} when it is not saved: `taken` is set if the name is in use. */
export function save(request: SaveRequest): Promise<SaveResult> {
  return post('api/save', request);
}

/** @throws {RefusedError} when the icon cannot have the name. */
export function rename(request: RenameRequest): Promise<SaveResult> {
  return post('api/rename', request);
}

/** Current icons: the changes since a version, or all. */
export async function fetchChanges(version: string): Promise<LiveChanges | LiveData> {
  const path = `api/changes?since=${encodeURIComponent(version)}`;
  return parseResponse(await fetchFromServer(path, { cache: 'no-store' }));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return parseResponse(
    await fetchFromServer(path, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

async function fetchFromServer(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, options);
  } catch {
    throw new Error('The preview does not respond. Start it again in the terminal.');
  }
}

async function parseResponse<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const payload = isJson ? JSON.parse(text) : { reason: text };
  if (payload.problems) throw new RefusedError(payload);
  throw new Error(payload.reason);
}
