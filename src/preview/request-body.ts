import type { IncomingMessage } from 'node:http';

/** Error of a request body that cannot be used; `status` is that of the response. */
export class BodyError extends Error {
  readonly status: 400 | 413;

  constructor(status: 400 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads a JSON object.
 *
 * @param maxBytes maximum size in bytes
 * @throws {BodyError} when it is larger, or not a JSON object.
 */
export async function readJson(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const tooLarge = () =>
    new BodyError(413, `The request has more than ${maxBytes.toLocaleString('en-US')} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) throw tooLarge();
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {}
  throw new BodyError(400, 'The request is not a JSON object.');
}
