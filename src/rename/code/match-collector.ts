import type { CodeMatches, NameMatch, UnsureMatch } from './model.ts';

/** Collects matches by their offsets, each offset once. */
export class MatchCollector {
  readonly #uses = new Map<number, NameMatch>();
  readonly #unsure = new Map<number, UnsureMatch>();

  addUse(use: NameMatch): void {
    this.#uses.set(use.start, use);
  }

  /** Adds a possible use, or replaces the reason of one at the same offset. */
  setUnsure(start: number, reason: string): void {
    this.#unsure.set(start, { start, reason });
  }

  /** Adds a possible use, unless there is one at the same offset. */
  addUnsure(start: number, reason: string): void {
    if (!this.#unsure.has(start)) this.setUnsure(start, reason);
  }

  addAll({ uses, unsure }: CodeMatches): void {
    for (const use of uses) this.addUse(use);
    for (const { start, reason } of unsure) this.setUnsure(start, reason);
  }

  /** Returns all matches, without possible uses that turned out to be uses. */
  matches(): CodeMatches {
    const uses = [...this.#uses.values()];
    const isUse = (at: number) => uses.some(({ start, end }) => at >= start - 1 && at <= end);
    return { uses, unsure: [...this.#unsure.values()].filter(({ start }) => !isUse(start)) };
  }
}
