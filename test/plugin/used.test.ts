import { describe, expect, test } from 'vitest';
import { BUNDLERS, buildApp, newApp } from './app.ts';

const href = (expression: string) =>
  `import { iconHref, icon } from 'virtual:iconloom';\nconst on = Math.random() > 0.5;\nconsole.log(${expression});`;

describe.each(BUNDLERS)('%s keeps just the icons that are used', (bundler) => {
  test('by names in calls and by constants', async () => {
    const app = await buildApp(
      bundler,
      newApp({ 'src/main.js': href(`iconHref('bookmark'), iconHref(icon.check)`) }),
    );
    expect(app.ids).toEqual(['bookmark', 'check']);
    expect(app.code).not.toContain('__ICONLOOM__');
    expect(app.code).toContain(app.sprites[0]?.split('/').at(-1));
    expect(app.told).toContain('iconloom: 2 of 4 icons used → assets/sprite.');
  });

  test('and not those in code that is shaken away', async () => {
    const app = await buildApp(
      bundler,
      newApp({
        'src/main.js': `import { a } from './two.js';\nconsole.log(a());`,
        'src/two.js': `import { iconHref, icon } from 'virtual:iconloom';
export const a = () => iconHref('bookmark');
export const b = () => iconHref('camera');
export const unused = icon.check;`,
      }),
    );
    expect(app.ids).toEqual(['bookmark']);
  });

  test('by names that other modules hold', async () => {
    const app = await buildApp(
      bundler,
      newApp({
        'src/main.js': `import { iconHref } from 'virtual:iconloom';
import { HOME, items, KINDS } from './names.js';
const kind = Math.random() > 0.5 ? 'a' : 'b';
console.log(iconHref(HOME), iconHref(KINDS[kind]), items.map(({ icon }) => iconHref(icon)));`,
        'src/names.js': `export { HOME } from './home.js';
export const KINDS = { a: 'camera', b: undefined };
export const items = [{ icon: 'check', label: 'Check' }];`,
        'src/home.js': `export const HOME = 'bookmark';`,
      }),
    );
    expect(app.ids).toEqual(['bookmark', 'camera', 'check']);
    expect(app.told).toContain('3 of 4 icons used');
    expect(app.code).not.toContain('__ICONLOOM__');
  });

  test('by names of which parts are known', async () => {
    const code = "iconHref('boo' + location.hash), iconHref('c' + location.search + 'k')";
    const app = await buildApp(bundler, newApp({ 'src/main.js': href(code) }));
    expect(app.ids).toEqual(['bookmark', 'check']);
  });

  test('and tells of names elsewhere that no icon has', async () => {
    const app = await buildApp(
      bundler,
      newApp({
        'src/main.js': `import { iconHref } from 'virtual:iconloom';
import { KINDS } from './names.js';
console.log(iconHref(KINDS[location.hash]));`,
        'src/names.js': `export const KINDS = {\n  a: 'camera',\n  b: 'bokmark',\n};`,
      }),
    );
    expect(app.ids).toEqual(['camera']);
    expect(app.told).toContain("src/names.js:3:6 warning icon-unknown  There is no icon 'bokmark'");
  });

  test('imported by themselves', async () => {
    const app = await buildApp(
      bundler,
      newApp({
        'src/main.js': `import camera from 'iconloom:camera';\nimport check from 'iconloom:check';\nconsole.log(camera);`,
      }),
    );
    expect(app.ids).toEqual(['camera']);
  });
});

describe.each(BUNDLERS)('%s warns of a sprite without icons', (bundler) => {
  test('that the code puts into the page', async () => {
    const app = await buildApp(
      bundler,
      newApp({ 'src/main.js': `import 'virtual:iconloom/inline';\nconsole.log('#other');` }),
    );
    expect(app.told.match(/warning no-icons-used/g)).toHaveLength(1);
  });

  test('and not where nothing is asked for', async () => {
    const app = await buildApp(bundler, newApp({ 'src/main.js': `console.log('#camera');` }));
    expect(app.told).not.toContain('no-icons-used');
  });
});

describe.each(BUNDLERS)('%s warns of deprecated icons', (bundler) => {
  const files = {
    'icons/camera.meta.json':
      '{"aliases": ["photo"], "deprecated": {"use": "check", "since": "2.0", "note": "It is old."}}',
  };

  test('where code names them, once for each name, and keeps them', async () => {
    const main = href(`iconHref('bookmark'), iconHref('photo'), iconHref(on ? 'photo' : 'camera')`);
    const app = await buildApp(bundler, newApp({ ...files, 'src/main.js': main }));
    expect(app.ids).toEqual(['bookmark', 'camera']);
    expect(app.told.match(/icon-deprecated/g)).toHaveLength(2);
    expect(app.told).toContain(
      "src/main.js:3:44 warning icon-deprecated  The icon 'photo' is deprecated since 2.0. It is old.",
    );
    expect(app.told).toContain("fix: Use 'check' instead.");
    expect(app.told).toContain("The icon 'camera' is deprecated");
  });

  test('also where code only imports them', async () => {
    const main = `import photo from 'iconloom:photo';\nconsole.log(photo);`;
    const app = await buildApp(bundler, newApp({ ...files, 'src/main.js': main }));
    expect(app.ids).toEqual(['camera']);
    expect(app.told.match(/icon-deprecated/g)).toHaveLength(1);
  });

  test('but not of those that code may only name by a pattern', async () => {
    const app = await buildApp(
      bundler,
      newApp({ ...files, 'src/main.js': href(`iconHref('cam' + location.hash)`) }),
    );
    expect(app.ids).toEqual(['camera']);
    expect(app.told).not.toContain('icon-deprecated');
  });
});
