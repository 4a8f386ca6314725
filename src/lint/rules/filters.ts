import { withoutFeature } from '../feature.ts';
import type { DrawingRule } from '../types.ts';

export const filters: DrawingRule = withoutFeature({
  name: 'filters',
  about: 'Nothing is blurred or shadowed by an effect',
  need: 'filter',
  elements: /^filter$/,
  message:
    'The drawing has an effect such as a shadow or a blur, which small icons cannot show and some browsers leave out.',
  hint: 'Remove the effect; where the shadow is needed, draw it as a shape.',
});
