import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const filters: SourceRule = forbidFeature({
  name: 'filters',
  about: 'Drawings have no effects such as shadows or blurs',
  presets: { recommended: 'warning', strict: 'error' },
  docs: {
    section: 'features',
    order: 20,
    why: 'Some browsers do not draw shadows, glows and blurs, and at icon size they look smeared in all browsers.',
    fix: 'Remove the effect, or draw the shadow as a shape.',
  },
  need: 'filter',
  elements: /^filter$/,
  message:
    'The drawing has an effect such as a shadow or a blur, which small icons cannot show and some browsers omit.',
  hint: 'Remove the effect; if the shadow is needed, draw it as a shape.',
});
