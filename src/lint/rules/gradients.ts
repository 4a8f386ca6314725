import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const gradients: SourceRule = forbidFeature({
  name: 'gradients',
  about: 'Areas have one color each',
  need: 'gradient',
  elements: /^(linear|radial)Gradient$/,
  message:
    'The drawing has a gradient, which small icons cannot show and some browsers omit in sprites.',
  hint: 'Replace it with one color, or with two or three shapes of one color each.',
});
