/** Limits of a {@link TextCache}. */
export interface TextCacheLimits {
  readonly entries: number;
  /** Longest text that is cached. */
  readonly length: number;
}

/** Values by text, for short texts that repeat; when it is full, further texts are not cached. */
export class TextCache<T> {
  private readonly values = new Map<string, T>();
  private readonly limits: TextCacheLimits;

  constructor(limits: TextCacheLimits) {
    this.limits = limits;
  }

  get(text: string): T | undefined {
    return this.values.get(text);
  }

  has(text: string): boolean {
    return this.values.has(text);
  }

  /** Caches a value, and returns it. */
  set(text: string, value: T): T {
    if (this.values.size < this.limits.entries && text.length <= this.limits.length) {
      this.values.set(text, value);
    }
    return value;
  }
}
