/** A value that can be watched. */
export interface Store<T extends object> {
  readonly get: () => T;
  /** Merges changes, and notifies watchers if anything differs. */
  readonly set: (changes: Partial<T>) => void;
  readonly watch: (look: (now: T, before: T) => void) => void;
}

export function openStore<T extends object>(first: T): Store<T> {
  let now = first;
  const watchers: ((now: T, before: T) => void)[] = [];
  return {
    get: () => now,
    set(changes) {
      const before = now;
      const keys = Object.keys(changes) as (keyof T)[];
      if (keys.every((key) => changes[key] === before[key])) return;
      now = { ...before, ...changes };
      for (const look of watchers) look(now, before);
    },
    watch: (look) => void watchers.push(look),
  };
}
