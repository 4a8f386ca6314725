/** Problems that the bundler plugin reports about your app. */
export const PLUGIN_DIAGNOSTICS = {
  'icon-unknown': {
    severity: 'error',
    about: 'icon',
    message: "There is no icon '{name}'.{suggestion}",
    hint: 'Correct the name, or add an icon with this name.',
    cause:
      'Code uses an icon name that no source file has. The icon may be renamed, or the name misspelled.',
    fix: 'Correct the name, or add the icon.',
    example: { name: 'hoem', suggestion: " Did you mean 'home'?" },
  },
  'icon-deprecated': {
    severity: 'warning',
    about: 'usage',
    message: "The icon '{name}' is deprecated{since}.{note}",
    hint: '{fix}',
    cause: 'Code uses an icon that is marked as deprecated in its metadata. The icon still works.',
    fix: 'Use the icon that the message names, or another one.',
    example: { name: 'envelope', since: ' since 2.0.0', note: '', fix: "Use 'mail' instead." },
  },
  'safelist-unused': {
    severity: 'warning',
    about: 'usage',
    message: "The safelist entry '{glob}' matches no icon.{suggestion}",
    hint: 'Correct it, or remove it from safelist. An entry is a name, or a glob of names such as flag-*.',
    cause: 'An entry of safelist matches no icon, so it keeps nothing in the sprite.',
    fix: 'Correct the entry, or remove it.',
    example: { glob: 'flags-*', suggestion: " Did you mean 'flag-*'?" },
  },
  'critical-unknown': {
    severity: 'error',
    about: 'usage',
    message: "There is no icon '{name}', which critical lists.{suggestion}",
    hint: 'Correct the name in critical, or remove it.',
    cause: 'critical lists an icon that does not exist, so it cannot be inlined in the page.',
    fix: 'Correct the name, or remove it from critical.',
    example: { name: 'hoem', suggestion: " Did you mean 'home'?" },
  },
  'no-icons-used': {
    severity: 'warning',
    about: 'usage',
    message: 'The app imports a sprite but uses none of its {count} icons, so the sprite is empty.',
    hint: "Use icons in the code (<Icon name=\"home\">, iconHref('home')), set 'ids' for links of other tools such as <use href=\"#icon-home\">, or list icons whose names are known only at run time in 'safelist'. If the app shows no icons, remove the import.",
    cause:
      'The plugin puts only icons into the sprite that the code uses, and it found none. Names that are built at run time cannot be found in the code.',
    fix: 'List icons with names that are known only at run time in safelist. If the app shows no icons, remove the import.',
    example: { count: '58' },
  },
  'link-unknown': {
    severity: 'warning',
    about: 'usage',
    message: "'#{id}' links to an icon, but no icon has this id.{suggestion}",
    hint: "Correct the link, or give the icon this id with 'ids' or 'aliases' in the configuration.",
    cause: 'The code or a page links to an id with the prefix of icons, but no icon has this id.',
    fix: 'Correct the link. If another tool made it, give the icon this id with ids or aliases.',
    example: { id: 'icon-hoem', suggestion: " Did you mean '#icon-home'?" },
  },
  'link-without-sprite': {
    severity: 'warning',
    about: 'usage',
    message:
      "'#{id}' links to a symbol in the page, but the symbols are in a separate file, so nothing is drawn.",
    hint: "Add `import 'virtual:iconloom/inline';` to the entry module of the app.",
    cause:
      'A link such as <use href="#icon-home"> refers to a symbol in the same page, but the app writes the sprite to a separate file.',
    fix: 'Import virtual:iconloom/inline in the entry module, which puts the symbols into the page.',
    example: { id: 'icon-home' },
  },
  'two-plugins': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration contains the iconloom plugin {count} times.',
    hint: 'Keep one, with the inputs of all of them: every plugin resolves the same imports.',
    cause:
      'The bundler configuration has the plugin more than once. All of them would answer the same imports.',
    fix: 'Keep one plugin, and list all folders in its inputs.',
    example: { count: '2' },
  },
  'client-build-missing': {
    severity: 'error',
    about: 'usage',
    message:
      'The server build cannot determine the URL of the sprite because there was no client build.',
    hint: 'Build the client first, with the same source files and options: it writes {record}. If a framework builds the server first, set fileName to a name without [hash]. If there is no client build, set server to false.',
    cause:
      'A server build needs the file name of the sprite, which contains a hash that only the client build knows, and there was no client build.',
    fix: 'Build the client before the server. If that is not possible, use a file name without [hash].',
    example: { record: 'node_modules/.cache/iconloom/client.json' },
  },
  'client-build-lacks': {
    severity: 'error',
    about: 'usage',
    message: "The server uses '{name}', which is not in the sprite of the client build.",
    hint: 'Add it to safelist, and build the client again.',
    cause:
      'The server renders an icon that the client build did not put into its sprite, because the code of the client does not use it.',
    fix: 'Add the icon to safelist, and build the client again.',
    example: { name: 'home' },
  },
  'client-build-later': {
    severity: 'error',
    about: 'usage',
    message:
      'The server was built before the client and links to {before}, but the client build has now written {after}.',
    hint: 'Build again. If a framework always builds the server first, set fileName to a name without [hash].',
    cause:
      'The server was built before the client, with a guess about the sprite of the client that turned out wrong.',
    fix: 'Build again. If the framework always builds the server first, use a file name without [hash].',
    example: { before: 'sprite.1a2b3c4d.svg', after: 'sprite.5e6f7a8b.svg' },
  },
  'server-base-unknown': {
    severity: 'error',
    about: 'usage',
    message:
      'The server build cannot determine the URL of the sprite: the client build links to it relative to its scripts, and only the browser can resolve such links.',
    hint: "Set base, or the bundler's public path of the client build, to a path or URL such as '/assets/', and build the client first. If a build has no client, set `server: false` so that it writes its own sprite.",
    cause:
      'The client build links to the sprite relative to its scripts. Server-rendered HTML has no script to be relative to.',
    fix: 'Set base, or the public path of the bundler, to a path such as /assets/. A server without a client sets server to false.',
    example: {},
  },
  'no-output-folder': {
    severity: 'error',
    about: 'usage',
    message: 'There is no folder to write the sprite to: the build writes to standard output.',
    hint: "Set outdir or outfile, or import 'virtual:iconloom/inline' to inline the sprite in the page.",
    cause: 'The bundler writes to standard output, so there is no folder for the sprite.',
    fix: 'Set an output folder, or inline the sprite with virtual:iconloom/inline.',
    example: {},
  },
  'critical-without-page': {
    severity: 'error',
    about: 'usage',
    message:
      'Cannot inline critical icons in the page: only Vite has an index.html to inline them in.',
    hint: "Remove critical, or import 'virtual:iconloom/inline' to inline all icons.",
    cause: 'critical inlines icons in index.html, which only Vite builds.',
    fix: 'Remove critical, or inline all icons with virtual:iconloom/inline.',
    example: {},
  },
} as const;
