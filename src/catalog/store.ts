/** A value that can be watched. */
export interface Store<T extends object> {
  readonly get: () => T;
  /** Merges changes, and notifies watchers if anything differs. */
  readonly set: (changes: Partial<T>) => void;
  readonly watch: (listener: (now: T, before: T) => void) => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let now = initial;
  const watchers: ((now: T, before: T) => void)[] = [];
  return {
    get: () => now,
    set(changes) {
      const before = now;
      const keys = Object.keys(changes) as (keyof T)[];
      if (keys.every((key) => changes[key] === before[key])) return;
      now = { ...before, ...changes };
      for (const listener of watchers) listener(now, before);
    },
    watch: (listener) => void watchers.push(listener),
  };
}
