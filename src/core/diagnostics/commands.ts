/** Problems with the call of a command, or with the project it runs in. */
export const COMMANDS_DIAGNOSTICS = {
  'source-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Cannot add '{what}': it is {found}.",
    hint: 'Use the path of an SVG file (relative to {cwd}), or set:name such as mdi:home. Nothing is downloaded.',
    cause:
      'An argument of iconloom add is neither the path of an SVG file nor an icon of a set, written as set:name. The command does not use the network.',
    fix: 'Correct the path. To add an icon of a set, install the package of the set first.',
    example: { what: 'hoem.svg', found: 'not a file', cwd: '/home/me/app' },
  },
  'code-unknown': {
    severity: 'error',
    about: 'usage',
    message: "There is no diagnostic code '{code}'.{suggestion}",
    hint: 'Copy the code from a message, where it follows the severity. Run `iconloom explain` to list all codes.',
    cause: 'The argument of iconloom explain is not a code of iconloom. It may be misspelled.',
    fix: 'Copy the code from a message, or find it in docs/diagnostics.md.',
    example: { code: 'parse-eror', suggestion: " Did you mean 'parse-error'?" },
  },
  'set-missing': {
    severity: 'error',
    about: 'usage',
    message:
      "The icon set of '{what}' is not installed: the package {package} is missing.{suggestion}",
    hint: 'Run `{command}` and add the icon again.',
    cause:
      'An icon of a set was requested, but the package with the set is not installed in the project.',
    fix: 'Install the package with the command in the message, then add the icon again.',
    example: {
      what: 'mdi:home',
      package: '@iconify-json/mdi',
      suggestion: '',
      command: 'npm install --save-dev @iconify-json/mdi',
    },
  },
  'target-exists': {
    severity: 'error',
    about: 'usage',
    message: "An icon '{name}' already exists.",
    hint: '{fix}',
    cause:
      'The icons folder already has an icon, or a metadata file, with the name of the icon to add.',
    fix: 'Choose another name with --name. To replace the existing icon, use --force, or delete its file first if the name is spelled differently.',
    example: { name: 'home', fix: 'Choose another name with --name, or replace it with --force.' },
  },
  'app-unclear': {
    severity: 'error',
    about: 'usage',
    message: 'This is a workspace {what}: {choices}.',
    hint: 'Choose one with --app {first}, or run the command in its folder.',
    cause:
      'The folder contains a workspace with several packages, and the command needs one app to set up.',
    fix: 'Name the app with --app, or run the command in the folder of the app.',
    example: { what: 'with several apps', choices: 'apps/web, apps/admin', first: 'apps/web' },
  },
  'rename-refused': {
    severity: 'error',
    about: 'usage',
    message: '{what}: {reason}.{suggestion}',
    hint: '{fix}',
    cause:
      'An icon cannot be renamed, merged or deprecated as requested: the icon does not exist, the new name is taken or not valid, or the icons to merge look different.',
    fix: 'Follow the hint of the message. No file was changed.',
    example: {
      what: "'menu' cannot be renamed to 'nav'",
      reason: 'there is an icon with that name',
      fix: 'Choose another name, or merge them with --merge.',
      suggestion: '',
    },
  },
  'outside-folder': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot write here because {reason}: only files in {folder} can be written.',
    hint: '{fix}',
    cause:
      'The preview writes only into the icons folder. The requested file is outside of it, or its path contains a link, which may lead out of it.',
    fix: 'Choose a name inside the icons folder, or replace the link with a real folder.',
    example: {
      reason: 'icons/nav is a link',
      folder: 'icons',
      fix: 'Choose another name.',
    },
  },
  'port-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'The preview cannot listen on port {port}: {reason}.',
    hint: 'Choose another port with --port, or omit it to use a free port.',
    cause:
      'Another program already listens on the port, the system does not allow the port, or the value is not a port number.',
    fix: 'Choose another number from 1024 to 65535, or leave --port out.',
    example: { port: '80', reason: 'only an administrator may' },
  },
  'source-empty': {
    severity: 'error',
    about: 'usage',
    message: "'{input}' matches no source code.",
    hint: 'Check the path (relative to {cwd}), and quote globs.',
    cause: 'The value of --source is a path or glob that matches no file with code.',
    fix: 'Correct the path. Put quotes around a glob so that the shell does not expand it.',
    example: { input: 'source/**/*.ts', cwd: '/home/me/app' },
  },
  'revision-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Cannot read the icons of '{revision}': {reason}.",
    hint: '{fix}',
    cause:
      'git does not know the branch, tag or commit, or the clone is shallow and lacks its history.',
    fix: 'Correct the name. In CI, fetch the history, for example with fetch-depth: 0.',
    example: {
      revision: 'v9.9.9',
      reason: 'git does not know it',
      fix: 'Use a branch, tag or commit of this repository.',
    },
  },
  'git-failed': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot read the git repository: {reason}.',
    hint: 'Run the command in a git repository, or compare with --folder or --package.',
    cause:
      'The command compares with a state in git, but git is not installed, the folder is not in a repository, or git reported an error.',
    fix: 'Run the command inside a repository. Without git, compare with --folder or --package.',
    example: { reason: 'this is not a git repository' },
  },
  'diff-unusable': {
    severity: 'error',
    about: 'usage',
    message: "Cannot compare with '{what}': {reason}.",
    hint: '{fix}',
    cause:
      'The other side of a comparison cannot be read: more than one is named, the package is not installed, or it has no icons in a known folder.',
    fix: 'Name one side: a revision, --folder or --package. For a package, add the folder of its icons to the name.',
    example: {
      what: 'lucide',
      reason: 'the package is not installed',
      fix: 'Install it first, in any version: npm install --no-save name@version.',
    },
  },
  'config-not-edited': {
    severity: 'warning',
    about: 'usage',
    message: 'The file was not edited because it {reason}.',
    hint: '{fix}',
    cause:
      'A command wanted to change a configuration file, but the code has a form in which the right place is not certain. The file is unchanged.',
    fix: 'Make the change that the hint describes by hand.',
    example: { reason: 'does not export an object', fix: "Add the alias 'old' for 'new' by hand." },
  },
  'nothing-to-migrate': {
    severity: 'error',
    about: 'usage',
    message: 'The project uses none of the tools that iconloom can migrate.',
    hint: 'Run the command in the folder of a package.json that lists one of these: vite-plugin-svg-icons, vite-plugin-svg-icons-ng, svg-sprite, SVGR, svg-sprite-loader or unplugin-icons.',
    cause: 'The package.json of the folder lists none of the tools that iconloom migrate supports.',
    fix: 'Run the command in the folder of the app. For a new project, use iconloom init.',
    example: {},
  },
} as const;
