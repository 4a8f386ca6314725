/**
 * Decoders for JSON that others may have written: restored caches, partial results. A value of the
 * wrong shape is rejected with the name of its field.
 */

/** Thrown for a value of the wrong shape. */
export class DecodeError extends Error {
  /** Path of fields to the value, outermost first. */
  readonly path: string[] = [];

  /** `icons.3.facts.width` */
  get field(): string {
    return this.path.join('.');
  }
}

/** @throws {DecodeError} */
export type Decoder<T> = (value: unknown) => T;

/** Decoder for a field that may be missing. */
interface Optional<T> {
  readonly optional: Decoder<T>;
}

type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? Optional<Exclude<T[K], undefined>>
    : Decoder<T[K]>;
};

export function optional<T>(decoder: Decoder<T>): Optional<T> {
  return { optional: decoder };
}

/** Creates a decoder from a type guard. */
export function satisfying<T>(
  isValid: (value: unknown) => value is T,
  expected: string,
): Decoder<T> {
  return (value) => {
    if (!isValid(value)) throw new DecodeError(expected);
    return value;
  };
}

export const text: Decoder<string> = satisfying(isText, 'a string');
export const finite: Decoder<number> = satisfying(
  (value): value is number => Number.isFinite(value),
  'a number',
);
/** Whole number from 0. */
export const count: Decoder<number> = satisfying(
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
  'a whole number',
);

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function matching(pattern: RegExp, expected: string): Decoder<string> {
  return satisfying((value): value is string => isText(value) && pattern.test(value), expected);
}

export function oneOf<const T extends string>(...values: readonly T[]): Decoder<T> {
  const allowed: ReadonlySet<unknown> = new Set(values);
  return satisfying((value): value is T => allowed.has(value), `one of ${values.join(', ')}`);
}

export function list<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new DecodeError('a list');
    let index = 0;
    try {
      const decoded: T[] = [];
      for (; index < value.length; index++) decoded.push(item(value[index]));
      return decoded;
    } catch (error) {
      throw prependKey(String(index), error);
    }
  };
}

/** Checked without copying: lists may have thousands of items. */
export const texts: Decoder<readonly string[]> = satisfying(
  (value): value is string[] => Array.isArray(value) && value.every(isText),
  'a list of strings',
);
export const numbers: Decoder<readonly number[]> = satisfying(
  (value): value is number[] => Array.isArray(value) && value.every(Number.isFinite),
  'a list of numbers',
);

/** Creates a decoder for an object with arbitrary keys. */
export function record<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value) => {
    const decoded: [string, T][] = [];
    for (const [key, each] of Object.entries(objectOf(value))) {
      try {
        decoded.push([key, item(each)]);
      } catch (error) {
        throw prependKey(key, error);
      }
    }
    // Sets `__proto__` as any other key.
    return Object.fromEntries(decoded);
  };
}

/** Creates a decoder for an object with these fields; others are dropped. */
export function object<T>(fields: Fields<T>): Decoder<T> {
  const entries = Object.entries(fields) as [string, Decoder<unknown> | Optional<unknown>][];
  return (value) => {
    const given = objectOf(value);
    const decoded: Record<string, unknown> = {};
    let currentKey = '';
    try {
      for (const [key, field] of entries) {
        currentKey = key;
        const each = given[key];
        if (typeof field === 'function') decoded[key] = field(each);
        else if (each !== undefined) decoded[key] = field.optional(each);
      }
    } catch (error) {
      throw prependKey(currentKey, error);
    }
    return decoded as T;
  };
}

/** Decodes bytes from base64. */
export const bytes: Decoder<Uint8Array> = (value) =>
  new Uint8Array(Buffer.from(base64(value), 'base64'));
const base64 = matching(/^[A-Za-z\d+/]*={0,2}$/, 'base64');

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DecodeError('an object');
  }
  return value as Readonly<Record<string, unknown>>;
}

function prependKey(key: string, error: unknown): unknown {
  if (error instanceof DecodeError) error.path.unshift(key);
  return error;
}

/** Parses and decodes JSON; `undefined` if it is invalid or has the wrong shape. */
export function tryDecode<T>(json: string, decoder: Decoder<T>): T | undefined {
  try {
    return decoder(JSON.parse(json));
  } catch (error) {
    if (error instanceof DecodeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
