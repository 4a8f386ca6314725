import { onTestFinished, vi } from 'vitest';
import { IconSession } from '../../src/pipeline/session.ts';

/** Icons of all sessions, which wait until they are released. */
export interface HeldIcons {
  readonly release: () => void;
  /** Number of builds that have begun. */
  readonly begun: () => number;
}

/**
 * Holds the builds of all sessions back until they are released, or the test ends.
 *
 * @param when `after`: the icons are made from the files of now, but not yet handed on
 */
export function holdIcons(when: 'before' | 'after' = 'before'): HeldIcons {
  const { icons } = IconSession.prototype;
  let begun = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const spy = vi.spyOn(IconSession.prototype, 'icons').mockImplementation(async function (
    this: IconSession,
    changes,
  ) {
    begun += 1;
    if (when === 'before') await released;
    const result = await icons.call(this, changes);
    await released;
    return result;
  });
  onTestFinished(() => {
    release();
    spy.mockRestore();
  });
  return { release, begun: () => begun };
}
