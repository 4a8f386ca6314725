import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const gradients: SourceRule = forbidFeature({
  name: 'gradients',
  about: 'Areas have one color each',
  presets: { strict: 'warning' },
  docs: {
    section: 'features',
    order: 10,
    why: 'At 24 px, a gradient is hardly visible. Some browsers do not draw gradients in external sprites ([Browser support](browsers.md)), so the sprite contains such an icon as an image.',
    fix: 'Use one color, or two or three shapes of one color each.',
  },
  need: 'gradient',
  elements: /^(linear|radial)Gradient$/,
  message:
    'The drawing has a gradient, which small icons cannot show and some browsers omit in sprites.',
  hint: 'Replace it with one color, or with two or three shapes of one color each.',
});
