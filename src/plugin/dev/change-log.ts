import type { ServedPayload, ServedUpdate } from './served.ts';

/** Log of changed icons, for pages that missed changes while loading. */
export interface ChangeLog {
  readonly add: (change: ServedUpdate) => void;
  /** Merges all changes after a version; `undefined` if there are none. */
  readonly since: (version: string) => ServedUpdate | undefined;
}

/** @param first icons when the server starts */
export function openChangeLog(first: ServedPayload): ChangeLog {
  /** Version → number of changes that led to it. */
  const versions = new Map([[first.version, 0]]);
  /** Name → number and result of its last change. */
  const changed = new Map<string, { readonly index: number; readonly version: string }>();
  let newest = first.version;
  let icons = { index: 0, served: first };
  let count = 0;

  return {
    add(change) {
      count += 1;
      newest = change.version;
      versions.set(newest, count);
      if (change.icons) icons = { index: count, served: change.icons };
      for (const [name, version] of Object.entries(change.changed)) {
        changed.set(name, { index: count, version });
      }
    },
    since(version) {
      if (version === newest) return undefined;
      const from = versions.get(version) ?? -1; // A page of an earlier server missed all of them.
      const missedChanges = [...changed].filter(([, { index }]) => index > from);
      return {
        version: newest,
        changed: Object.fromEntries(missedChanges.map(([name, last]) => [name, last.version])),
        ...(icons.index > from && { icons: { ...icons.served, version: newest } }),
      };
    },
  };
}
