import { withoutFeature } from '../feature.ts';
import type { DrawingRule } from '../types.ts';

export const text: DrawingRule = withoutFeature({
  name: 'text',
  about: 'Text is converted to shapes',
  need: 'text',
  elements: /^text$/,
  message: 'The drawing has text, which looks different wherever its font is missing.',
  hint: 'Turn it into shapes: Figma “Flatten”, Illustrator “Create Outlines”, Sketch “Convert to Outlines”, Inkscape “Object to Path”.',
});
