import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const bitmaps: SourceRule = forbidFeature({
  name: 'bitmaps',
  about: 'Drawings contain no bitmaps',
  presets: { strict: 'error' },
  docs: {
    section: 'features',
    order: 30,
    why: 'A bitmap is large, cannot take a color, and blurs when it is enlarged. Every build warns about it; `strict` makes it an error.',
    fix: 'Redraw it, or trace it: Illustrator “Image Trace” and “Expand”, Inkscape “Trace Bitmap”.',
  },
  need: 'bitmap',
  elements: /^(image|feImage)$/,
  message:
    'The drawing contains a bitmap, which is large, cannot be recolored and blurs when it is enlarged.',
  hint: 'Redraw it with shapes, or trace it (Illustrator: Image Trace, then Expand; Inkscape: Trace Bitmap).',
});
