import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { memoize } from '../core/memoize.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import type { SetChange } from './api.ts';

/** Snapshot of all icons. */
export interface SetState {
  /** Hash of all icons and problems. */
  readonly version: string;
  /** Sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  readonly problems: readonly Diagnostic[];
}

export function createSetState(
  icons: readonly Icon[],
  problems: readonly Diagnostic[],
  config: ResolvedConfig,
): SetState {
  const hash = createHash('sha256');
  for (const icon of icons) hash.update(digestOf(icon));
  hash.update(JSON.stringify(problems.map(({ picture: _, ...problem }) => problem)));
  const version = hash.digest('hex').slice(0, 12);
  return { version, icons, sprites: createSprites(icons, config), problems };
}

/** Change between two states, for pages. */
export function diffStates(before: SetState, { icons, version }: SetState): SetChange {
  const previousByName = new Map(before.icons.map((icon) => [icon.name, icon]));
  const isChanged = (icon: Icon) => {
    const old = previousByName.get(icon.name);
    return old !== icon && (!old || !digestOf(old).equals(digestOf(icon)));
  };
  const names = new Set(icons.map(({ name }) => name));
  return {
    version,
    changed: icons.filter(isChanged).map(({ name }) => name),
    gone: [...previousByName.keys()].filter((name) => !names.has(name)),
  };
}

/** Hash of everything that is shown of an icon. */
const digestOf: (icon: Icon) => Buffer = memoize(({ symbol, aliases, title, source }) =>
  createHash('sha256')
    .update(JSON.stringify([symbol, aliases, title, source]))
    .digest(),
);
