/** `error` stops the build, `warning` is reported while the build goes on, `info` is shown on request. */
export type Severity = 'error' | 'warning' | 'info';

/** Position in a file. Both numbers start at 1. */
export interface Where {
  readonly line: number;
  readonly column: number;
}

/** One problem as data: what is wrong, its position, and how to fix it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** File that has the problem, relative to the working folder. */
  readonly file: string;
  readonly where?: Where;
  /** Statement of the problem, one sentence. */
  readonly message: string;
  /** Instruction that fixes it, one sentence. */
  readonly hint: string;
  /** PNG that shows the problem: the icon before, after, and the difference. */
  readonly picture?: Uint8Array;
  /** Set if `iconloom check --fix` can fix it. */
  readonly fixable?: true;
  /** Related files, named like `file`. */
  readonly others?: readonly string[];
}

interface DiagnosticTemplate {
  readonly severity: Severity;
  /** Origin of the problem: an icon (exit code 1), or the call and configuration (exit code 2). */
  readonly about: 'icon' | 'usage';
  /** Text with `{placeholders}`, which are filled from `args`. */
  readonly message: string;
  readonly hint: string;
}

/** Code of a rule of `iconloom check`: `lint/` and the rule's name. */
type LintCode = `lint/${string}`;

/** Kinds of problem that iconloom reports. Stable, for use in scripts. */
export type DiagnosticCode = TableCode | LintCode;

/** Kinds of problem whose texts are in the table; rules have texts of their own. */
export type TableCode =
  | 'unknown-option'
  | 'invalid-option'
  | 'option-deprecated'
  | 'config-unreadable'
  | 'input-empty'
  | 'out-is-input'
  | 'shards-unusable'
  | 'package-missing'
  | 'package-lacks'
  | 'iconify-unusable'
  | 'iconify-unknown'
  | 'source-unknown'
  | 'app-unclear'
  | 'set-missing'
  | 'no-icons-folder'
  | 'target-exists'
  | 'rename-refused'
  | 'source-empty'
  | 'outside-folder'
  | 'port-unusable'
  | 'revision-unknown'
  | 'git-failed'
  | 'diff-unusable'
  | 'config-not-edited'
  | 'would-overwrite'
  | 'output-clash'
  | 'draws-nothing'
  | 'file-unreadable'
  | 'not-svg'
  | 'parse-error'
  | 'entities-too-large'
  | 'nesting-not-flat'
  | 'too-large'
  | 'no-size'
  | 'active-content'
  | 'active-content-removed'
  | 'outside-reference'
  | 'not-allowed'
  | 'dangling-reference'
  | 'circular-reference'
  | 'background-lost'
  | 'page-dependent'
  | 'text-element'
  | 'raster-image'
  | 'bitmap-unreadable'
  | 'plugin-failed'
  | 'optimized-gently'
  | 'picture-differs'
  | 'last-good-kept'
  | 'not-portable'
  | 'image-snapped'
  | 'many-images'
  | 'colors-kept'
  | 'color-unsupported'
  | 'not-proven'
  | 'unsafe-symbol'
  | 'link-outside'
  | 'name-empty'
  | 'name-reserved'
  | 'name-clash'
  | 'file-passed-over'
  | 'alias-clash'
  | 'alias-invalid'
  | 'alias-unknown'
  | 'id-clash'
  | 'id-unusable'
  | 'meta-invalid'
  | 'meta-stale'
  | 'foreign-manifest'
  | 'out-locked'
  | 'write-failed'
  | 'icon-unknown'
  | 'safelist-unused'
  | 'critical-unknown'
  | 'no-icons-used'
  | 'link-unknown'
  | 'link-without-sprite'
  | 'nothing-to-migrate'
  | 'two-plugins'
  | 'client-build-missing'
  | 'client-build-lacks'
  | 'client-build-later'
  | 'critical-without-page'
  | 'unknown-rule'
  | 'invalid-rule'
  | 'unknown-rule-option'
  | 'invalid-rule-option'
  | 'exception-unknown'
  | 'exception-unused'
  | 'outputs-stale'
  | 'outputs-uncommitted'
  | 'outputs-missing'
  | 'fix-refused'
  | 'server-base-unknown'
  | 'no-output-folder'
  | 'svg-sprite-missing'
  | 'playwright-missing'
  | 'browser-missing'
  | 'browser-unknown'
  | 'browser-failed'
  | 'sprite-missing'
  | 'symbol-missing';

const templates: Readonly<Record<TableCode, DiagnosticTemplate>> = {
  'unknown-option': {
    severity: 'error',
    about: 'usage',
    message: "Unknown option '{key}'.{suggestion}",
    hint: 'Remove it or correct its name. Known options: {known}.',
  },
  'invalid-option': {
    severity: 'error',
    about: 'usage',
    message: "Option '{key}' must be {expected}, not {received}.{suggestion}",
    hint: 'Change the value of {key}. README.md lists all options.',
  },
  'option-deprecated': {
    severity: 'info',
    about: 'usage',
    message: "Option '{key}' is deprecated. It still works.",
    hint: "Rename '{key}' to '{use}'.",
  },
  'config-unreadable': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot load the configuration: {reason}',
    hint: 'Check that the file exists, has no syntax errors and exports the configuration as its default export.',
  },
  'input-empty': {
    severity: 'error',
    about: 'usage',
    message: "The input '{input}' matches no SVG files.",
    hint: 'Check the path (relative to {cwd}), install it if it is a package, or use another folder or glob.',
  },
  'package-missing': {
    severity: 'error',
    about: 'usage',
    message: "The package '{name}' is not installed.",
    hint: "Install it, or write './{name}' if it is a folder of the project.",
  },
  'package-lacks': {
    severity: 'error',
    about: 'usage',
    message: "The package '{name}' does not contain or export '{path}'.",
    hint: 'Use a folder, an SVG file or a glob that the package contains and exports.',
  },
  'iconify-unusable': {
    severity: 'error',
    about: 'usage',
    message: "Cannot read the icons of '{from}': {reason}.",
    hint: 'Install the package, or use the path of the JSON file of an icon set.',
  },
  'iconify-unknown': {
    severity: 'error',
    about: 'usage',
    message: "'{from}' has no icon '{name}'.{suggestion}",
    hint: 'Look up the name in the icon set, and write it without the prefix of the set.',
  },
  'source-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Cannot add '{what}': it is {found}.",
    hint: 'Use the path of an SVG file (relative to {cwd}), or set:name such as mdi:home. Nothing is downloaded.',
  },
  'app-unclear': {
    severity: 'error',
    about: 'usage',
    message: 'This is a workspace {what}: {choices}.',
    hint: 'Choose one with --app {first}, or run the command in its folder.',
  },
  'set-missing': {
    severity: 'error',
    about: 'usage',
    message:
      "The icon set of '{what}' is not installed: the package {package} is missing.{suggestion}",
    hint: 'Run `{command}` and add the icon again.',
  },
  'no-icons-folder': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration has no folder to add icons to.',
    hint: "Set one with --to, or add a folder to 'inputs'.",
  },
  'target-exists': {
    severity: 'error',
    about: 'usage',
    message: "An icon '{name}' already exists.",
    hint: '{fix}',
  },
  'rename-refused': {
    severity: 'error',
    about: 'usage',
    message: '{what}: {reason}.{suggestion}',
    hint: '{fix}',
  },
  'outside-folder': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot write here because {reason}: only files in {folder} can be written.',
    hint: '{fix}',
  },
  'port-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'The preview cannot listen on port {port}: {reason}.',
    hint: 'Choose another port with --port, or omit it to use a free port.',
  },
  'source-empty': {
    severity: 'error',
    about: 'usage',
    message: "'{input}' matches no source code.",
    hint: 'Check the path (relative to {cwd}), and quote globs.',
  },
  'revision-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Cannot read the icons of '{revision}': {reason}.",
    hint: '{fix}',
  },
  'git-failed': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot read the git repository: {reason}.',
    hint: 'Run the command in a git repository, or compare with --folder or --package.',
  },
  'diff-unusable': {
    severity: 'error',
    about: 'usage',
    message: "Cannot compare with '{what}': {reason}.",
    hint: '{fix}',
  },
  'config-not-edited': {
    severity: 'warning',
    about: 'usage',
    message: 'The file was not edited because it {reason}.',
    hint: '{fix}',
  },
  'shards-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot merge the partial results: {reason}.',
    hint: 'Build all shards again with the same source files, options and version, and pass all of them to iconloom merge.',
  },
  'out-is-input': {
    severity: 'error',
    about: 'usage',
    message: "The output folder '{out}' is also an input.",
    hint: 'Choose another folder with --out, so that outputs are not read as icons.',
  },
  'output-clash': {
    severity: 'error',
    about: 'usage',
    message: 'Two outputs have this file name.',
    hint: 'Rename the folder that the sprite is named after, or remove the layout.',
  },
  'would-overwrite': {
    severity: 'error',
    about: 'usage',
    message: 'The sprite would overwrite this file, which is also an input.',
    hint: 'Rename the source file or choose another output folder. If it is an old sprite, delete it.',
  },
  'draws-nothing': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon is empty: nothing in the file is visible.',
    hint: 'Check that it has shapes and that they are not hidden.',
  },
  'file-unreadable': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot read the file: {reason}',
    hint: 'Check that it exists and that you have permission to read it.',
  },
  'not-svg': {
    severity: 'error',
    about: 'icon',
    message: 'The file is not an SVG image: {found}.',
    hint: 'Export the icon as plain SVG again, or move the file out of the input folder.',
  },
  'parse-error': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot parse the XML: {reason}',
    hint: 'Fix the file at this position, or export the icon again.',
  },
  'entities-too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The XML entities of the file expand to more than a million characters.',
    hint: 'Export the icon again as plain SVG, without entities.',
  },
  'nesting-not-flat': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot flatten the nested rules in a <style>: they {problem}.',
    hint: 'Write the rules without nesting, with complete selectors, or export the icon again as plain SVG.',
  },
  'too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The icon is too large: it has more than {most} {what}.',
    hint: 'Export a simpler icon, or remove bitmaps. If it is right as it is, raise limits.{limit} in the configuration.',
  },
  'no-size': {
    severity: 'error',
    about: 'icon',
    message: 'The icon has no usable size: {found}.',
    hint: 'Add a viewBox to the <svg> element, such as viewBox="0 0 24 24".',
  },
  'active-content': {
    severity: 'error',
    about: 'icon',
    message: 'The file contains active content: {found}.',
    hint: "Remove it from the file, because scripts in a sprite run on your site; or set activeContent to 'remove'.",
  },
  'active-content-removed': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed active content: {found}.',
    hint: 'Remove it from the file, and check where the file came from.',
  },
  'not-allowed': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed unsupported content: {found}.',
    hint: 'Draw it in another way if the icon needs it. docs/security.md lists the supported content.',
  },
  'outside-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed an external reference: {found}.',
    hint: 'Embed the resource in the file, or delete the reference.',
  },
  'dangling-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'The file refers to {ids}, which it does not define.',
    hint: 'Delete the reference, or define the missing element. Nothing is drawn there now.',
  },
  'circular-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed a circular reference to {ids}; browsers draw nothing there.',
    hint: 'Delete the reference from the file, or copy the content that it refers to.',
  },
  'background-lost': {
    severity: 'warning',
    about: 'icon',
    message: 'The background of the <svg> element is lost: {found}.',
    hint: 'Draw it as a shape behind the others, such as <rect width="100%" height="100%"/>.',
  },
  'page-dependent': {
    severity: 'warning',
    about: 'icon',
    message: 'Part of the icon depends on the surrounding page: {found}.',
    hint: 'Write lengths without units, and move transform, clip-path, mask and filter from <svg> to a <g> around its content.',
  },
  'text-element': {
    severity: 'warning',
    about: 'icon',
    message:
      'The icon contains text, which looks different if its font is missing and does not follow the page’s colors.',
    hint: 'Convert the text to outlines (paths) in your design tool.',
  },
  'raster-image': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon embeds a bitmap, which blurs when it is enlarged.',
    hint: 'Replace the bitmap with shapes.',
  },
  'bitmap-unreadable': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed a bitmap that cannot be read: {found}.',
    hint: 'Embed it again as PNG. Supported formats are PNG, JPEG, GIF and WebP, complete files only.',
  },
  'plugin-failed': {
    severity: 'error',
    about: 'icon',
    message: 'Optimizing the icon failed: {reason}',
    hint: 'Try again without your own svgo plugins. If it still fails, this is a bug in iconloom: report it with the file.',
  },
  'optimized-gently': {
    severity: 'info',
    about: 'icon',
    message:
      'The default optimization would change how the icon looks, so it was {about} (+{cost} bytes){pass}.',
    hint: 'No action is needed. Simpler shapes in the source file would save these bytes.',
  },
  'picture-differs': {
    severity: 'error',
    about: 'icon',
    message: 'The icon does not look like its source: {percent} % of the pixels differ{what}.',
    hint: '{fix}, or accept it for this icon with "verify": {tolerance} in {meta}.',
  },
  'last-good-kept': {
    severity: 'warning',
    about: 'icon',
    message: 'The outputs still contain the last valid version of this icon.',
    hint: 'Fix the errors above. Still watching.',
  },
  'unsafe-symbol': {
    severity: 'error',
    about: 'icon',
    message: 'The icon was left out because its symbol is not safe in a page: {reason}.',
    hint: '{remedy}',
  },
  'link-outside': {
    severity: 'error',
    about: 'icon',
    message: 'This is a link to a path outside the project, {target}.',
    hint: "Copy its target into the project, or add the target's path to the inputs.",
  },
  'not-proven': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon could not be verified visually: {reason}.',
    hint: 'Check the icon in a page. Remove content outside the viewBox and complex styles, or set "verify": false in its metadata.',
  },
  'not-portable': {
    severity: 'warning',
    about: 'icon',
    message:
      'Not every browser draws all of this icon in an external sprite: it needs {needs} and follows the color of the page, so it cannot become an image.',
    hint: 'Inline the sprite in the page, which works in every browser, or draw the icon without {needs}.',
  },
  'image-snapped': {
    severity: 'info',
    about: 'icon',
    message:
      'The icon becomes an image because it needs {needs}, and it is not square: Firefox aligns images to whole pixels, which can move an edge by less than a pixel.',
    hint: 'Use a square viewBox if the shift is visible, or inline the sprite and set portable to false.',
  },
  'many-images': {
    severity: 'warning',
    about: 'icon',
    message:
      'The sprite contains {count} images, and Chromium takes seconds to show any icon of a sprite with more than {limit}.',
    hint: 'Split the icons into several builds, or inline the sprite and set portable to false. docs/browsers.md has the measurements.',
  },
  'colors-kept': {
    severity: 'info',
    about: 'icon',
    message: "The icon keeps its colors although color is '{mode}': {reason}.",
    hint: '{fix}',
  },
  'color-unsupported': {
    severity: 'warning',
    about: 'icon',
    message: "The icon keeps its color although color is '{mode}': {reason}.",
    hint: '{fix}',
  },
  'name-empty': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot make an icon name from this path: it has no letters or digits{found}.',
    hint: 'Rename the file, for example to arrow-left.svg.',
  },
  'name-reserved': {
    severity: 'error',
    about: 'usage',
    message: "An icon cannot be named '{name}': {reason}.",
    hint: 'Choose another name, such as {name}-icon.',
  },
  'file-passed-over': {
    severity: 'warning',
    about: 'icon',
    message: 'The {what} was ignored because {reason}.',
    hint: '{fix}',
  },
  'name-clash': {
    severity: 'error',
    about: 'icon',
    message: "This file and {other} both have the icon name '{name}'.",
    hint: 'Rename one of the files. Letter case, spaces and punctuation make no difference to a name.',
  },
  'alias-clash': {
    severity: 'error',
    about: 'icon',
    message: "The alias '{alias}' of '{name}' is already {taken}.",
    hint: 'Remove the alias or choose another.',
  },
  'alias-invalid': {
    severity: 'error',
    about: 'icon',
    message:
      "The alias '{alias}' of '{name}' contains a character that is not allowed in ids. Allowed are letters, digits and . _ - : / @ + ~",
    hint: "Write it as '{suggestion}'.",
  },
  'alias-unknown': {
    severity: 'error',
    about: 'usage',
    message: "The alias '{alias}' refers to '{name}', but there is no such icon.{suggestion}",
    hint: "Correct the name in 'aliases' in the configuration.",
  },
  'id-clash': {
    severity: 'error',
    about: 'icon',
    message: "The id '{id}' ({from}) of '{name}' is also the id of '{owner}' ({other}).",
    hint: "Change 'ids' in the configuration so that the ids differ, for example with '[dir]', or rename one of the files.",
  },
  'id-unusable': {
    severity: 'warning',
    about: 'icon',
    message:
      "'{name}' gets no id from '{from}': '{id}' contains a character that is not allowed in ids. Allowed are letters, digits and . _ - : / @ + ~",
    hint: 'Rename the file, and update the links to it.',
  },
  'meta-invalid': {
    severity: 'error',
    about: 'icon',
    message: 'The metadata is invalid: {reason}',
    hint: 'Write a JSON object with any of the keys title, category, trademark, color, verify, tags, aliases, directional, source, license, author, deprecated and suppressions.',
  },
  'meta-stale': {
    severity: 'warning',
    about: 'icon',
    message: 'The metadata file has no icon: there is no {svg} next to it.',
    hint: 'Delete the file, or rename it to match its icon.',
  },
  'foreign-manifest': {
    severity: 'error',
    about: 'usage',
    message: 'The manifest would overwrite this file, which iconloom did not write.',
    hint: 'Choose another folder with --out, or delete the file if it is not needed.',
  },
  'out-locked': {
    severity: 'error',
    about: 'icon',
    message: 'Another build is writing to the output folder: {who}.',
    hint: 'Wait until it ends, then build again. If no such build is running, delete this file.',
  },
  'write-failed': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot write the file: {reason}',
    hint: '{fix}',
  },
  'icon-unknown': {
    severity: 'error',
    about: 'icon',
    message: "There is no icon '{name}'.{suggestion}",
    hint: 'Correct the name, or add an icon with this name.',
  },
  'safelist-unused': {
    severity: 'warning',
    about: 'usage',
    message: "The safelist entry '{glob}' matches no icon.{suggestion}",
    hint: 'Correct it, or remove it from safelist. An entry is a name, or a glob of names such as flag-*.',
  },
  'critical-unknown': {
    severity: 'error',
    about: 'usage',
    message: "There is no icon '{name}', which critical lists.{suggestion}",
    hint: 'Correct the name in critical, or remove it.',
  },
  'no-icons-used': {
    severity: 'warning',
    about: 'usage',
    message: 'The app imports a sprite but uses none of its {count} icons, so the sprite is empty.',
    hint: "Use icons in the code (<Icon name=\"home\">, iconHref('home')), set 'ids' for links of other tools such as <use href=\"#icon-home\">, or list icons whose names are known only at run time in 'safelist'. If the app shows no icons, remove the import.",
  },
  'link-unknown': {
    severity: 'warning',
    about: 'usage',
    message: "'#{id}' links to an icon, but no icon has this id.{suggestion}",
    hint: "Correct the link, or give the icon this id with 'ids' or 'aliases' in the configuration.",
  },
  'link-without-sprite': {
    severity: 'warning',
    about: 'usage',
    message:
      "'#{id}' links to a symbol in the page, but the symbols are in a separate file, so nothing is drawn.",
    hint: "Add `import 'virtual:iconloom/inline';` to the entry module of the app.",
  },
  'nothing-to-migrate': {
    severity: 'error',
    about: 'usage',
    message: 'The project uses none of the tools that iconloom can migrate.',
    hint: 'Run the command in the folder of a package.json that lists one of these: vite-plugin-svg-icons, vite-plugin-svg-icons-ng, svg-sprite, SVGR, svg-sprite-loader or unplugin-icons.',
  },
  'two-plugins': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration contains the iconloom plugin {count} times.',
    hint: 'Keep one, with the inputs of all of them: every plugin resolves the same imports.',
  },
  'client-build-missing': {
    severity: 'error',
    about: 'usage',
    message:
      'The server build cannot determine the URL of the sprite because there was no client build.',
    hint: 'Build the client first, with the same source files and options: it writes {record}. If a framework builds the server first, set fileName to a name without [hash]. If there is no client build, set server to false.',
  },
  'client-build-lacks': {
    severity: 'error',
    about: 'usage',
    message: "The server uses '{name}', which is not in the sprite of the client build.",
    hint: 'Add it to safelist, and build the client again.',
  },
  'client-build-later': {
    severity: 'error',
    about: 'usage',
    message:
      'The server was built before the client and links to {before}, but the client build has now written {after}.',
    hint: 'Build again. If a framework always builds the server first, set fileName to a name without [hash].',
  },
  'server-base-unknown': {
    severity: 'error',
    about: 'usage',
    message:
      'The server build cannot determine the URL of the sprite: the client build links to it relative to its scripts, and only the browser can resolve such links.',
    hint: "Set base, or the bundler's public path of the client build, to a path or URL such as '/assets/', and build the client first. If a build has no client, set `server: false` so that it writes its own sprite.",
  },
  'no-output-folder': {
    severity: 'error',
    about: 'usage',
    message: 'There is no folder to write the sprite to: the build writes to standard output.',
    hint: "Set outdir or outfile, or import 'virtual:iconloom/inline' to inline the sprite in the page.",
  },
  'critical-without-page': {
    severity: 'error',
    about: 'usage',
    message:
      'Cannot inline critical icons in the page: only Vite has an index.html to inline them in.',
    hint: "Remove critical, or import 'virtual:iconloom/inline' to inline all icons.",
  },
  'unknown-rule': {
    severity: 'error',
    about: 'usage',
    message: "Unknown rule '{rule}'.{suggestion}",
    hint: 'Correct the name in check.rules, or remove it. Known rules: {known}.',
  },
  'invalid-rule': {
    severity: 'error',
    about: 'usage',
    message:
      "The rule '{rule}' must be 'off', 'info', 'warning', 'error', or a list of one of these and an object of options, not {received}.{suggestion}",
    hint: "Write check.rules: { '{rule}': 'warning' }, or { '{rule}': ['warning', { … }] }.",
  },
  'unknown-rule-option': {
    severity: 'error',
    about: 'usage',
    message: "The rule '{rule}' has no option '{option}'.{suggestion}",
    hint: '{known}',
  },
  'invalid-rule-option': {
    severity: 'error',
    about: 'usage',
    message:
      "The option '{option}' of the rule '{rule}' must be {expected}, not {received}.{suggestion}",
    hint: 'Change it in check.rules. Its description: {about}.',
  },
  'exception-unknown': {
    severity: 'error',
    about: 'icon',
    message: "Unknown rule '{rule}' in suppressions.{suggestion}",
    hint: 'Correct the name in suppressions, or remove it. Known rules: {known}.',
  },
  'exception-unused': {
    severity: 'warning',
    about: 'icon',
    message: "The suppression of '{rule}' is not needed: the icon passes the rule.",
    hint: 'Remove it from suppressions.',
  },
  'outputs-stale': {
    severity: 'error',
    about: 'icon',
    message: 'The outputs in {out} are out of date: {what}.',
    hint: 'Run {command}, and commit the result.',
  },
  'outputs-uncommitted': {
    severity: 'info',
    about: 'icon',
    message: 'The outputs in {out}, which git ignores, are out of date: {what}.',
    hint: 'Run {command}.',
  },
  'outputs-missing': {
    severity: 'info',
    about: 'icon',
    message: 'There is no build in {out} to compare with.',
    hint: 'Run {command} to create one. With --drift, this is an error.',
  },
  'fix-refused': {
    severity: 'warning',
    about: 'icon',
    message: 'The fixes for this file were not written: {reason}.',
    hint: 'Fix the file in a design tool, as the other problems of the file describe.',
  },
  'svg-sprite-missing': {
    severity: 'error',
    about: 'usage',
    message: 'Layouts need the package svg-sprite, which is not installed.',
    hint: 'Install it, for example with `npm install --save-dev svg-sprite`.',
  },
  'playwright-missing': {
    severity: 'error',
    about: 'usage',
    message: '{browser} requires playwright-core, which is not installed.',
    hint: 'Run {command}.',
  },
  'browser-missing': {
    severity: 'error',
    about: 'usage',
    message: '{browser} was not found on this machine.',
    hint: '{how}',
  },
  'browser-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Unknown browser '{browser}'.",
    hint: 'Use one of: {known}.',
  },
  'browser-failed': {
    severity: 'error',
    about: 'usage',
    message: '{browser} failed: {reason}.',
    hint: 'Check that {browser} starts on this machine, or choose another browser with --browser.',
  },
  'sprite-missing': {
    severity: 'error',
    about: 'usage',
    message: 'The sprite has not been built.',
    hint: 'Run {command} first, or verify the result of a build in memory with --in-memory.',
  },
  'symbol-missing': {
    severity: 'error',
    about: 'icon',
    message: "{sprite} has no symbol '{id}' for this icon.",
    hint: 'Run {command}.',
  },
};

/** Position of a problem and the values of its placeholders. */
export interface DiagnosticInput {
  readonly file: string;
  readonly where?: Where;
  readonly args?: Readonly<Record<string, string>>;
}

/** Creates a diagnostic from the code table. */
export function diagnose(code: TableCode, { file, where, args = {} }: DiagnosticInput): Diagnostic {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
  const { severity, message, hint } = templates[code];
  return {
    code,
    severity,
    file,
    ...(where && { where }),
    message: fill(message),
    hint: fill(hint),
  };
}

/** Diagnostic of an SVG inside an `<image>` of the file; its position is in the inner text. */
export function asEmbeddedImageDiagnostic({ where, ...problem }: Diagnostic): Diagnostic {
  const place = where ? ` (line ${where.line}, column ${where.column})` : '';
  return { ...problem, message: `In an embedded SVG image${place}: ${problem.message}` };
}

/** Checks whether a problem is in the call or the configuration rather than in an icon. Infos are none. */
export function isUsageProblem({ code, severity }: Diagnostic): boolean {
  return severity !== 'info' && !isLint(code) && templates[code].about === 'usage';
}

/** Checks whether a value is a diagnostic code of iconloom. */
export function isDiagnosticCode(code: unknown): code is DiagnosticCode {
  return (
    typeof code === 'string' && (Object.hasOwn(templates, code) || /^lint\/[a-z-]+$/.test(code))
  );
}

function isLint(code: DiagnosticCode): code is LintCode {
  return code.startsWith('lint/');
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
