import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTree, square, temporaryFolder } from '../e2e/test-build.ts';
import { type Started, start } from './start.ts';

const ICONS = {
  'icons/box.svg': square(8),
  'icons/box.meta.json': '{ "title": "Box", "tags": ["carton"], "author": { "name": "Ann" } }',
  'icons/nav/menu.svg': square(6),
};
/** As drawing tools write: what no icon needs, and a license that must not be lost. */
const EXPORTED = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Some Tool 29.1 -->
<!-- Copyright Bo Li, CC BY 4.0 -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
  <style>.st0{fill:#1d1d1b;}</style>
  <g id="Layer_1"><rect class="st0" width="5" height="5"/></g>
</svg>`;

const filesOf = ({ cwd }: Started) =>
  Object.keys(readTree(cwd)).filter((file) => !file.startsWith('node_modules'));
const read = (studio: Started, file: string) => readFileSync(studio.path(file), 'utf8');

test('tells what a drawing would become, and writes nothing', async () => {
  const studio = await start(ICONS);
  const base64 = Buffer.from(EXPORTED).toString('base64');
  const look = (await studio.post('/api/look', { base64, file: 'icon_Box Lid-24px.svg' })).json();
  expect(look).toMatchObject({
    name: 'box-lid',
    title: 'Box lid',
    tags: ['lid'],
    problems: [],
    family: ['box'],
    twins: [],
    icon: { viewBox: '0 0 24 24', width: 24, height: 24 },
  });
  expect(look.icon.svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#1d1d1b" d="M0 0h5v5H0z"/></svg>\n',
  );
  expect(look.icon.bytes).toMatchObject({ before: EXPORTED.length, saved: look.icon.svg.length });
  const [address, id] = look.icon.href.split('#');
  expect((await studio.get(`/${address}`)).text).toContain(`<symbol id="${id}"`);
  expect(filesOf(studio)).toEqual([...Object.keys(ICONS).sort(), 'package.json']);
});

test('finds the icon that draws the same', async () => {
  const studio = await start(ICONS);
  const look = (await studio.post('/api/look', { svg: square(8), file: 'carton.svg' })).json();
  expect(look.twins).toEqual(['box']);
});

test('saves the cleaned drawing with what is said of it, and shows it', async () => {
  const studio = await start(ICONS);
  const meta = { title: 'A lid', tags: ['cover', 'cover', ' top '] };
  const saved = await studio.post('/api/save', { name: 'Box Lid', svg: EXPORTED, meta });
  expect(saved.json()).toEqual({
    name: 'box-lid',
    files: ['icons/box-lid.svg', 'icons/box-lid.meta.json'],
  });
  expect(read(studio, 'icons/box-lid.svg')).toContain('d="M0 0h5v5H0z"');
  expect(JSON.parse(read(studio, 'icons/box-lid.meta.json'))).toEqual({
    license: { title: 'Copyright Bo Li, CC BY 4.0' },
    title: 'A lid',
    tags: ['cover', 'top'],
  });
  const { icons } = (await studio.get('/api/catalog')).json();
  expect(icons.map(({ name }: { name: string }) => name)).toEqual(['box', 'box-lid', 'nav-menu']);
});

test.each([
  ['a PNG', '\x89PNG\r\n\x1a\n', 'not-svg'],
  ['an empty file', '', 'not-svg'],
  ['half a file', '<svg viewBox="0 0 24 24"><path d="M0', 'parse-error'],
  ['a script', '<svg viewBox="0 0 9 9"><script>alert(1)</script></svg>', 'active-content'],
  ['no size', '<svg><path d="M0 0h9"/></svg>', 'no-size'],
])('refuses %s with the reason', async (_, text, code) => {
  const studio = await start(ICONS);
  const base64 = Buffer.from(text, 'latin1').toString('base64');
  const look = (await studio.post('/api/look', { base64, file: 'cup.svg' })).json();
  expect(look.icon).toBeUndefined();
  expect(look.problems).toMatchObject([{ code, severity: 'error', file: 'cup.svg' }]);
  const saved = await studio.post('/api/save', { name: 'cup', svg: text });
  expect(saved.status).toBe(422);
  expect(saved.json().problems[0].severity).toBe('error');
  expect(filesOf(studio)).not.toContain('icons/cup.svg');
});

test('replaces an icon only where the one that was seen is named, and keeps what was said of it', async () => {
  const studio = await start(ICONS);
  const { taken } = (await studio.post('/api/look', { svg: square(3), file: 'Box.svg' })).json();
  expect(taken).toMatchObject({ name: 'box', file: 'icons/box.svg' });
  const save = (replace?: string) =>
    studio.post('/api/save', { name: 'box', svg: square(3), ...(replace && { replace }) });
  for (const replace of [undefined, 'true', taken.hash.replace(/^./, 'x')]) {
    const { status, json } = await save(replace);
    expect(status).toBe(409);
    expect(json().taken).toEqual(taken);
  }
  writeFileSync(studio.path('icons/box.svg'), square(9));
  expect((await save(taken.hash)).status).toBe(409);
  expect(read(studio, 'icons/box.svg')).toBe(square(9));

  writeFileSync(studio.path('icons/box.svg'), square(8));
  expect((await save(taken.hash)).status).toBe(200);
  expect(read(studio, 'icons/box.svg')).toContain('M0 0h3v3H0z');
  expect(JSON.parse(read(studio, 'icons/box.meta.json'))).toEqual(
    JSON.parse(ICONS['icons/box.meta.json']),
  );
});

test('replaces the file of the icon, wherever in the folder it lies', async () => {
  const studio = await start(ICONS);
  const { taken } = (
    await studio.post('/api/look', { svg: square(3), file: 'nav-menu.svg' })
  ).json();
  const body = { name: 'nav-menu', svg: square(3), replace: taken.hash };
  expect((await studio.post('/api/save', body)).json().files[0]).toBe('icons/nav/menu.svg');
  expect(filesOf(studio)).not.toContain('icons/nav-menu.svg');
});

test('gives no icon the alias of another, nor writes over a drawing that is broken', async () => {
  const aliased = { 'icons/box.meta.json': '{ "aliases": ["carton"] }' };
  const studio = await start({ ...ICONS, ...aliased, 'icons/bad.svg': '<svg' });
  const carton = await studio.post('/api/save', { name: 'carton', svg: square(3) });
  expect(carton.status).toBe(409);
  expect(carton.json().taken).toMatchObject({ name: 'box', obstacle: expect.any(String) });
  const { hash } = carton.json().taken;
  expect(
    (await studio.post('/api/save', { name: 'carton', svg: square(3), replace: hash })).status,
  ).toBe(409);
  const bad = await studio.post('/api/save', { name: 'bad', svg: square(3) });
  expect(bad.json().problems).toMatchObject([{ code: 'target-exists', file: 'icons/bad.svg' }]);
  expect(read(studio, 'icons/bad.svg')).toBe('<svg');
});

test.each([
  ['../evil', 'evil'],
  ['/etc/evil', 'etc-evil'],
  ['..\\..\\evil', 'evil'],
  ['%2e%2e/evil', '2e-2e-evil'],
  ['nav/../../evil', 'nav-evil'],
  ['.hidden', 'hidden'],
  ['evil.svg/../../../x', 'evil-svg-x'],
])('writes %s nowhere but in the icons folder', async (name) => {
  const studio = await start(ICONS);
  const before = filesOf(studio);
  const { status, json } = await studio.post('/api/save', { name, svg: square(3) });
  const added = filesOf(studio).filter((file) => !before.includes(file));
  if (status !== 200) return expect(added).toEqual([]);
  expect(added.sort()).toEqual([...json().files].sort());
  for (const file of added)
    expect(file).toMatch(/^icons\/([a-z\d-]+\/)*[a-z\d-]+\.(svg|meta\.json)$/);
});

test('refuses names without a letter', async () => {
  const studio = await start(ICONS);
  for (const name of ['', '..', '../..', '   ', '///']) {
    const { status, json } = await studio.post('/api/save', { name, svg: square(3) });
    expect(status).toBe(422);
    expect(json().problems[0].code).toBe('name-empty');
  }
});

test('writes through no link', async () => {
  const outside = temporaryFolder();
  writeFileSync(`${outside}/secret.svg`, square(2));
  const studio = await start(ICONS);
  symlinkSync(outside, studio.path('icons/out'));
  symlinkSync(`${outside}/secret.svg`, studio.path('icons/secret.svg'));
  symlinkSync(`${outside}/new.svg`, studio.path('icons/dangling.svg'));
  symlinkSync(`${outside}/new.meta.json`, studio.path('icons/plain.meta.json'));
  await studio.preview.set.refresh();
  const into = await studio.post('/api/save', { name: 'out/cup', svg: square(3) });
  expect(into.json().problems).toMatchObject([{ code: 'outside-folder' }]);
  // What leads out of the project is no icon, so there is nothing to replace.
  const { taken } = (await studio.post('/api/look', { svg: square(3), file: 'secret.svg' })).json();
  expect(taken).toBeUndefined();
  for (const name of ['secret', 'dangling', 'plain']) {
    expect((await studio.post('/api/save', { name, svg: square(3) })).status, name).toBe(422);
  }
  expect(readTree(outside)).toEqual({ 'secret.svg': square(2) });
});

test('saves where the icons folder itself is a link, as the configuration says', async () => {
  const elsewhere = temporaryFolder();
  writeFileSync(`${elsewhere}/box.svg`, square(8));
  const studio = await start({}, { inputs: 'linked' });
  symlinkSync(elsewhere, studio.path('linked'));
  expect((await studio.post('/api/save', { name: 'cup', svg: square(3) })).status).toBe(200);
  expect(Object.keys(readTree(elsewhere)).sort()).toEqual(['box.svg', 'cup.meta.json', 'cup.svg']);
});

test('replaces nothing that lies outside of the icons folder', async () => {
  const files = { 'icons/box.svg': square(8), 'vendor/cup.svg': square(4) };
  const studio = await start(files, { inputs: ['icons', 'vendor'] });
  const { taken } = (await studio.post('/api/look', { svg: square(3), file: 'cup.svg' })).json();
  expect(taken.obstacle).toContain('vendor');
  const body = { name: 'cup', svg: square(3), replace: taken.hash };
  expect((await studio.post('/api/save', body)).status).toBe(409);
  expect(read(studio, 'vendor/cup.svg')).toBe(square(4));
});

test('takes no body that is too large or not what it should be', async () => {
  const studio = await start(ICONS, { limits: { bytes: 10_000 } });
  const huge = await studio.post('/api/look', { svg: 'x'.repeat(100_000), file: '' });
  expect(huge.status).toBe(413);
  const large = await studio.post('/api/look', { svg: ' '.repeat(20_000), file: '' });
  expect(large.json().problems).toMatchObject([{ code: 'too-large' }]);
  for (const body of [[], 'x', {}, { svg: 5 }, { base64: {} }]) {
    expect((await studio.post('/api/look', body)).status).toBe(400);
  }
  const save = { name: 'cup', svg: square(2) };
  for (const wrong of [
    { more: 1 },
    { meta: [] },
    { meta: { color: 'x' } },
    { name: 'x'.repeat(999) },
  ]) {
    expect((await studio.post('/api/save', { ...save, ...wrong })).status).toBe(400);
  }
  expect((await studio.post('/api/nothing', {})).status).toBe(404);
  expect((await studio.post('/api/constructor', {})).status).toBe(404);
});

test('saves of two pages at once end with one and a question', async () => {
  const studio = await start(ICONS);
  const replies = await Promise.all(
    [3, 4].map((side) => studio.post('/api/save', { name: 'cup', svg: square(side) })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('renames an icon and leaves the old name as an alias', async () => {
  const studio = await start(ICONS);
  const body = { from: 'box', to: 'Carton', keepAlias: true };
  expect((await studio.post('/api/rename', body)).json()).toMatchObject({ name: 'carton' });
  expect(filesOf(studio)).toEqual([
    'icons/carton.meta.json',
    'icons/carton.svg',
    'icons/nav/menu.svg',
    'package.json',
  ]);
  const [icon] = (await studio.get('/api/catalog')).json().icons;
  expect(icon).toMatchObject({ name: 'carton', aliases: ['box'], title: 'Box' });
});

test('renames without a trace where that is asked for, and nothing to a name in use', async () => {
  const studio = await start(ICONS);
  const rename = (to: string, keepAlias = false) =>
    studio.post('/api/rename', { from: 'box', to, keepAlias });
  expect((await rename('nav-menu')).status).toBe(422);
  expect((await rename('../../evil')).status).toBe(422);
  expect((await rename('box')).status).toBe(422);
  expect((await rename('lid')).status).toBe(200);
  expect((await studio.get('/api/catalog')).json().icons[0]).toMatchObject({
    name: 'lid',
    aliases: [],
  });
});

test('edits no configuration for a new name, but says how to', async () => {
  const file = 'iconloom.config.json';
  const aliases = { carton: 'box' };
  const studio = await start({ ...ICONS, [file]: JSON.stringify({ aliases }) }, { aliases });
  const body = { from: 'box', to: 'lid', keepAlias: true };
  const { status, json } = await studio.post('/api/rename', body);
  expect(status).toBe(422);
  expect(json().problems).toMatchObject([
    { code: 'outside-folder', file, hint: expect.stringContaining('`iconloom rename box lid`') },
  ]);
  expect(JSON.parse(read(studio, file))).toEqual({ aliases });
  expect(filesOf(studio)).toContain('icons/box.svg');
});
