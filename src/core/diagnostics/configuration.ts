/** Problems with the configuration, its inputs and its aliases. */
export const CONFIGURATION_DIAGNOSTICS = {
  'unknown-option': {
    severity: 'error',
    about: 'usage',
    message: "Unknown option '{key}'.{suggestion}",
    hint: 'Remove it or correct its name. Known options: {known}.',
    cause:
      'A configuration, or the options of the plugin, has a key that iconloom does not know. It is often misspelled, or an option of another version.',
    fix: 'Compare the key with the list of options in README.md, and correct or remove it.',
    example: { key: 'spilt', suggestion: " Did you mean 'split'?", known: 'inputs, out, split' },
  },
  'invalid-option': {
    severity: 'error',
    about: 'usage',
    message: "Option '{key}' must be {expected}, not {received}.{suggestion}",
    hint: 'Change the value of {key}. README.md lists all options.',
    cause:
      'An option, or a flag of the command line, has a value of the wrong type, or one that is not among the allowed values.',
    fix: 'Write a value that the message allows. README.md lists each option with its type and default.',
    example: {
      key: 'split',
      expected: "'none', 'folder' or a whole number of bytes, 1 or greater",
      received: "'folders'",
      suggestion: " Did you mean 'folder'?",
    },
  },
  'option-deprecated': {
    severity: 'info',
    about: 'usage',
    message: "Option '{key}' is deprecated. It still works.",
    hint: "Rename '{key}' to '{use}'.",
    cause: 'An option has a new name. The old name still works, and a later version removes it.',
    fix: 'Write the option under its new name, with the same value.',
    example: { key: 'check', use: 'lint' },
  },
  'config-unreadable': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot load the configuration: {reason}',
    hint: 'Check that the file exists, has no syntax errors and exports the configuration as its default export.',
    cause:
      'The configuration file is missing, has a syntax error, throws an error when it runs, or exports something other than an object.',
    fix: 'Open the file at the position in the message. Export the configuration as the default export, for example with defineConfig.',
    example: { reason: 'it does not export an object.' },
  },
  'input-empty': {
    severity: 'error',
    about: 'usage',
    message: "The input '{input}' matches no SVG files.",
    hint: 'Check the path (relative to {cwd}), install it if it is a package, or use another folder or glob.',
    cause:
      'A folder, glob or package in inputs matches no file that ends in .svg. Paths are relative to the working folder, or to the folder of the configuration file.',
    fix: 'Correct the path or the glob. If the icons come from a package, install the package first.',
    example: { input: 'icon', cwd: '/home/me/app' },
  },
  'package-missing': {
    severity: 'error',
    about: 'usage',
    message: "The package '{name}' is not installed.",
    hint: "Install it, or write './{name}' if it is a folder of the project.",
    cause:
      'An input has the form of a package name, and no package with this name is installed here or in a folder above.',
    fix: 'Install the package. If a folder of the project is meant, begin the path with ./.',
    example: { name: 'lucide-static' },
  },
  'package-lacks': {
    severity: 'error',
    about: 'usage',
    message: "The package '{name}' does not contain or export '{path}'.",
    hint: 'Use a folder, an SVG file or a glob that the package contains and exports.',
    cause:
      'The package is installed, but has no such folder or file, or the exports field of its package.json does not allow access to it.',
    fix: 'Look into the folder of the package in node_modules for the place of its SVG files, and use a path that the package exports.',
    example: { name: 'lucide-static', path: 'svg' },
  },
  'iconify-unusable': {
    severity: 'error',
    about: 'usage',
    message: "Cannot read the icons of '{from}': {reason}.",
    hint: 'Install the package, or use the path of the JSON file of an icon set.',
    cause:
      'The package or file that an Iconify input names is missing, or is not an icon set in the JSON format of Iconify.',
    fix: 'Install the package of the set, such as @iconify-json/mdi, or use the path of the JSON file.',
    example: { from: 'mdi', reason: 'it is not installed' },
  },
  'iconify-unknown': {
    severity: 'error',
    about: 'usage',
    message: "'{from}' has no icon '{name}'.{suggestion}",
    hint: 'Look up the name in the icon set, and write it without the prefix of the set.',
    cause: 'The icon set is installed, but contains no icon and no alias with this name.',
    fix: 'Look up the name in the set. Write it without the prefix of the set: home, not mdi:home.',
    example: { from: 'mdi', name: 'hoem', suggestion: " Did you mean 'home'?" },
  },
  'out-is-input': {
    severity: 'error',
    about: 'usage',
    message: "The output folder '{out}' is also an input.",
    hint: 'Choose another folder with --out, so that outputs are not read as icons.',
    cause:
      'The folder for outputs is also a folder that icons are read from, so the next build would read the sprite as an icon.',
    fix: 'Use separate folders for inputs and outputs.',
    example: { out: 'icons' },
  },
  'alias-unknown': {
    severity: 'error',
    about: 'usage',
    message: "The alias '{alias}' refers to '{name}', but there is no such icon.{suggestion}",
    hint: "Correct the name in 'aliases' in the configuration.",
    cause:
      'The configuration gives a further name to an icon that does not exist. The icon may have been renamed or deleted.',
    fix: 'Correct the name of the icon in aliases, or remove the entry.',
    example: { alias: 'house', name: 'hoem', suggestion: " Did you mean 'home'?" },
  },
  'no-icons-folder': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration has no folder to add icons to.',
    hint: "Set one with --to, or add a folder to 'inputs'.",
    cause:
      'A command adds or changes icon files, but the inputs of the configuration contain no folder of the project to write them to, for example only packages and globs.',
    fix: 'Add a folder to inputs, or name one with --to.',
    example: {},
  },
} as const;
