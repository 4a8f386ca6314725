import { TextCache, type TextCacheLimits } from './text-cache.ts';

/**
 * A {@link TextCache} that is also asked for long texts, such as path data. A map would read each as
 * a whole, to find that it is not there.
 */
export class ShortTextCache<T> extends TextCache<T> {
  private readonly longest: number;

  constructor(limits: TextCacheLimits) {
    super(limits);
    this.longest = limits.length;
  }

  override get(text: string): T | undefined {
    return text.length > this.longest ? undefined : super.get(text);
  }

  override has(text: string): boolean {
    return text.length <= this.longest && super.has(text);
  }
}
