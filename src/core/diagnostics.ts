/** `error` stops the build; `warning` is told and the build goes on; `info` is for the curious. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a file, both counted from 1. */
export interface Where {
  readonly line: number;
  readonly column: number;
}

/** One problem, as data: what, where, and how to mend it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The file that has the problem, relative to the working folder. */
  readonly file: string;
  readonly where?: Where;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** How to mend it, one sentence. */
  readonly hint: string;
  /** PNG that shows the problem: the drawing before, after, and the difference. */
  readonly picture?: Uint8Array;
  /** Whether `iconloom check --fix` mends it. */
  readonly fixable?: true;
  /** Further files that have to do with it, as its file is named. */
  readonly others?: readonly string[];
}

interface Wording {
  readonly severity: Severity;
  /** Whose problem it is: an icon's (exit code 1) or the call's and configuration's (exit code 2). */
  readonly about: 'icon' | 'usage';
  /** May hold `{placeholders}` that the finder of the problem fills in. */
  readonly message: string;
  readonly hint: string;
}

/** What a rule of `iconloom check` tells of: `lint/`, and the rule's name. */
type LintCode = `lint/${string}`;

/** The kinds of problem iconloom tells of. Stable, for use in scripts. */
export type DiagnosticCode = TableCode | LintCode;

/** Kinds of problem that are worded in the table; rules word theirs themselves. */
export type TableCode =
  | 'unknown-option'
  | 'invalid-option'
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

const codes: Readonly<Record<TableCode, Wording>> = {
  'unknown-option': {
    severity: 'error',
    about: 'usage',
    message: "Unknown option '{key}'.{suggestion}",
    hint: 'Remove it or correct its name; the options are: {known}.',
  },
  'invalid-option': {
    severity: 'error',
    about: 'usage',
    message: "Option '{key}' must be {expected}, not {received}.{suggestion}",
    hint: 'Change the value of {key}; README.md has a table of all options.',
  },
  'config-unreadable': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration cannot be loaded: {reason}',
    hint: 'Check that the file exists, has no mistake and exports the configuration as its default.',
  },
  'input-empty': {
    severity: 'error',
    about: 'usage',
    message: "The input '{input}' matches no SVG file.",
    hint: 'Check the path (it is taken from {cwd}), install it if it is a package, or name another folder or glob.',
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
    message: "The package '{name}' has no '{path}'.",
    hint: 'Name a folder, an SVG file or a glob that the package has and exports.',
  },
  'iconify-unusable': {
    severity: 'error',
    about: 'usage',
    message: "The icons of '{from}' cannot be read: {reason}.",
    hint: 'Install the package, or give the path of the JSON file of a set.',
  },
  'iconify-unknown': {
    severity: 'error',
    about: 'usage',
    message: "'{from}' has no icon '{name}'.{suggestion}",
    hint: 'Look the name up on the page of the set, without the name of the set before it.',
  },
  'source-unknown': {
    severity: 'error',
    about: 'usage',
    message: "'{what}' is {found}.",
    hint: 'Give the path of an SVG file (it is taken from {cwd}), or set:name such as mdi:home; nothing is downloaded.',
  },
  'app-unclear': {
    severity: 'error',
    about: 'usage',
    message: 'This is a workspace {what}: {choices}.',
    hint: 'Name one with --app {first}, or run the command in its folder.',
  },
  'set-missing': {
    severity: 'error',
    about: 'usage',
    message:
      "The icon set of '{what}' is not installed: there is no package {package}.{suggestion}",
    hint: 'Run `{command}` and add the icon again.',
  },
  'no-icons-folder': {
    severity: 'error',
    about: 'usage',
    message: 'The configuration names no folder to put icons into.',
    hint: "Name one with --to, or add a folder to 'inputs'.",
  },
  'target-exists': {
    severity: 'error',
    about: 'usage',
    message: "There is an icon '{name}' already.",
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
    message: 'Nothing is written here, since {reason}: only files in {folder} are.',
    hint: '{fix}',
  },
  'port-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'The preview cannot listen on port {port}: {reason}.',
    hint: 'Name another with --port, or leave it out to take one that is free.',
  },
  'source-empty': {
    severity: 'error',
    about: 'usage',
    message: "'{input}' matches no code.",
    hint: 'Check the path (it is taken from {cwd}), and put globs into quotes.',
  },
  'revision-unknown': {
    severity: 'error',
    about: 'usage',
    message: "The icons of '{revision}' cannot be read: {reason}.",
    hint: '{fix}',
  },
  'git-failed': {
    severity: 'error',
    about: 'usage',
    message: 'The repository cannot be read: {reason}.',
    hint: 'Run the command in a git repository, or compare with --folder or --package.',
  },
  'diff-unusable': {
    severity: 'error',
    about: 'usage',
    message: "'{what}' cannot be compared with: {reason}.",
    hint: '{fix}',
  },
  'config-not-edited': {
    severity: 'warning',
    about: 'usage',
    message: 'The file was left as it is, since it {reason}.',
    hint: '{fix}',
  },
  'shards-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'The partial results cannot be joined: {reason}.',
    hint: 'Build all shards anew with the same drawings, options and version, and hand all of them over.',
  },
  'out-is-input': {
    severity: 'error',
    about: 'usage',
    message: "The output folder '{out}' is also an input.",
    hint: 'Write to another folder with --out, so that outputs are never read as icons.',
  },
  'output-clash': {
    severity: 'error',
    about: 'usage',
    message: 'Two outputs would have this name.',
    hint: 'Rename the folder that the sprite is named after, or leave the layout out.',
  },
  'would-overwrite': {
    severity: 'error',
    about: 'usage',
    message: 'The sprite would be written over this file, which is also an input.',
    hint: 'Rename the drawing or choose another output folder; if it is an old sprite, delete it.',
  },
  'draws-nothing': {
    severity: 'warning',
    about: 'icon',
    message: 'Nothing of the drawing is visible.',
    hint: 'Check that it has shapes and that they are not hidden; the icon will be empty.',
  },
  'file-unreadable': {
    severity: 'error',
    about: 'icon',
    message: 'The file cannot be read: {reason}',
    hint: 'Check that it exists and that you may read it.',
  },
  'not-svg': {
    severity: 'error',
    about: 'icon',
    message: 'This is not an SVG drawing: {found}.',
    hint: 'Export the icon as plain SVG again, or move the file out of the input.',
  },
  'parse-error': {
    severity: 'error',
    about: 'icon',
    message: 'The XML cannot be parsed: {reason}',
    hint: 'Open the file at this place and correct it, or export the icon again.',
  },
  'entities-too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The entities that the drawing defines add up to more than a million characters.',
    hint: 'Export the icon again as plain SVG; no drawing tool writes entities like these.',
  },
  'nesting-not-flat': {
    severity: 'error',
    about: 'icon',
    message:
      'The rules inside rules in a <style> cannot be written one after another: they {problem}.',
    hint: 'Write each rule for itself, with whole selectors, or export the icon again as plain SVG.',
  },
  'too-large': {
    severity: 'error',
    about: 'icon',
    message: 'The drawing is too large: it has more than {most} {what}.',
    hint: 'Export it simpler or with bitmaps left out; if it is right as it is, raise limits.{limit} in the configuration.',
  },
  'no-size': {
    severity: 'error',
    about: 'icon',
    message: 'The drawing has no usable size: {found}.',
    hint: 'Give the <svg> element a viewBox such as viewBox="0 0 24 24".',
  },
  'active-content': {
    severity: 'error',
    about: 'icon',
    message: 'The drawing holds active content: {found}.',
    hint: "Delete it from the file, since a sprite's scripts run on your site; or set activeContent to 'remove'.",
  },
  'active-content-removed': {
    severity: 'warning',
    about: 'icon',
    message: 'Active content was removed from the drawing: {found}.',
    hint: 'Delete it from the file, and ask where the file came from.',
  },
  'not-allowed': {
    severity: 'warning',
    about: 'icon',
    message: 'What is not known to be safe in a sprite was removed: {found}.',
    hint: 'Draw it another way if the icon needs it; docs/security.md lists what is kept.',
  },
  'outside-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'A reference to something outside the drawing was removed: {found}.',
    hint: 'Embed what it refers to in the drawing, or delete the reference.',
  },
  'dangling-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'The drawing refers to {ids}, which it does not define.',
    hint: 'Delete what refers to it, or add what it should mean; nothing is drawn there now.',
  },
  'circular-reference': {
    severity: 'warning',
    about: 'icon',
    message:
      'A reference to {ids} leads back to itself and was removed; browsers draw nothing there.',
    hint: 'Delete the reference from the file, or copy what it should draw.',
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
    message: 'Part of the icon depends on the page around it: {found}.',
    hint: 'Write lengths without a unit, and move transform, clip-path, mask and filter from <svg> to a <g> around everything.',
  },
  'text-element': {
    severity: 'warning',
    about: 'icon',
    message:
      'The drawing holds text, which looks different where its font is missing, and does not follow the page’s colors.',
    hint: 'Convert the text to outlines (paths) in your drawing tool.',
  },
  'raster-image': {
    severity: 'warning',
    about: 'icon',
    message: 'The drawing embeds a bitmap, which blurs when it is enlarged.',
    hint: 'Replace the bitmap by shapes.',
  },
  'bitmap-unreadable': {
    severity: 'warning',
    about: 'icon',
    message: 'A bitmap was left out, since it cannot be read: {found}.',
    hint: 'Embed it as PNG again; what is read is PNG, JPEG, GIF, WebP and AVIF (no AVIF movies), whole files only.',
  },
  'plugin-failed': {
    severity: 'error',
    about: 'icon',
    message: 'Optimizing the drawing failed: {reason}',
    hint: 'If it goes away without your own svgo plugins, the mistake is there; else please report it with the file.',
  },
  'optimized-gently': {
    severity: 'info',
    about: 'icon',
    message:
      'The default optimization would change the picture, so the icon was {about} (+{cost} bytes){pass}.',
    hint: 'Nothing needs to be done. Simpler shapes in the source would save the bytes.',
  },
  'picture-differs': {
    severity: 'error',
    about: 'icon',
    message: 'The icon does not look like its source: {percent} % of the pixels differ{what}.',
    hint: '{fix}; or accept it for this icon with "verify": {tolerance} in {meta}.',
  },
  'last-good-kept': {
    severity: 'warning',
    about: 'icon',
    message: 'The outputs still hold the last good version of this icon.',
    hint: 'Mend the errors above; the watch goes on.',
  },
  'unsafe-symbol': {
    severity: 'error',
    about: 'icon',
    message: 'The icon was left out, since what was made of it is not safe in a page: {reason}.',
    hint: '{remedy}',
  },
  'link-outside': {
    severity: 'error',
    about: 'icon',
    message: 'It is a link that leads out of the project, to {target}.',
    hint: 'Copy what it leads to into the project, or name that path as an input of its own.',
  },
  'not-proven': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon could not be verified visually: {reason}.',
    hint: 'Look at the icon in a page. Remove what lies outside the viewBox and elaborate styles, or set "verify": false in its metadata.',
  },
  'not-portable': {
    severity: 'warning',
    about: 'icon',
    message:
      'In an external sprite, not every browser draws all of this icon: it needs {needs} and follows the color of the page, so it cannot become an image.',
    hint: 'Put this icon into the page (an inlined sprite is right everywhere), or draw it without {needs}.',
  },
  'image-snapped': {
    severity: 'info',
    about: 'icon',
    message:
      'This icon is an image, since it needs {needs}, and is not square: Firefox fits images to whole pixels, which can move an edge by less than a pixel.',
    hint: 'Draw it on a square viewBox if that shows, or inline the sprite and set portable to false.',
  },
  'many-images': {
    severity: 'warning',
    about: 'icon',
    message:
      'The sprite holds {count} images, and Chromium takes seconds to show any icon of a sprite with more than {limit}.',
    hint: 'Split the icons into several builds, or inline the sprite and set portable to false; docs/browsers.md has the figures.',
  },
  'colors-kept': {
    severity: 'info',
    about: 'icon',
    message: "The icon keeps its colors, although color is '{mode}': {reason}.",
    hint: '{fix}',
  },
  'color-unsupported': {
    severity: 'warning',
    about: 'icon',
    message: "The icon keeps its color, although color is '{mode}': {reason}.",
    hint: '{fix}',
  },
  'name-empty': {
    severity: 'error',
    about: 'icon',
    message: 'No name can be made from this path: it has no letter or digit{found}.',
    hint: 'Rename the file, for example to arrow-left.svg.',
  },
  'name-reserved': {
    severity: 'error',
    about: 'usage',
    message: "No icon can be called '{name}': {reason}.",
    hint: 'Choose another name, such as {name}-icon.',
  },
  'file-passed-over': {
    severity: 'warning',
    about: 'icon',
    message: 'The {what} was passed over, since {reason}.',
    hint: '{fix}',
  },
  'name-clash': {
    severity: 'error',
    about: 'icon',
    message: "This file and {other} both get the name '{name}'.",
    hint: 'Rename one of the two; letter case, spaces and punctuation make no difference to a name.',
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
      "The alias '{alias}' of '{name}' has a character that ids cannot have; use letters, digits and . _ - : / @ + ~",
    hint: "Write it as '{suggestion}'.",
  },
  'alias-unknown': {
    severity: 'error',
    about: 'usage',
    message: "The alias '{alias}' stands for '{name}', and there is no such icon.{suggestion}",
    hint: "Correct the name under 'aliases' in the configuration.",
  },
  'id-clash': {
    severity: 'error',
    about: 'icon',
    message: "The id '{id}' ({from}) of '{name}' is also the id of '{owner}', {other}.",
    hint: "Change 'ids' in the configuration so that the two differ, for example with '[dir]' in it, or rename one of the files.",
  },
  'id-unusable': {
    severity: 'warning',
    about: 'icon',
    message:
      "'{name}' gets no id by '{from}': '{id}' has a character that ids cannot have; use letters, digits and . _ - : / @ + ~",
    hint: 'Rename the file, and change the links to it.',
  },
  'meta-invalid': {
    severity: 'error',
    about: 'icon',
    message: 'The metadata cannot be used: {reason}',
    hint: 'It is a JSON object with the keys title, category, trademark, color, verify, tags, aliases, directional, source, license, author, deprecated and exceptions, all optional.',
  },
  'meta-stale': {
    severity: 'warning',
    about: 'icon',
    message: 'The metadata has no icon: there is no {svg} beside it.',
    hint: 'Delete the metadata, or rename it to match its icon.',
  },
  'foreign-manifest': {
    severity: 'error',
    about: 'usage',
    message: 'The manifest would be written over this file, which iconloom did not write.',
    hint: 'Choose another folder with --out; if the file is not needed, delete it.',
  },
  'out-locked': {
    severity: 'error',
    about: 'icon',
    message: 'Another build is writing to the folder: {who}.',
    hint: 'Wait for it to end and build again; if there is no such build, delete this file.',
  },
  'write-failed': {
    severity: 'error',
    about: 'icon',
    message: 'The file cannot be written: {reason}',
    hint: '{fix}',
  },
  'icon-unknown': {
    severity: 'error',
    about: 'icon',
    message: "There is no icon '{name}'.{suggestion}",
    hint: 'Correct the name, or add the drawing to the icons.',
  },
  'safelist-unused': {
    severity: 'warning',
    about: 'usage',
    message: "No icon is called '{glob}', which is in the safelist.{suggestion}",
    hint: 'Correct it or take it out of safelist; it is a name, or a glob of names such as flag-*.',
  },
  'critical-unknown': {
    severity: 'error',
    about: 'usage',
    message: "There is no icon '{name}', which is to be put into the page.{suggestion}",
    hint: 'Correct the name in critical, or take it out.',
  },
  'no-icons-used': {
    severity: 'warning',
    about: 'usage',
    message:
      'The app asks for a sprite, and none of its {count} icons is used, so that the sprite is empty.',
    hint: "Name icons in the code (<Icon name=\"home\">, iconHref('home')), set 'ids' for links of other tools such as <use href=\"#icon-home\">, or list icons whose names come at run time under 'safelist'. If the app shows no icon, remove the import.",
  },
  'link-unknown': {
    severity: 'warning',
    about: 'usage',
    message: "'#{id}' links to an icon, and no icon has that id.{suggestion}",
    hint: "Correct the link, or give the icon this id with 'ids' or 'aliases' in the configuration.",
  },
  'link-without-sprite': {
    severity: 'warning',
    about: 'usage',
    message:
      "'#{id}' links to a symbol in the page, and the symbols are in a file, so that nothing is drawn.",
    hint: "Add `import 'virtual:iconloom/inline';` to the entry of the app.",
  },
  'nothing-to-migrate': {
    severity: 'error',
    about: 'usage',
    message: 'The project has none of the tools that can be migrated.',
    hint: 'They are: vite-plugin-svg-icons, vite-plugin-svg-icons-ng, svg-sprite, SVGR, svg-sprite-loader and unplugin-icons. Run the command beside the package.json that names one.',
  },
  'two-plugins': {
    severity: 'error',
    about: 'usage',
    message: 'The iconloom plugin is in the configuration {count} times.',
    hint: 'Leave one in, with the inputs of all: they would answer the same imports.',
  },
  'client-build-missing': {
    severity: 'error',
    about: 'usage',
    message: 'The server build cannot know the URL of the sprite, since there was no client build.',
    hint: 'Build for the client first, with the same drawings and options: what it wrote is kept in {record}. Where a framework builds the server first, set fileName to one without [hash]; where there is no client build, set server to false.',
  },
  'client-build-lacks': {
    severity: 'error',
    about: 'usage',
    message: "The server shows '{name}', which the sprite of the client build does not hold.",
    hint: 'Add it to safelist, and build the client again.',
  },
  'client-build-later': {
    severity: 'error',
    about: 'usage',
    message:
      'The server was built before the client and links to {before}, but the client build has now written {after}.',
    hint: 'Build once more; where a framework always builds the server first, set fileName to one without [hash].',
  },
  'server-base-unknown': {
    severity: 'error',
    about: 'usage',
    message:
      'The server build cannot know the URL of the sprite: the client build links relative to its scripts, and only the browser knows where those are.',
    hint: "Set base, or the bundler's public path of the client build to a path or URL such as '/assets/', and build the client first. A build that has no client writes its own sprite with `server: false`.",
  },
  'no-output-folder': {
    severity: 'error',
    about: 'usage',
    message: 'There is no folder to write the sprite to: the build writes to the standard output.',
    hint: "Set outdir or outfile, or import 'virtual:iconloom/inline' to put the sprite into the page.",
  },
  'critical-without-page': {
    severity: 'error',
    about: 'usage',
    message: 'Icons cannot be put into the page: only Vite has an index.html to put them into.',
    hint: "Take out critical, or import 'virtual:iconloom/inline' to put all into the page.",
  },
  'unknown-rule': {
    severity: 'error',
    about: 'usage',
    message: "There is no rule '{rule}'.{suggestion}",
    hint: 'Correct its name in check.rules, or take it out; the rules are: {known}.',
  },
  'invalid-rule': {
    severity: 'error',
    about: 'usage',
    message:
      "The rule '{rule}' must be 'off', 'info', 'warning', 'error', or a list of one of these and an object of options, not {received}.{suggestion}",
    hint: "Change check.rules: { '{rule}': 'warning' }, or { '{rule}': ['warning', { … }] }.",
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
    hint: 'Change it in check.rules; it says: {about}.',
  },
  'exception-unknown': {
    severity: 'error',
    about: 'icon',
    message: "The exception is from a rule '{rule}', which there is not.{suggestion}",
    hint: 'Correct the name under exceptions, or take it out; the rules are: {known}.',
  },
  'exception-unused': {
    severity: 'warning',
    about: 'icon',
    message: "The exception from '{rule}' is not needed: the icon keeps the rule.",
    hint: 'Take it out of exceptions.',
  },
  'outputs-stale': {
    severity: 'error',
    about: 'icon',
    message: 'The outputs in {out} are not what a build would write now: {what}.',
    hint: 'Run {command}, and commit what it writes.',
  },
  'outputs-uncommitted': {
    severity: 'info',
    about: 'icon',
    message:
      'The outputs in {out}, which git ignores, are not what a build would write now: {what}.',
    hint: 'Run {command}.',
  },
  'outputs-missing': {
    severity: 'info',
    about: 'icon',
    message: 'There is no build in {out} to compare with.',
    hint: 'Run {command} to make one; with --drift, this is an error.',
  },
  'fix-refused': {
    severity: 'warning',
    about: 'icon',
    message: 'The fixes of this file were not written: {reason}.',
    hint: 'Mend it in the drawing tool, as the problems of the file say.',
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
    message: '{browser} is driven through playwright-core, which is not installed.',
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
    hint: 'The browsers are: {known}.',
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
    hint: 'Run {command} first, or verify what it would write with --in-memory.',
  },
  'symbol-missing': {
    severity: 'error',
    about: 'icon',
    message: "{sprite} has no symbol '{id}' for this icon.",
    hint: 'Run {command}.',
  },
};

/** What the finder of a problem knows. */
export interface Finding {
  readonly file: string;
  readonly where?: Where;
  readonly args?: Readonly<Record<string, string>>;
}

/** Words a finding after the code table. */
export function diagnose(code: TableCode, { file, where, args = {} }: Finding): Diagnostic {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
  const { severity, message, hint } = codes[code];
  return {
    code,
    severity,
    file,
    ...(where && { where }),
    message: fill(message),
    hint: fill(hint),
  };
}

/** A problem of a drawing that stands in an `<image>` of the file; places are the inner text's. */
export function inEmbeddedImage({ where, ...problem }: Diagnostic): Diagnostic {
  const place = where ? `, line ${where.line}, column ${where.column} of it` : '';
  return { ...problem, message: `In an embedded SVG image${place}: ${problem.message}` };
}

/** Whether a problem is the call's or the configuration's rather than an icon's. */
export function isUsage({ code }: Diagnostic): boolean {
  return !isLint(code) && codes[code].about === 'usage';
}

/** Whether a value is the code of a problem that iconloom reports. */
export function isDiagnosticCode(code: unknown): code is DiagnosticCode {
  return typeof code === 'string' && (Object.hasOwn(codes, code) || /^lint\/[a-z-]+$/.test(code));
}

function isLint(code: DiagnosticCode): code is LintCode {
  return code.startsWith('lint/');
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
