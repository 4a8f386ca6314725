import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { Sprite } from '../core/types.ts';

/** In Chromium 156, 92 images cost half a second and 528 four; see docs/browsers.md. */
const MAX_IMAGES = 300;

/** Reports problems of a sprite as a whole. */
export function inspectSprite({ file, icons }: Sprite): readonly Diagnostic[] {
  const count = icons.filter(({ facts }) => facts.form === 'image').length;
  if (count <= MAX_IMAGES) return [];
  const args = { count: String(count), limit: String(MAX_IMAGES) };
  return [diagnose('many-images', { file, args })];
}
