/** Problems with how icons look, and with the check that they look like their sources. */
export const RENDERING_DIAGNOSTICS = {
  'draws-nothing': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon is empty: nothing in the file is visible.',
    hint: 'Check that it has shapes and that they are not hidden.',
    cause:
      'The file has no shape, or its shapes have no fill and no stroke, are hidden, or have no size.',
    fix: 'Open the file in your design tool, and export the layer with the shapes.',
    example: {},
  },
  'nesting-not-flat': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot flatten the nested rules in a <style>: they {problem}.',
    hint: 'Write the rules without nesting, with complete selectors, or export the icon again as plain SVG.',
    cause:
      'A <style> element has nested CSS rules that cannot be written as plain rules with the same meaning.',
    fix: 'Write the rules without nesting, or export the icon with attributes instead of a style sheet.',
    example: { problem: 'contain an @scope or are next to one' },
  },
  'dangling-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'The file refers to {ids}, which it does not define.',
    hint: 'Delete the reference, or define the missing element. Nothing is drawn there now.',
    cause:
      'The file refers to a gradient, clip path, mask or another element by an id that none of its elements has.',
    fix: 'Delete the reference, or export the icon with the missing element. Browsers ignore it, so the icon looks the same without it.',
    example: { ids: '#a' },
  },
  'circular-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed a circular reference to {ids}; browsers draw nothing there.',
    hint: 'Delete the reference from the file, or copy the content that it refers to.',
    cause:
      'Elements refer to each other in a circle, for example a <use> that contains itself. Browsers do not draw such parts.',
    fix: 'Delete the reference, or copy the content that it refers to.',
    example: { ids: '#a' },
  },
  'background-lost': {
    severity: 'warning',
    about: 'icon',
    message: 'The background of the <svg> element is lost: {found}.',
    hint: 'Draw it as a shape behind the others, such as <rect width="100%" height="100%"/>.',
    cause:
      'The style of the <svg> element sets a background that cannot become a shape, because it is an image or because a <style> of the file could change the shape. Symbols have no background.',
    fix: 'Draw the background as the first shape of the icon.',
    example: { found: 'background is an image' },
  },
  'page-dependent': {
    severity: 'warning',
    about: 'icon',
    message: 'Part of the icon depends on the surrounding page: {found}.',
    hint: 'Write lengths without units, and move transform, clip-path, mask and filter from <svg> to a <g> around its content.',
    cause:
      'The icon uses lengths such as vw or rem, or effects on the <svg> element, which depend on the page that shows it.',
    fix: 'Write lengths without units, and move effects from <svg> to a <g> around its content.',
    example: { found: '5vw in x of <rect>' },
  },
  'text-element': {
    severity: 'warning',
    about: 'icon',
    message:
      'The icon contains text, which looks different if its font is missing and does not follow the page’s colors.',
    hint: 'Convert the text to outlines (paths) in your design tool.',
    cause:
      'The icon contains a <text> element. It needs a font that visitors may not have, and text in an image cannot take a color of the page.',
    fix: 'Convert the text to paths: Figma “Flatten”, Illustrator “Create Outlines”, Inkscape “Object to Path”.',
    example: {},
  },
  'raster-image': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon embeds a bitmap, which blurs when it is enlarged.',
    hint: 'Replace the bitmap with shapes.',
    cause:
      'The icon embeds a PNG, JPEG or another bitmap. It is large, cannot be recolored, and blurs when it is enlarged.',
    fix: 'Replace the bitmap with shapes: redraw it or trace it.',
    example: {},
  },
  'bitmap-unreadable': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed a bitmap that cannot be read: {found}.',
    hint: 'Embed it again as PNG. Supported formats are PNG, JPEG, GIF and WebP, complete files only.',
    cause:
      'An embedded bitmap is damaged, incomplete, or in a format that is not supported, or an embedded SVG has no xmlns or begins with white space, so browsers may not show it.',
    fix: 'Embed it again as PNG, or replace it with shapes. Export an embedded SVG again as a complete file.',
    example: { found: 'data:image/tiff;base64,SUkq on <image>' },
  },
  'plugin-failed': {
    severity: 'error',
    about: 'icon',
    message: 'Optimizing the icon failed: {reason}',
    hint: 'Try again without your own svgo plugins. If it still fails, this is a bug in iconloom: report it with the file.',
    cause: 'svgo, or one of your svgo plugins, threw an error while it optimized the icon.',
    fix: 'Remove your own plugins one by one to find the one that fails. Without own plugins, it is a bug in iconloom: report it with the file.',
    example: { reason: "Cannot read properties of undefined (reading 'd')" },
  },
  'optimized-gently': {
    severity: 'info',
    about: 'icon',
    message:
      'The default optimization would change how the icon looks, so it was {about} (+{cost} bytes){pass}.',
    hint: 'No action is needed. Simpler shapes in the source file would save these bytes.',
    cause:
      'Full optimization would have changed the picture. iconloom noticed it and used the strongest level that keeps the picture.',
    fix: 'No action is needed. Simpler shapes in the source file save the bytes.',
    example: { about: 'optimized less', cost: '120', pass: '' },
  },
  'picture-differs': {
    severity: 'error',
    about: 'icon',
    message: 'The icon does not look like its source: {percent} % of the pixels differ{what}.',
    hint: '{fix}, or accept it for this icon with "verify": {tolerance} in {meta}.',
    cause:
      'The finished icon was rendered and compared with its source, and more pixels differ than allowed. An unsupported feature was removed, or an svgo plugin changed the icon.',
    fix: 'Remove or redraw the part that the message names. If the difference is intended, allow it for this icon with verify in its metadata.',
    example: {
      percent: '2.1',
      what: ', near the top left',
      fix: 'Draw the part in another way',
      tolerance: '0.03',
      meta: 'home.meta.json',
    },
  },
  'not-proven': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon could not be verified visually: {reason}.',
    hint: 'Check the icon in a page. Remove content outside the viewBox and complex styles, or set "verify": false in its metadata.',
    cause:
      'The icon could not be compared with its source, for example because the renderer does not support a feature of it or took too long. The icon was built, unless verify is strict, which makes this an error.',
    fix: 'Look at the icon in a page. If it is right, set verify to false in its metadata.',
    example: { reason: 'its animation cannot be rendered' },
  },
  'not-portable': {
    severity: 'warning',
    about: 'icon',
    message:
      'Not every browser draws all of this icon in an external sprite: it needs {needs} and follows the color of the page, so it cannot become an image.',
    hint: 'Inline the sprite in the page, which works in every browser, or draw the icon without {needs}.',
    cause:
      'Some browsers do not draw features such as masks and gradients in an external sprite. Icons that need them become images, but an image cannot follow the color of the page.',
    fix: 'Inline the sprite in the page, or draw the icon without the feature. docs/browsers.md has the details.',
    example: { needs: 'mask' },
  },
  'image-snapped': {
    severity: 'info',
    about: 'icon',
    message:
      'The icon becomes an image because it needs {needs}, and it is not square: Firefox aligns images to whole pixels, which can move an edge by less than a pixel.',
    hint: 'Use a square viewBox if the shift is visible, or inline the sprite and set portable to false.',
    cause:
      'The icon contains text or needs a feature that not every browser draws in external sprites, so the sprite contains it as an image. Firefox aligns images to whole pixels if they are not square.',
    fix: 'No action is needed unless you see the shift. A square viewBox prevents it.',
    example: { needs: 'gradient' },
  },
  'many-images': {
    severity: 'warning',
    about: 'icon',
    message:
      'The sprite contains {count} images, and Chromium takes seconds to show any icon of a sprite with more than {limit}.',
    hint: 'Split the icons into several builds, or inline the sprite and set portable to false. docs/browsers.md has the measurements.',
    cause:
      'Icons that some browsers cannot draw in external sprites become images, and Chromium decodes all images of a sprite before it shows any icon of it.',
    fix: 'Split the icons into several builds, or inline the sprite and set portable to false.',
    example: { count: '528', limit: '300' },
  },
  'colors-kept': {
    severity: 'info',
    about: 'icon',
    message: "The icon keeps its colors although color is '{mode}': {reason}.",
    hint: '{fix}',
    cause:
      'color is set so that icons take the color of the page, but the colors of this icon are part of its picture, such as several colors, a gradient or an animation.',
    fix: "No action is needed if the colors are intended; set color to 'keep' in its metadata to say so. Otherwise draw the icon in one color.",
    example: {
      mode: 'currentColor',
      reason: 'it has 3 colors (#06c, #c06 and #fc0)',
      fix: "Set color to 'variables' in its metadata so that the page can set each of them, draw it in one color, or set color to 'keep' in its metadata.",
    },
  },
  'color-unsupported': {
    severity: 'warning',
    about: 'icon',
    message: "The icon keeps its color although color is '{mode}': {reason}.",
    hint: '{fix}',
    cause:
      'color is set so that icons take the color of the page, but the color of this icon is written in a form that cannot be replaced, such as a style sheet, a marker or a computed color.',
    fix: "Set the color with the attributes fill and stroke as a hex value, or set color to 'keep' in its metadata.",
    example: {
      mode: 'currentColor',
      reason: 'only the browser can compute color-mix(in srgb, red, blue)',
      fix: "Write the color as hex, such as #06c, or set color to 'keep' in its metadata.",
    },
  },
} as const;
