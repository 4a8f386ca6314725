import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const bitmaps: SourceRule = forbidFeature({
  name: 'bitmaps',
  about: 'Drawings contain no bitmaps',
  need: 'bitmap',
  elements: /^(image|feImage)$/,
  message:
    'The drawing contains a bitmap, which is large, cannot be recolored and blurs when it is enlarged.',
  hint: 'Redraw it with shapes, or trace it (Illustrator: Image Trace, then Expand; Inkscape: Trace Bitmap).',
});
