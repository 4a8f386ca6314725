/** Example of a call. */
export interface HelpExample {
  readonly about: string;
  /** Arguments after `iconloom`, for a shell. */
  readonly call: string;
}

/** Page of the documentation about each command. */
export const DOC_PAGES: Readonly<Record<string, string>> = {
  add: 'README.md',
  build: 'README.md',
  cache: 'README.md',
  check: 'docs/check.md',
  deprecate: 'docs/pull-requests.md',
  diff: 'docs/pull-requests.md',
  explain: 'docs/diagnostics.md',
  init: 'README.md',
  list: 'README.md',
  merge: 'docs/ci.md',
  migrate: 'docs/migrate.md',
  preview: 'docs/preview.md',
  rename: 'docs/pull-requests.md',
  types: 'docs/packages.md',
  verify: 'docs/verify.md',
};

/** Two examples of each command, and of the program by the name `iconloom`. */
export const EXAMPLES: Readonly<Record<string, readonly HelpExample[]>> = {
  iconloom: [
    { about: 'Set up a project: configuration, plugin and a first icon', call: 'init' },
    { about: 'Build the icons of a folder', call: 'build icons --out src/icons' },
  ],
  build: [
    { about: 'Build the icons of a folder', call: 'build icons --out src/icons' },
    {
      about: 'Build again on each change, in the color of the text',
      call: 'build --watch --color currentColor',
    },
  ],
  types: [
    { about: 'Write src/iconloom.d.ts for the configured icons', call: 'types' },
    { about: 'Write the types of a folder into a file', call: 'types icons --dts src/icons.d.ts' },
  ],
  list: [
    { about: 'List the configured icons', call: 'list' },
    { about: 'Print the icons of a folder for a script', call: 'list icons --json' },
  ],
  preview: [
    { about: 'Show the icons in the default browser', call: 'preview --open' },
    { about: 'Show the icons of a folder on a fixed port', call: 'preview icons --port 4000' },
  ],
  diff: [
    { about: 'Compare with the last commit', call: 'diff' },
    { about: 'Write a page of all changes since a branch', call: 'diff main --html icons.html' },
  ],
  init: [
    { about: 'Set up the project, and ask what is not clear', call: 'init' },
    { about: 'Show what would be written', call: 'init --dry-run' },
  ],
  migrate: [
    { about: 'List the changes', call: 'migrate --dry-run' },
    {
      about: 'Change the code of one folder without asking',
      call: "migrate --source 'src/**' --yes",
    },
  ],
  add: [
    { about: 'Add an icon of an installed Iconify set', call: 'add mdi:home' },
    {
      about: 'Add a file under another name, in a folder',
      call: 'add ~/Downloads/menu.svg --name nav/menu',
    },
  ],
  rename: [
    { about: 'Rename an icon; the old name stays as an alias', call: 'rename arrow arrow-left' },
    {
      about: 'Rename it in the code of the app, too',
      call: "rename arrow arrow-left --source 'src/**'",
    },
  ],
  deprecate: [
    { about: 'Mark an icon as deprecated', call: 'deprecate house --use home' },
    { about: 'Show what would be written', call: 'deprecate house --since 2.0.0 --dry-run' },
  ],
  check: [
    { about: 'Check the icons, and the outputs if there are any', call: 'check' },
    {
      about: 'In CI: annotate the pull request, and allow no warnings',
      call: 'check --format github --max-warnings 0',
    },
  ],
  verify: [
    { about: 'Verify the built sprite in every browser that is found', call: 'verify' },
    {
      about: 'Verify without building, and write a page',
      call: 'verify --in-memory --html verify.html',
    },
  ],
  merge: [
    { about: 'Merge the parts in iconloom-shards', call: 'merge' },
    {
      about: 'Merge the parts of a folder into src/icons',
      call: 'merge artifacts --out src/icons',
    },
  ],
  explain: [
    { about: 'List all codes', call: 'explain' },
    { about: 'Explain one', call: 'explain parse-error' },
  ],
  cache: [
    { about: 'Show where the cache is, and its size', call: 'cache' },
    { about: 'Clear it', call: 'cache --clear' },
  ],
};
