import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const text: SourceRule = forbidFeature({
  name: 'text',
  about: 'Text is converted to shapes',
  need: 'text',
  elements: /^text$/,
  message: 'The drawing has text, which looks different wherever its font is missing.',
  hint: 'Turn it into shapes: Figma “Flatten”, Illustrator “Create Outlines”, Sketch “Convert to Outlines”, Inkscape “Object to Path”.',
});
