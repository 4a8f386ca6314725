import { forbidFeature } from '../feature.ts';
import type { SourceRule } from '../types.ts';

export const text: SourceRule = forbidFeature({
  name: 'text',
  about: 'Text is converted to shapes',
  presets: { strict: 'error' },
  docs: {
    section: 'features',
    order: 40,
    why: 'Text looks different if its font is missing. Every build warns about it; `strict` makes it an error.',
    fix: 'Figma “Flatten”, Illustrator “Create Outlines”, Sketch “Convert to Outlines”, Inkscape “Object to Path”.',
  },
  need: 'text',
  elements: /^text$/,
  message: 'The drawing has text, which looks different if its font is missing.',
  hint: 'Turn it into shapes: Figma “Flatten”, Illustrator “Create Outlines”, Sketch “Convert to Outlines”, Inkscape “Object to Path”.',
});
