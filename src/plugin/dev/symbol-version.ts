import { createHash } from 'node:crypto';
import { memoize } from '../../core/memoize.ts';
import type { Icon } from '../../core/types.ts';

/** Hash of an icon's symbol, used in URLs. */
export const symbolVersion: (icon: Icon) => string = memoize(({ symbol }) =>
  createHash('sha256').update(symbol).digest('hex').slice(0, 8),
);
