/** Examines built symbols in Chromium, one by one and joined to a sprite. */

const spriteOf = (symbols) => `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;

/**
 * @param {import('../../test/browser/hostile-lab.ts').Lab} lab
 * @param {readonly {name: string, symbols: readonly string[]}[]} icons `name` is the id of the
 *   symbol, `symbols` are its forms in outputs
 * @returns {Promise<[name: string, flaw: string][]>}
 */
export async function examine(lab, icons) {
  const single = icons.flatMap(({ name, symbols }) => symbols.map((symbol) => [name, symbol]));
  const inspected = await lab.inspect(single.map(([name, symbol]) => [spriteOf([symbol]), name]));
  const flaws = single.flatMap(([name], at) =>
    inspected[at].map((flaw) => [name, `page: ${flaw}`]),
  );
  const joined = await flawsWhenUsed(lab, icons);
  if (joined.length === 0) return flaws;
  // A request does not show which icon sent it, so each icon is tried alone.
  const alone = [];
  for (const icon of icons) alone.push(...(await flawsWhenUsed(lab, [icon])));
  return [...flaws, ...(alone.length > 0 ? alone : joined)];
}

/** Every URL or style sheet matches; most icons match nothing and cannot send a request. */
const ACTIVE = /[:(@\\&]|href|style/;

/** Opens the sprite, inlines it in pages, and uses each icon that could act. */
async function flawsWhenUsed(lab, icons) {
  const others = icons.flatMap(({ symbols }) => symbols.slice(1));
  const sprites = [
    { name: 'sprite', sprite: spriteOf(icons.map(({ symbols }) => symbols[0])) },
    ...(others.length > 0 ? [{ name: 'others', sprite: spriteOf(others) }] : []),
  ];
  const shown = icons
    .filter(({ symbols }) => ACTIVE.test(symbols[0]))
    .map(({ name, symbols }) => ({ name, sprite: spriteOf([symbols[0]]) }));
  const read = await lab.inspect(sprites.map(({ sprite }) => [sprite]));
  const isBroken = (flaw) => /not well-formed|have one id/.test(flaw);
  const found = [
    ...read
      .flat()
      .filter(isBroken)
      .map((flaw) => `malformed: joined, ${flaw}`),
    ...messagesOf('open', await lab.open(sprites)),
    ...messagesOf('inline', await lab.inline(sprites)),
    ...messagesOf('use', await lab.use(shown)),
  ];
  const name = icons.length === 1 ? icons[0].name : `${icons[0].name} to ${icons.at(-1).name}`;
  return found.map((flaw) => [name, flaw]);
}

/** Announcement of a shape whose animation waits for a click; it has no text. */
const CLICKED = /^readers are told of a graphics-symbol “”$/;

function messagesOf(kind, findings) {
  const flaws = [...findings.values()].flat().filter((flaw) => !CLICKED.test(flaw));
  return flaws.map((flaw) => {
    return `${/^(went to|leak|ran) /.test(flaw) ? 'request' : 'page'}: ${kind}, ${flaw}`;
  });
}
