import { afterAll, beforeAll, expect, test } from 'vitest';
import { STRICT } from './app-page.ts';
import { type Lab, openLab } from './lab.ts';
import { LOOKS, SPRITE } from './sprites.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  lab.files.set('/sprite.svg', { type: 'image/svg+xml', body: SPRITE });
  lab.files.set('/page.svg', { type: 'text/html', body: '<!doctype html><p>Not here' });
});
afterAll(() => lab?.close());

/** A script that shows icons, each of a set of its own: what the set holds besides the href, and the name. */
const showing = (...icons: readonly [set: string, name: string][]): string => `
  import { createIconHtml } from 'iconloom/html';
  const show = (set, name) => {
    document.querySelector('#app').innerHTML += createIconHtml(set)(name, { size: 40 });
  };
  ${icons.map(([set, name]) => `show({ ${set} }, '${name}');`).join('\n')}
`;

/** The same by elements, which trusted types let pass. */
const showingElements = (...icons: readonly [set: string, name: string][]): string => `
  import { defineIconElement } from 'iconloom/element';
  ${icons
    .map(
      ([set, name], index) => `
  defineIconElement({ ${set} }, 'icon-${index}');
  document.querySelector('#app').append(Object.assign(document.createElement('icon-${index}'), { name: '${name}' }));`,
    )
    .join('\n')}
`;

const FROM_SPRITE = "iconHref: (name) => '/sprite.svg#' + name";

/** What the console says after a script has run. */
async function consoleOf(script: string, then = '', policy = ''): Promise<readonly string[]> {
  return lab.run(
    script,
    async ({ page, messages }) => {
      await page.evaluate(then);
      return messages.filter((message) => message.startsWith('iconloom'));
    },
    { policy, condition: 'development' },
  );
}

test('nothing is told when all is well', async () => {
  const names = "iconNames: ['box', 'shade'], aliases: { crate: 'box' }";
  const script = showing([FROM_SPRITE, 'box'], [`${FROM_SPRITE}, ${names}`, 'shade']);
  expect(await consoleOf(script)).toEqual([]);
});

test('an unknown icon is told once, with what was meant', async () => {
  const set = `${FROM_SPRITE}, iconNames: ['chevron-down', 'box']`;
  const told = await consoleOf(showing([set, 'chevronDwon'], [set, 'chevronDwon'], [set, 'zebra']));
  expect(told).toEqual([
    expect.stringContaining(
      "[unknown-icon] There is no icon 'chevronDwon' in the set. Did you mean 'chevron-down'?\n  fix: ",
    ),
    expect.stringContaining("[unknown-icon] There is no icon 'zebra' in the set.\n  fix: "),
  ]);
});

test.each([
  ['/none.svg', 'The sprite {origin}/none.svg cannot be loaded: HTTP status 404.'],
  ['/page.svg', '{origin}/page.svg is not an SVG but text/html.'],
])('a sprite that is not there is told, once: %s', async (path, reason) => {
  const set = `iconHref: (name) => '${path}#' + name`;
  expect(await consoleOf(showing([set, 'box'], [set, 'shade']))).toEqual([
    expect.stringContaining(`[sprite-missing] ${reason.replace('{origin}', lab.origin)}\n  fix: `),
  ]);
});

test('a symbol that the sprite lacks is told, with the one that was meant', async () => {
  expect(await consoleOf(showing([FROM_SPRITE, 'box'], [FROM_SPRITE, 'boxx']))).toEqual([
    expect.stringContaining(
      `[sprite-missing] The sprite ${lab.origin}/sprite.svg has no symbol 'boxx'. Did you mean 'box'?\n  fix: `,
    ),
  ]);
});

test('a symbol that the page lacks is told', async () => {
  const set = "iconHref: (name) => '#' + name";
  const script = `import { inlineSprite } from 'iconloom/inline';
    ${showing([set, 'box'], [set, 'gone'])}
    inlineSprite(${JSON.stringify(SPRITE)});`;
  await lab.run(
    script,
    async ({ page, messages }) => {
      await page.waitForEvent('console');
      expect(messages).toEqual([
        expect.stringContaining("[sprite-missing] The page has no symbol 'gone'"),
      ]);
    },
    { policy: '', condition: 'development' },
  );
});

test.each([
  ['color', "'red'", 'shade', 'its colors are fixed', "color: 'currentColor'"],
  ['color', "['red']", 'box', 'it has one color, and a list was given', 'single color'],
  ['color', "'red'", 'duo', 'it has several colors', 'Give a list'],
  ['stroke', "'red'", 'line', 'its lines have a color of their own', 'Set the prop color'],
  ['stroke-width', '1', 'line', 'its lines have a width of their own', 'Remove stroke-width'],
  ['stroke-width', '1', 'box', 'it is drawn without lines', 'draw the icon with strokes'],
])(
  '%s: %s of the icon %s is reported, with what to set',
  async (prop, value, name, reason, fix) => {
    lab.files.set('/looks.svg', { type: 'image/svg+xml', body: LOOKS });
    const script = `import { createIconHtml } from 'iconloom/html';
    const icon = createIconHtml({ iconHref: (name) => '/looks.svg#' + name });
    icon('${name}', { '${prop}': ${value} });`;
    const told = await consoleOf(script);
    expect(told).toEqual([
      expect.stringContaining(`The icon '${name}' does not follow ${prop}: ${reason}.\n  fix: `),
    ]);
    expect(told[0]).toContain(fix);
  },
);

test('colors and lines that icons follow are not reported', async () => {
  lab.files.set('/looks.svg', { type: 'image/svg+xml', body: LOOKS });
  const script = `import { createIconHtml } from 'iconloom/html';
    const icon = createIconHtml({ iconHref: (name) => '/looks.svg#' + name });
    icon('box', { color: 'red' });
    icon('line', { color: 'red' });
    icon('duo', { color: ['red', 'blue'] });
    icon('thin', { stroke: 'red', 'stroke-width': 1 });
    icon('shade', { color: undefined });`;
  expect(await consoleOf(script)).toEqual([]);
});

test('an icon without a name is reported, also if there is no set', async () => {
  const script = `import { createIconHtml, iconHtml } from 'iconloom/html';
    iconHtml(undefined);
    createIconHtml({ ${FROM_SPRITE} })('');`;
  expect(await consoleOf(script)).toEqual([
    expect.stringContaining('[no-name] An icon has no name.\n  fix: '),
  ]);
});

test('a sprite of another origin is told', async () => {
  const set = "iconHref: (name) => 'https://cdn.test/sprite.svg#' + name";
  expect(await consoleOf(showing([set, 'box'], [set, 'shade']))).toEqual([
    expect.stringContaining('[cross-origin] The sprite https://cdn.test/sprite.svg is on another'),
  ]);
});

test('a sprite that the policy of the page lets be drawn but not fetched is not told', async () => {
  expect(await consoleOf(showing([FROM_SPRITE, 'box']), '', STRICT)).toEqual([]);
});

test('an address that is none is told, and nothing breaks', async () => {
  const script = showing(["iconHref: () => 'http://[/sprite.svg#box'", 'box']);
  expect(await consoleOf(script)).toEqual([
    expect.stringContaining(
      "[sprite-missing] 'http://[/sprite.svg#box' does not lead to a sprite: ",
    ),
  ]);
});

test('two copies of the package are told', async () => {
  const script = showing([FROM_SPRITE, 'box']);
  const again = "import('/app.js?copy')";
  expect(await consoleOf(script, again)).toEqual([expect.stringContaining('[two-copies] ')]);
});

test('two plugins are told, and one whose sprite has changed is not', async () => {
  const of = (url: string): string =>
    `iconHref: (name) => '/sprite.svg#' + name, spriteUrl: '${url}'`;
  expect(await consoleOf(showing([of('/a.svg?v=1'), 'box'], [of('/a.svg?v=2'), 'box']))).toEqual(
    [],
  );
  expect(await consoleOf(showing([of('/a.svg'), 'box'], [of('/b.svg'), 'box']))).toEqual([
    expect.stringContaining(
      '[two-plugins] Icons come from two sprites of two bundler plugins: /a.svg and /b.svg.',
    ),
  ]);
});

test('without a set, what to do is told', async () => {
  const script = `import { iconHtml } from 'iconloom/html'; iconHtml('box'); iconHtml('shade');`;
  expect(await consoleOf(script)).toEqual([expect.stringContaining('[no-set] ')]);
});

/** A script that puts sprites into the page, and then runs code. */
const inlining = (code: string): string => `
  import { inlineSprite } from 'iconloom/inline';
  const sprite = (ids, d = 'M0 0h8v8') => '<svg xmlns="http://www.w3.org/2000/svg">' +
    ids.map((id) => '<symbol id="' + id + '"><path d="' + d + '"/></symbol>').join('') + '</svg>';
  globalThis.inlineSprite = inlineSprite;
  globalThis.sprite = sprite;
  globalThis.app = document.querySelector('#app');
  ${code}`;

/** What the console says until four seconds after a script has run. */
async function laterConsoleOf(script: string, then = ''): Promise<readonly string[]> {
  return lab.run(
    script,
    async ({ page, messages }) => {
      await page.evaluate(then);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 3500))');
      return messages.filter((message) => message.startsWith('iconloom'));
    },
    { policy: '', condition: 'development' },
  );
}

test('ids that the page has, too, are reported, also when they come later', async () => {
  const script = inlining("inlineSprite(sprite(['home', 'user', 'free']))");
  const then =
    "app.innerHTML = '<section id=home></section><div><svg><symbol id=user></symbol></svg></div>'";
  expect(await laterConsoleOf(script, then)).toEqual([
    expect.stringContaining(
      "[id-taken] The id 'home' of an icon is also the id of <section> in the page.\n  fix: ",
    ),
    expect.stringContaining("[id-taken] The id 'user' of an icon is also the id of <symbol>"),
  ]);
});

test.each([
  ['an equal sprite', "inlineSprite(sprite(['a', 'b']))", 0],
  ['a new version', "inlineSprite(sprite(['a', 'b', 'c'], 'M1 1h8'))", 0],
  ['a new version of one icon', "inlineSprite(sprite(['a', 'b']).replace('M0', 'M1'))", 0],
  ['another sprite', "inlineSprite(sprite(['b', 'c'], 'M1 1h8'))", 1],
  [
    'another sprite, renamed',
    "inlineSprite(sprite(['b', 'c'], 'M1 1h8'), { onConflict: 'rename' })",
    0,
  ],
  ['a sprite of other icons', "inlineSprite(sprite(['c']))", 0],
])('a replaced symbol is reported if it is of another sprite: %s', async (_, code, count) => {
  const script = inlining(`inlineSprite(sprite(['a', 'b'])); ${code}`);
  const told = await consoleOf(script);
  expect(told).toEqual(
    Array(count).fill(
      expect.stringContaining("[symbol-replaced] Another sprite has replaced the symbol 'b'"),
    ),
  );
});

test.each([
  ['the same set', 'set', 0],
  ['a set of the same app', "{ ...set, spriteUrl: '/a.svg?v=2' }", 0],
  ['a set of other icons', "{ iconHref: (name) => '/b.svg#' + name, iconNames: ['shade'] }", 0],
  ['a set with the same name', "{ iconHref: (name) => '/b.svg#' + name, iconNames: ['box'] }", 1],
])('two sets of one tag are reported if a name may be of either: %s', async (_, second, count) => {
  const script = `
    import { defineIconElement } from 'iconloom/element';
    const set = { iconHref: (name) => '/sprite.svg#' + name, iconNames: ['box'], spriteUrl: '/a.svg?v=1' };
    defineIconElement(set);
    defineIconElement(${second});`;
  expect(await consoleOf(script)).toEqual(
    Array(count).fill(
      expect.stringContaining(
        "[two-sets] The tag <iconloom-icon> shows icons of two sets, and both have 'box'. The first set wins.",
      ),
    ),
  );
});

test('trusted types do not keep the sprite from being checked', async () => {
  const script = showingElements([`${FROM_SPRITE}`, 'boxx']);
  const types = "require-trusted-types-for 'script'; trusted-types 'none'";
  expect(await consoleOf(script, '', types)).toEqual([
    expect.stringContaining('[sprite-missing] The sprite'),
  ]);
});
