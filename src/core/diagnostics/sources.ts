/** Problems with source files, their names and their metadata. */
export const SOURCES_DIAGNOSTICS = {
  'file-unreadable': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot read the file: {reason}',
    hint: 'Check that it exists and that you have permission to read it.',
    cause:
      'The file was found, but the system does not allow reading it: permissions are missing, it is not a regular file, or it was deleted meanwhile.',
    fix: 'Correct the permissions of the file, or remove it from the inputs.',
    example: { reason: 'permission denied.' },
  },
  'not-svg': {
    severity: 'error',
    about: 'icon',
    message: 'The file is not an SVG image: {found}.',
    hint: 'Export the icon as plain SVG again, or move the file out of the input folder.',
    cause:
      'The file name ends in .svg, but the content is something else, such as a bitmap, an HTML page, an empty file or a text in an unknown encoding.',
    fix: 'Export the icon again as SVG, saved as UTF-8, or move the file out of the input folder.',
    example: { found: 'it is a PNG image' },
  },
  'parse-error': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot parse the XML: {reason}',
    hint: 'Fix the file at this position, or export the icon again.',
    cause:
      'The file is not well-formed XML: a tag is not closed, an attribute is set twice, or a character is not allowed.',
    fix: 'Go to the line and column of the message and correct the markup. Often the error is just before it.',
    example: { reason: 'Unclosed root tag.' },
  },
  'entities-too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The XML entities of the file expand to more than a million characters.',
    hint: 'Export the icon again as plain SVG, without entities.',
    cause:
      'The file defines XML entities that contain each other, so that a small file becomes very large. Files that are made to exhaust memory have this form.',
    fix: 'Export the icon again without entities. Do not use a file from an unknown origin.',
    example: {},
  },
  'too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The icon is too large: it has more than {most} {what}.',
    hint: 'Export a simpler icon, or remove bitmaps. If it is right as it is, raise limits.{limit} in the configuration.',
    cause:
      'The icon exceeds a limit that protects the build and the browser, such as the number of bytes, elements or pixels.',
    fix: 'Simplify the icon or remove embedded bitmaps. If the icon is intended, raise the limit in limits.',
    example: { most: '10,000', what: 'elements', limit: 'elements' },
  },
  'no-size': {
    severity: 'error',
    about: 'icon',
    message: 'The icon has no usable size: {found}.',
    hint: 'Add a viewBox to the <svg> element, such as viewBox="0 0 24 24".',
    cause:
      'The <svg> element has no viewBox, and no width and height in px or another absolute unit from which to make one, or a size is zero or negative.',
    fix: 'Add a viewBox to the <svg> element. Most tools do this if the export includes a frame.',
    example: { found: 'it has neither a viewBox nor a width and height' },
  },
  'link-outside': {
    severity: 'error',
    about: 'icon',
    message: 'This is a link to a path outside the project, {target}.',
    hint: "Copy its target into the project, or add the target's path to the inputs.",
    cause:
      'An input folder contains a symbolic link to a place outside of the project. Links could otherwise read any file of the machine.',
    fix: 'Copy the target into the project. If it is meant to be read, add its path to inputs.',
    example: { target: '../shared/home.svg' },
  },
  'name-empty': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot make an icon name from this path: it has no letters or digits{found}.',
    hint: 'Rename the file, for example to arrow-left.svg.',
    cause:
      'Icon names are made of the letters and digits of the file path, and this path has none that can be used.',
    fix: 'Rename the file after what the icon shows.',
    example: { found: '' },
  },
  'name-reserved': {
    severity: 'error',
    about: 'usage',
    message: "An icon cannot be named '{name}': {reason}.",
    hint: 'Choose another name, such as {name}-icon.',
    cause:
      'Windows cannot store a file of this name: it names a device, contains a character that is not allowed, or ends in a dot or a space.',
    fix: 'Choose another name.',
    example: { name: 'con', reason: "Windows reserves 'con' for a device" },
  },
  'name-clash': {
    severity: 'error',
    about: 'icon',
    message: "This file and {other} both have the icon name '{name}'.",
    hint: 'Rename one of the files. Letter case, spaces and punctuation make no difference to a name.',
    cause:
      'Two files get the same icon name, because names ignore letter case, spaces and punctuation.',
    fix: 'Rename one of the files, or exclude one of them from the inputs.',
    example: { other: 'icons/arrow_left.svg', name: 'arrow-left' },
  },
  'file-passed-over': {
    severity: 'warning',
    about: 'icon',
    message: 'The {what} was ignored because {reason}.',
    hint: '{fix}',
    cause:
      'A file or folder looks like an icon or an input, but is not read: its name begins with a dot, or it is compressed.',
    fix: 'Follow the hint if the file is an icon; otherwise move it out of the input folder.',
    example: {
      what: 'file',
      reason: 'it is compressed',
      fix: 'Decompress it: gunzip -c home.svgz > home.svg.',
    },
  },
  'alias-clash': {
    severity: 'error',
    about: 'icon',
    message: "The alias '{alias}' of '{name}' is already {taken}.",
    hint: 'Remove the alias or choose another.',
    cause: 'A further name of an icon is already the name or a further name of another icon.',
    fix: 'Remove the alias in one of the two places, or choose another.',
    example: { alias: 'house', name: 'home', taken: "an icon's name" },
  },
  'alias-invalid': {
    severity: 'error',
    about: 'icon',
    message:
      "The alias '{alias}' of '{name}' contains a character that is not allowed in ids. Allowed are letters, digits and . _ - : / @ + ~",
    hint: "Write it as '{suggestion}'.",
    cause:
      'An alias becomes an id in the sprite, and this one contains a character that ids in links cannot have.',
    fix: 'Write the alias with the allowed characters, as the hint suggests.',
    example: { alias: 'my home', name: 'home', suggestion: 'my-home' },
  },
  'display-name-unknown': {
    severity: 'error',
    about: 'icon',
    message:
      "The displayName of '{name}' is '{shown}', which is neither its name nor one of its aliases.{suggestion}",
    hint: 'Set displayName to one of these, or add it to the aliases: {names}.',
    cause:
      'displayName chooses which of the names of an icon leads in pages and documents. It is not a name of the icon itself, so code could not use it.',
    fix: 'Set displayName to the name of the icon or to one of its aliases, or add it to the aliases.',
    example: {
      name: 'stepback',
      shown: 'step-bak',
      names: 'stepback, step-back',
      suggestion: " Did you mean 'step-back'?",
    },
  },
  'id-clash': {
    severity: 'error',
    about: 'icon',
    message: "The id '{id}' ({from}) of '{name}' is also the id of '{owner}' ({other}).",
    hint: "Change 'ids' in the configuration so that the ids differ, for example with '[dir]', or rename one of the files.",
    cause:
      'The ids option, or an alias, gives two icons the same id, so that a link would show only one of them.',
    fix: 'Change the pattern in ids so that the ids differ, or rename a file.',
    example: {
      id: 'icon-home',
      from: 'icon-[name]',
      name: 'nav/home',
      owner: 'home',
      other: 'icons/home.svg',
    },
  },
  'id-unusable': {
    severity: 'warning',
    about: 'icon',
    message:
      "'{name}' gets no id from '{from}': '{id}' contains a character that is not allowed in ids. Allowed are letters, digits and . _ - : / @ + ~",
    hint: 'Rename the file, and update the links to it.',
    cause:
      'The pattern in ids makes an id from a file name that contains a character not allowed in ids. The icon stays available under its name.',
    fix: 'Rename the file, and update the links to it.',
    example: { name: 'my-home', from: 'icon-[name]', id: 'icon-my home' },
  },
  'meta-invalid': {
    severity: 'error',
    about: 'icon',
    message: 'The metadata is invalid: {reason}',
    hint: 'Write a JSON object with any of the keys title, category, trademark, color, verify, tags, aliases, displayName, directional, source, license, author, deprecated and suppressions.',
    cause:
      'A .meta.json file is not valid JSON, is not an object, or has a key or value that is not allowed.',
    fix: 'Correct the file as the reason describes. docs/catalog.md and README.md describe the keys.',
    example: { reason: "'suppressions.naming': The reason is missing." },
  },
  'meta-stale': {
    severity: 'warning',
    about: 'icon',
    message: 'The metadata file has no icon: there is no {svg} next to it.',
    hint: 'Delete the file, or rename it to match its icon.',
    cause:
      'A .meta.json file has no SVG file of the same name next to it. The icon was probably renamed or deleted.',
    fix: 'Delete the file, or give it the name of its icon. iconloom rename moves both together.',
    example: { svg: 'home.svg' },
  },
  'last-good-kept': {
    severity: 'warning',
    about: 'icon',
    message: 'The outputs still contain the last valid version of this icon.',
    hint: 'Fix the errors of this file.',
    cause:
      'While iconloom watches, an icon changed and now has errors. The outputs contain its last valid version, so that the page keeps working.',
    fix: 'Fix the errors that are reported for the same file. It is read again when you save.',
    example: {},
  },
} as const;
