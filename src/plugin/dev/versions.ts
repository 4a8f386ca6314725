import { createHash } from 'node:crypto';
import { memo } from '../../core/memo.ts';
import type { Icon } from '../../core/types.ts';

/** What a drawing is known by in URLs. */
export const drawingVersion: (icon: Icon) => string = memo(({ symbol }) =>
  createHash('sha256').update(symbol).digest('hex').slice(0, 8),
);
