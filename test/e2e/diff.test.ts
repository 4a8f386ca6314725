import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { changelogOf } from '../../src/diff/changelog.ts';
import { type DiffOptions, type DiffResult, diffIcons } from '../../src/diff/diff-icons.ts';
import { renderHtml } from '../../src/diff/report/html.ts';
import { renderMarkdown } from '../../src/diff/report/markdown.ts';
import { build } from '../../src/pipeline/build.ts';
import { jsonOf, run } from './run-cli.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const circle = (radius: number, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${more}><circle cx="12" cy="12" r="${radius}"/></svg>\n`;
const meta = (said: object) => JSON.stringify(said);

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A repository with a commit for each of the states; a file that is `null` is deleted. */
function repository(...states: readonly Readonly<Record<string, string | null>>[]): string {
  const cwd = temporaryFolder();
  git(cwd, 'init', '-q', '-b', 'main');
  for (const [index, state] of states.entries()) {
    change(cwd, state);
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', `${index}`);
    git(cwd, 'tag', `v${index}`);
  }
  return cwd;
}

function change(cwd: string, state: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(state)) {
    if (text === null) rmSync(join(cwd, path));
    else writeTree(cwd, { [path]: text });
  }
}

function diffIn(cwd: string, options: DiffOptions = {}, config: object = {}): Promise<DiffResult> {
  return diffIcons(resolveConfig(config, { cwd, configFile: 'x' }), options);
}

/** What differs, a word and the names for each kind that is there. */
async function kindsOf(cwd: string, options?: DiffOptions, config?: object): Promise<string[]> {
  const { diff } = await diffIn(cwd, options, config);
  const named = {
    removed: diff.removed.map(({ name }) => name),
    renamed: diff.renamed.map(({ before, after }) => `${before.name}→${after.name}`),
    changed: diff.changed.map(({ after }) => after.name),
    added: diff.added.map(({ name }) => name),
    metadata: diff.metadata.map(({ after }) => after.name),
    rewritten: diff.rewritten.map(({ after }) => after.name),
    aliases: diff.aliases.map(({ alias, before, after }) => `${alias}:${before}→${after}`),
  };
  return Object.entries(named).flatMap(([kind, all]) =>
    all.length > 0 ? [`${kind} ${all.join(' ')}`] : [],
  );
}

const START = { 'icons/a.svg': square(8), 'icons/b.svg': square(10), 'icons/c.svg': circle(6) };

describe('between a commit and now', () => {
  test('nothing differs where nothing has changed', async () => {
    const cwd = repository(START);
    expect(await kindsOf(cwd)).toEqual([]);
    expect((await diffIn(cwd)).diff.unchanged).toBe(3);
  });

  test.each<[string, Readonly<Record<string, string | null>>, readonly string[]]>([
    ['an icon came', { 'icons/d.svg': circle(3) }, ['added d']],
    ['an icon went', { 'icons/a.svg': null }, ['removed a']],
    ['a picture changed', { 'icons/a.svg': square(9) }, ['changed a']],
    [
      'other spelling changes nothing',
      { 'icons/a.svg': square(8).replace('M0 0h8', 'M 0,0 h 8') },
      [],
    ],
    ['a file moved', { 'icons/a.svg': null, 'icons/x/y.svg': square(8) }, ['renamed a→x-y']],
    [
      'the same picture by other code is a rename',
      {
        'icons/a.svg': null,
        'icons/y.svg': square(8).replace(/<path.*\/>/, '<path d="M0 0h8v4H0zM0 4h8v4H0z"/>'),
      },
      ['renamed a→y'],
    ],
    [
      'an alias of the old name is a rename, whatever the picture',
      {
        'icons/a.svg': null,
        'icons/y.svg': circle(2),
        'icons/y.meta.json': meta({ aliases: ['a'] }),
      },
      ['renamed a→y'],
    ],
    ['only metadata', { 'icons/a.meta.json': meta({ tags: ['x'] }) }, ['metadata a']],
    [
      'the same picture by other code',
      { 'icons/a.svg': square(8).replace(/<path.*\/>/, '<path d="M0 0h8v4H0zM0 4h8v4H0z"/>') },
      ['rewritten a'],
    ],
    [
      'an alias came',
      { 'icons/a.meta.json': meta({ aliases: ['z'] }) },
      ['metadata a', 'aliases z:undefined→a'],
    ],
    [
      'white on nothing is seen',
      { 'icons/a.svg': square(8).replace('<path', '<path fill="#fff"') },
      ['changed a'],
    ],
    [
      'another size is a change, also where the picture is the same',
      { 'icons/c.svg': circle(6).replace('viewBox', 'width="48" height="48" viewBox') },
      ['changed c'],
    ],
  ])('%s', async (_, state, kinds) => {
    const cwd = repository(START);
    change(cwd, state);
    expect(await kindsOf(cwd)).toEqual(kinds);
  });

  test('the share of pixels is measured', async () => {
    const cwd = repository({ 'icons/a.svg': square(24) });
    change(cwd, { 'icons/a.svg': square(12) });
    const [pair] = (await diffIn(cwd)).diff.changed;
    expect(pair?.share).toBeCloseTo(0.75, 2);
    expect(
      Buffer.from(pair?.png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test('only one of two that look alike is the renamed one', async () => {
    const cwd = repository(START);
    change(cwd, { 'icons/a.svg': null, 'icons/y.svg': square(8), 'icons/z.svg': square(8) });
    expect(await kindsOf(cwd)).toEqual(['renamed a→y', 'added z']);
  });

  test('a set that was not there yet is all new', async () => {
    const cwd = repository({ 'readme.txt': 'x' });
    change(cwd, START);
    expect(await kindsOf(cwd)).toEqual(['added a b c']);
  });

  test('a drawing that was broken then is told, and is new', async () => {
    const cwd = repository({ ...START, 'icons/a.svg': '<svg' });
    change(cwd, START);
    const { diff, diagnostics } = await diffIn(cwd);
    expect(diff.added.map(({ name }) => name)).toEqual(['a']);
    expect(diagnostics.map(({ file, severity }) => `${severity} ${file}`)).toEqual([
      'warning HEAD:icons/a.svg',
    ]);
  });

  test('below the top of the repository, with metadata', async () => {
    const cwd = repository({
      'app/icons/a.svg': square(8),
      'app/icons/a.meta.json': meta({ title: 'Old' }),
      'icons/other.svg': square(2),
    });
    change(cwd, { 'app/icons/a.meta.json': meta({ title: 'New' }) });
    const { diff } = await diffIn(join(cwd, 'app'));
    expect(diff.metadata.map(({ meta: said }) => said)).toEqual([
      [{ key: 'title', before: 'Old', after: 'New' }],
    ]);
  });

  test('icons outside of the folder of the project, and absolute ones', async () => {
    const cwd = repository({ 'drawings/a.svg': square(8), 'app/x': '' });
    change(cwd, { 'drawings/a.svg': square(4) });
    for (const inputs of ['../drawings', join(cwd, 'drawings'), '../drawings/*.svg']) {
      expect(await kindsOf(join(cwd, 'app'), {}, { inputs })).toEqual(['changed a']);
    }
  });
});

describe('between two commits', () => {
  const cwdOf = () => repository(START, { 'icons/a.svg': null }, { 'icons/b.svg': square(3) });

  test('a..b, a.. and one alone', async () => {
    const cwd = cwdOf();
    change(cwd, { 'icons/c.svg': null });
    expect(await kindsOf(cwd, { ref: 'v0..v1' })).toEqual(['removed a']);
    expect(await kindsOf(cwd, { ref: 'v1..' })).toEqual(['changed b']);
    expect(await kindsOf(cwd, { ref: 'v1' })).toEqual(['removed c', 'changed b']);
    expect(await kindsOf(cwd, { ref: 'HEAD~2..v1' })).toEqual(['removed a']);
  });

  test('a...b starts where the two part', async () => {
    const cwd = cwdOf();
    git(cwd, 'checkout', '-q', '-b', 'side', 'v0');
    change(cwd, { 'icons/c.svg': circle(3) });
    git(cwd, 'commit', '-qam', 'side');
    expect(await kindsOf(cwd, { ref: 'main...side' })).toEqual(['changed c']);
  });

  test('the working tree and the index stay as they are', async () => {
    const cwd = cwdOf();
    change(cwd, { 'icons/b.svg': square(1), 'icons/new.svg': square(2) });
    const before = [git(cwd, 'status', '--porcelain'), readTree(join(cwd, 'icons'))];
    await kindsOf(cwd, { ref: 'v0..v2' });
    expect([git(cwd, 'status', '--porcelain'), readTree(join(cwd, 'icons'))]).toEqual(before);
  });
});

describe('a revision is refused', () => {
  async function refusal(cwd: string, ref: string): Promise<string> {
    const { code, stderr } = await run(cwd, 'diff', ref);
    expect(code).toBe(2);
    return stderr;
  }

  test('that is not there', async () => {
    expect(await refusal(repository(START), 'v9')).toContain(
      "Cannot read the icons of 'v9': there is no such commit here.",
    );
  });

  test('that would be an option', async () => {
    const cwd = repository(START);
    await expect(diffIn(cwd, { ref: '--output=x' })).rejects.toThrow('no such commit');
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  test('in a shallow clone, with how to get it', async () => {
    const origin = repository(START, { 'icons/a.svg': null });
    const cwd = temporaryFolder();
    git(cwd, 'clone', '-q', '--depth', '1', pathToFileURL(origin).href, 'clone');
    const clone = join(cwd, 'clone');
    expect(await refusal(clone, 'HEAD~1')).toContain('fetch-depth: 0');
    expect((await run(clone, 'diff')).code).toBe(0);
  });

  test('where there is no repository', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, START);
    const { code, stderr } = await run(cwd, 'diff');
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain('error git-failed');
  });
});

test('nothing that a repository’s configuration names is run', async () => {
  const cwd = repository({ ...START, '.gitattributes': '*.svg filter=bad diff=bad\n' });
  change(cwd, { 'icons/a.svg': square(3) });
  const bad = `touch ${join(cwd, 'ran')}`;
  for (const key of [
    ...['core.fsmonitor', 'core.pager', 'pager.diff', 'diff.external', 'core.sshCommand'],
    ...['diff.bad.textconv', 'diff.bad.command', 'filter.bad.smudge', 'filter.bad.clean'],
    ...['alias.rev-parse', 'alias.cat-file', 'core.editor'],
  ]) {
    git(cwd, 'config', key, key.startsWith('alias') ? `!${bad}` : bad);
  }
  expect(await kindsOf(cwd)).toEqual(['changed a']);
  expect(existsSync(join(cwd, 'ran'))).toBe(false);
});

describe('with what is not git', () => {
  test('a folder', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { ...START, 'old/a.svg': square(8), 'old/gone.svg': square(1) });
    expect(await kindsOf(cwd, { folder: 'old' })).toEqual(['removed gone', 'added b c']);
  });

  test('a package with drawings, and one with a folder named', async () => {
    const cwd = temporaryFolder();
    const packed = (name: string, folder: string): Tree => ({
      [`node_modules/${name}/package.json`]: '{"version":"1.2.3"}',
      [`node_modules/${name}/${folder}/a.svg`]: square(7),
    });
    writeTree(cwd, { ...START, ...packed('set', 'icons'), ...packed('@my/set', 'a/b') });
    expect(await kindsOf(cwd, { package: 'set' })).toEqual(['changed a', 'added b c']);
    expect(await kindsOf(cwd, { package: '@my/set/a/b' })).toEqual(['changed a', 'added b c']);
    expect((await diffIn(cwd, { package: 'set' })).diff.before.label).toBe('set@1.2.3');
    await expect(diffIn(cwd, { package: '@my/set' })).rejects.toThrow('it has no icons');
    await expect(diffIn(cwd, { package: '../set' })).rejects.toThrow(
      'the package is not installed',
    );
  });

  test('a package of Iconify, with its names, aliases and sizes', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/a.svg': square(8) });
    const body = (width: number) => `<path d="M0 0h${width}v${width}z"/>`;
    writeTree(cwd, {
      'node_modules/@iconify-json/set/package.json': '{"version":"1.2.3"}',
      'node_modules/@iconify-json/set/icons.json': JSON.stringify({
        ...{ prefix: 'set', width: 24, height: 24 },
        icons: { a: { body: body(8) }, b: { body: body(10) } },
        aliases: { also: { parent: 'b' } },
      }),
    });
    const { diff } = await diffIn(cwd, { package: '@iconify-json/set' });
    expect(diff.before).toEqual({ label: '@iconify-json/set@1.2.3', count: 2 });
    expect(diff.changed.map(({ before }) => before.facts.viewBox)).toEqual(['0 0 24 24']);
    expect(diff.removed.map(({ name, aliases }) => [name, ...aliases])).toEqual([['b', 'also']]);
  });

  test('a package with an icons.json that is something else', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      'icons/a.svg': square(8),
      'node_modules/set/package.json': '{"version":"1.0.0"}',
      'node_modules/set/icons.json': '{"a":{"tags":[]},"icons":{"name":"icons","tags":["x"]}}',
      'node_modules/set/icons/a.svg': square(8),
    });
    expect(await kindsOf(cwd, { package: 'set' })).toEqual([]);
  });

  test('a package that holds what a build wrote', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      ...START,
      'icons/a.meta.json': meta({ title: 'Say “A”', tags: ['x'], aliases: ['first'] }),
    });
    await build({ out: 'node_modules/mine/dist' }, { cwd });
    writeTree(cwd, { 'node_modules/mine/package.json': '{"version":"2.0.0"}' });
    expect(await kindsOf(cwd, { package: 'mine' })).toEqual([]);
    change(cwd, { 'icons/c.svg': circle(5) });
    expect(await kindsOf(cwd, { package: 'mine' })).toEqual(['changed c']);
  });
});

describe('the changelog', () => {
  async function changelog(state: Readonly<Record<string, string | null>>): Promise<string> {
    const cwd = repository({
      ...START,
      'icons/c.meta.json': meta({ title: 'Sea', aliases: ['z'] }),
    });
    change(cwd, state);
    return changelogOf((await diffIn(cwd)).diff);
  }

  test('gives the replacement of a deprecated icon, and the reason', async () => {
    const meta = '{"deprecated": {"use": "a", "note": "It is `old`."}}';
    expect(await changelog({ 'icons/c.meta.json': meta })).toContain(
      '`c` is deprecated; use `a`. It is ’old’.',
    );
  });

  test.each<[string, Readonly<Record<string, string | null>>]>([
    ['major', { 'icons/a.svg': null }],
    ['major', { 'icons/a.svg': null, 'icons/y.svg': square(8) }],
    ['major', { 'icons/c.meta.json': meta({ title: 'Sea' }) }],
    [
      'major',
      { 'icons/c.meta.json': meta({ title: 'Lake', aliases: ['z'] }), 'icons/c.svg': circle(9) },
    ],
    ['minor', { 'icons/d.svg': circle(3) }],
    [
      'minor',
      {
        'icons/a.svg': null,
        'icons/y.svg': square(8),
        'icons/y.meta.json': meta({ aliases: ['a'] }),
      },
    ],
    ['patch', { 'icons/c.svg': circle(9) }],
    ['patch', { 'icons/a.meta.json': meta({ tags: ['x'] }) }],
  ])('asks for a %s version', async (level, state) => {
    expect(await changelog(state)).toContain(`Suggested release: ${level}\n`);
  });

  test('has a section for each level', async () => {
    expect(
      await changelog({ 'icons/a.svg': null, 'icons/d.svg': circle(3), 'icons/c.svg': circle(9) }),
    ).toBe(
      'Suggested release: major\n\n### Breaking\n\n- `a` was removed.\n\n### Added\n\n- `d` was added.\n\n### Changed\n\n- `c` was redrawn.\n',
    );
  });
});

const HOSTILE = '<img src=x onerror=alert(1)> | @all [x](http://e.com) `a` </script>';

test('the Markdown names nobody, links nowhere and stays in its table', async () => {
  const cwd = repository({ ...START, 'icons/c.meta.json': meta({ title: 'Sea' }) });
  change(cwd, { 'icons/c.meta.json': meta({ title: HOSTILE }), 'icons/a.svg': null });
  const { diff } = await diffIn(cwd);
  const text = renderMarkdown(diff, 'https://example.com/a b).png');
  const row = text.split('\n').find((line) => line.includes('`c`')) ?? '';
  expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
  expect(row).not.toMatch(/<img|@all|(?<!\\)\[|http:|<\/script/);
  expect(text).toContain('![All changes as pictures](https://example.com/a%20b%29.png)');
  expect(renderMarkdown(diff, 'https://example.com/run/1')).toContain('**[See the pictures](');
});

test('the Markdown fits into a comment', async () => {
  const cwd = repository({ 'icons/a.svg': square(1) });
  change(cwd, { 'icons/an-icon-with-a-long-name.svg': square(8) });
  const { diff } = await diffIn(cwd);
  const added = Array.from({ length: 2500 }, () => diff.added).flat();
  const text = renderMarkdown({ ...diff, added });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(
    /… and (\d+) more, omitted because of the maximum length of comments: \1 added\.\n$/,
  );
});

test('the page escapes what it is told', async () => {
  const cwd = repository({ ...START, 'icons/c.meta.json': meta({ title: 'Sea' }) });
  change(cwd, { 'icons/c.meta.json': meta({ title: HOSTILE }), 'icons/c.svg': circle(3) });
  const page = renderHtml((await diffIn(cwd)).diff);
  expect(page).not.toContain('<img src=x');
  expect(page.match(/<script/g)).toHaveLength(1);
});

describe('the command', () => {
  test('tells it in lines, and exits with 0', async () => {
    const cwd = repository(START);
    change(cwd, { 'icons/a.svg': null, 'icons/b.svg': square(20), 'icons/d.svg': circle(2) });
    const { code, stdout } = await run(cwd, 'diff');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^HEAD \(3 icons\) → working tree \(3 icons\)\n {2}removed {3}a\n {2}redrawn {3}b {2}\(5\d\.\d % of the picture\)\n {2}added {5}d\n1 removed, 1 redrawn, 1 added, 1 unchanged\. Suggested release: major\.\n$/,
    );
  });

  test('--exit-code exits with 1 where anything differs', async () => {
    const cwd = repository(START);
    expect((await run(cwd, 'diff', '--exit-code')).code).toBe(0);
    change(cwd, { 'icons/a.svg': null });
    expect((await run(cwd, 'diff', '--exit-code')).code).toBe(1);
  });

  test('writes all reports at once, and prints what goes to -', async () => {
    const cwd = repository(START);
    change(cwd, { 'icons/a.svg': square(4), 'icons/b.svg': null });
    const files = ['--html', 'out/d.html', '--png', 'out/d.png', '--changelog', '-'];
    const { code, stdout } = await run(
      cwd,
      'diff',
      ...files,
      '--markdown',
      'out/d.md',
      '--image-base',
      'https://e.com/x/',
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Suggested release/),
    });
    expect(readFileSync(join(cwd, 'out/d.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(join(cwd, 'out/d.md'), 'utf8')).toContain('(https://e.com/x/d.png)');
    expect(readFileSync(join(cwd, 'out/d.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('--json prints it as data', async () => {
    const cwd = repository(START);
    change(cwd, { 'icons/a.svg': null, 'icons/x.svg': square(8) });
    expect(jsonOf(await run(cwd, 'diff', '--json'))).toMatchObject({
      ...{ ok: true, level: 'major', unchanged: 2 },
      renamed: [{ name: 'x', from: 'a', keepsName: false, share: 0 }],
    });
  });

  test('refuses two things to compare with', async () => {
    const { code, stderr } = await run(repository(START), 'diff', 'v0', '--folder', 'icons');
    expect(code).toBe(2);
    expect(stderr).toContain('it names more than one state');
  });

  test('an icon that is broken now is told, and exits with 1', async () => {
    const cwd = repository(START);
    writeFileSync(join(cwd, 'icons/a.svg'), '<svg');
    const { code, stderr, stdout } = await run(cwd, 'diff');
    expect({ code, stdout }).toMatchObject({ code: 1 });
    expect(stderr).toContain('icons/a.svg');
  });
});
