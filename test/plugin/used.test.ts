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
