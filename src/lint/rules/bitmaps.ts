import { withoutFeature } from '../feature.ts';
import type { DrawingRule } from '../types.ts';

export const bitmaps: DrawingRule = withoutFeature({
  name: 'bitmaps',
  about: 'Everything is drawn, nothing is a photo',
  need: 'bitmap',
  elements: /^(image|feImage)$/,
  message:
    'The drawing holds a bitmap, which is large, takes no color and blurs when it is enlarged.',
  hint: 'Redraw it with shapes, or trace it (Illustrator: Image Trace, then Expand; Inkscape: Trace Bitmap).',
});
