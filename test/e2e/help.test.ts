import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const COMMANDS = [
  ...['init', 'migrate', 'build', 'types', 'list', 'preview', 'diff', 'add', 'rename'],
  ...['deprecate', 'check', 'verify', 'merge', 'explain', 'cache'],
];

const helpOf = async (...args: string[]) =>
  (await run(temporaryFolder(), ...args, '--help')).stdout;

/** Calls of the examples, as arguments. */
const examplesIn = (help: string): readonly (readonly string[])[] =>
  [...help.matchAll(/^ {2}npx iconloom (.+)$/gm)].map(([, call = '']) =>
    [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ''),
  );

/** Long flags of a help text. */
const flagsIn = (help: string) =>
  [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);

test.each(COMMANDS)('the help of %s', async (command) => {
  const help = await helpOf(command);
  // Each flag has a group.
  expect(help).not.toMatch(/^Options:/m);
  expect(flagsIn(help)).toContain('--help');
  const lines = help.split('\n').filter((line) => !line.startsWith('Documentation: '));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  const examples = examplesIn(help);
  expect(examples).toHaveLength(2);
  for (const [name, ...args] of examples) {
    expect(name).toBe(command);
    const flags = args.filter((each) => each.startsWith('-'));
    expect(flagsIn(help)).toEqual(expect.arrayContaining(flags));
  }
  const [, page = ''] = /^Documentation: (.+)$/m.exec(help) ?? [];
  expect(existsSync(page)).toBe(true);
});

describe('the help of the program', () => {
  test('groups all commands by task', async () => {
    const help = await helpOf();
    const listed = [...help.matchAll(/^ {2}([a-z]+)(?: [<[].*?)? {2,}/gm)].map(([, name]) => name);
    expect([...listed].sort()).toEqual([...COMMANDS, 'help'].sort());
    expect(help).not.toMatch(/^Commands:/m);
    expect(examplesIn(help)).toHaveLength(2);
  });

  test.each([
    [['help', 'list'], 'Usage: iconloom list'],
    [['build', '-wh'], 'Input:\n'],
  ])('%j prints it, too', async (args, text) => {
    const { code, stdout } = await run(temporaryFolder(), ...args);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(text) });
  });
});

/** Project in which the examples have what they name. */
const PROJECT = {
  'package.json': '{}',
  'icons/arrow.svg': square(8),
  'icons/house.svg': square(6),
  'icons/home.svg': square(4),
  'src/main.js': "import { Icon } from 'iconloom';\n",
};

/** Examples of these need a browser, a server, git, another tool or a package, or do not end. */
const NEEDS_MORE = ['verify', 'preview', 'diff', 'migrate', 'add', 'merge'];

test.each(COMMANDS.filter((each) => !NEEDS_MORE.includes(each)))(
  'the examples of %s work as they are',
  async (command) => {
    for (const args of examplesIn(await helpOf(command))) {
      if (args.includes('--watch')) continue;
      const cwd = temporaryFolder();
      writeTree(cwd, PROJECT);
      const { code, stderr } = await run(cwd, ...args);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    }
  },
);

describe('flags that a command does not list', () => {
  test.each([
    ['merge', ['--exclude', '--threads', '--cache', '--no-cache']],
    ['verify', ['--names', '--base', '--layout', '--style', '--catalog', '--keep-going']],
    ['deprecate', ['--yes']],
  ])('%s: %j', async (command, hidden) => {
    expect(flagsIn(await helpOf(command)).filter((flag) => hidden.includes(flag ?? ''))).toEqual(
      [],
    );
  });

  test('are accepted', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, PROJECT);
    await run(cwd, 'build', '--shard', '1/1');
    const merged = await run(
      ...[cwd, 'merge', '--exclude', 'x.svg', '--threads', '1', '--no-cache'],
    );
    expect(merged).toMatchObject({ code: 0, stderr: '' });
    const deprecated = await run(cwd, 'deprecate', 'house', '--yes');
    expect(deprecated).toMatchObject({ code: 0, stderr: '' });
  });

  test('with others are reported if these leave them without effect', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, PROJECT);
    const { stderr } = await run(cwd, 'build', '--shard', '1/1', '--profile', 'trace.json');
    expect(stderr).toBe("warning: '--profile' has no effect with --shard.\n");
    expect(existsSync(join(cwd, 'trace.json'))).toBe(false);
  });
});

interface Effect {
  readonly args: readonly string[];
  /** Files beside those of the project. */
  readonly more: Readonly<Record<string, string>>;
}

describe('flags of a build have an effect', () => {
  const BAD = { 'icons/bad.svg': '<svg' };
  const WIDE = square(8).replace('d="M0 0', 'stroke="red" d="M0.12345 0');
  const SCRIPT = square(8).replace('<path', '<script/><path');
  const GRADIENT = square(8).replace(
    '<path',
    '<linearGradient id="g"><stop stop-color="red"/></linearGradient><path fill="url(#g)"',
  );

  /** Flags with a project on which they change what is written. */
  const EFFECTS: readonly Effect[] = [
    { args: ['--out', 'other'], more: {} },
    { args: ['--public-dir', 'public'], more: {} },
    { args: ['--file-name', 'x.svg'], more: {} },
    { args: ['--exclude', 'icons/home.svg'], more: {} },
    { args: ['--prefix', 'a-'], more: {} },
    { args: ['--ids', 'x-[name]'], more: {} },
    { args: ['--names', 'ts'], more: {} },
    { args: ['--base', '/x/'], more: {} },
    { args: ['--layout', 'css'], more: {} },
    { args: ['--layout', 'css', '--style', 'scss'], more: {} },
    { args: ['--catalog', 'file'], more: {} },
    { args: ['--precision', '1'], more: { 'icons/wide.svg': WIDE } },
    { args: ['--color', 'currentColor'], more: {} },
    { args: ['--no-portable'], more: { 'icons/gradient.svg': GRADIENT } },
    { args: ['--active-content', 'remove'], more: { 'icons/script.svg': SCRIPT } },
    { args: ['--split', 'folder'], more: { 'icons/nav/up.svg': square(3) } },
    { args: ['--keep-going'], more: BAD },
  ];

  const contents = (cwd: string) => {
    const { 'package.json': _, ...files } = readTree(cwd);
    return Object.entries(files).filter(([path]) => !/^(node_modules|icons|src)\//.test(path));
  };

  test.each(EFFECTS)('build $args', async ({ args, more }) => {
    const plain = temporaryFolder();
    const flagged = temporaryFolder();
    // For styles, the layouts alone are no effect.
    const basis = args.includes('--style') ? ['--layout', 'css'] : [];
    for (const cwd of [plain, flagged]) writeTree(cwd, { ...PROJECT, ...more });
    await run(plain, 'build', ...basis);
    await run(flagged, 'build', ...args);
    expect(contents(flagged)).not.toEqual(contents(plain));
  });

  test.each(EFFECTS)('check $args', async ({ args, more }) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { ...PROJECT, ...more });
    const basis = args.includes('--style') ? ['--layout', 'css'] : [];
    // Outputs that a check with the flag finds out of date, unless it is the flag of this build.
    await run(cwd, 'build', ...basis, '--keep-going');
    writeTree(cwd, { 'icons/home.svg': square(5) });
    const strip = (text: string) => text.replace(/in \d+\.\d+ s/g, '');
    const plain = await run(cwd, 'check', '--drift', '--verbose', ...basis);
    const flagged = await run(cwd, 'check', '--drift', '--verbose', ...args);
    expect(strip(flagged.stdout + flagged.stderr)).not.toBe(strip(plain.stdout + plain.stderr));
  });

  test.each(EFFECTS.filter(({ args }) => args[0] !== '--exclude'))(
    'merge $args',
    async ({ args, more }) => {
      const cwd = temporaryFolder();
      const basis = args.includes('--style') ? ['--layout', 'css'] : [];
      const { 'icons/bad.svg': _, 'icons/script.svg': __, ...good } = more;
      writeTree(cwd, { ...PROJECT, ...good });
      await run(cwd, 'build', '--shard', '1/1', ...basis);
      const plain = await run(cwd, 'merge', ...basis);
      expect(plain.code).toBe(0);
      const before = contents(cwd);
      const { code } = await run(cwd, 'merge', ...args);
      // Refused, since the shards had other flags, or written elsewhere.
      expect(code === 2 || JSON.stringify(contents(cwd)) !== JSON.stringify(before)).toBe(true);
    },
  );
});
