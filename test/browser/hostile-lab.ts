import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type ServedFile, serve } from './serve.ts';

/** A sprite with the name of what it was made from. */
export interface Specimen {
  readonly name: string;
  readonly sprite: string;
}

/** A sprite with the id of the one symbol that it holds, if that is known. */
type Inspected = readonly [sprite: string, scope?: string];

/** What was found about each specimen, by name. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/** A browser that looks at sprites which may do harm. */
export interface Lab {
  /** By the browser's parsers: what must not be in each sprite, by its place in the list. */
  inspect(sprites: readonly Inspected[]): Promise<readonly (readonly string[])[]>;
  /** Opens each sprite as a document and lets it do what it will. */
  open(specimens: readonly Specimen[]): Promise<Findings>;
  /** Puts each sprite into a page: as the server sends it, and by `innerHTML`. */
  inline(specimens: readonly Specimen[]): Promise<Findings>;
  /** Shows each symbol by `<use>`; hovers, clicks and focuses it. The name is the symbol's id. */
  use(specimens: readonly Specimen[]): Promise<Findings>;
  close(): Promise<void>;
}

const SVG = 'image/svg+xml';
const HTML = 'text/html; charset=utf-8';
/** Frames, or places, in a page at a time: each click has the browser paint the whole page. */
const BATCH = 100;
const SCRIPT = readFileSync(new URL('hostile-page.js', import.meta.url), 'utf8');

/** Every request that is not for a file of ours, by the vector that its address names. */
class Witness {
  readonly #seen = new Map<string, Set<string>>();

  note(url: string): void {
    const [, way = 'went to', name] = /\b(leak|ran)\/([\w-]+)/.exec(url) ?? [];
    const who = name ?? 'nobody';
    const seen = this.#seen.get(who) ?? new Set();
    this.#seen.set(who, seen.add(name === undefined ? `${way} ${url}` : `${way} in the browser`));
  }

  take(): Map<string, string[]> {
    const taken = new Map([...this.#seen].map(([name, seen]) => [name, [...seen]]));
    this.#seen.clear();
    return taken;
  }
}

export async function openLab(): Promise<Lab> {
  const files = new Map<string, ServedFile>();
  const site = await serve(files);
  const browser = await launchChromium();
  const witness = new Witness();
  const page = await watchedPage(browser, site.origin, files, witness);
  files.set('/lab.html', {
    type: HTML,
    body: `<!doctype html><title>Lab</title><link rel="icon" href="data:,"><body><script>${SCRIPT}</script>`,
  });

  async function visit(path: string): Promise<void> {
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load', timeout: 0 });
  }

  function ask<T>(what: string, ...args: readonly unknown[]): Promise<T> {
    return page.evaluate(`window.${what}(...${JSON.stringify(args)})`);
  }

  return {
    async inspect(sprites) {
      if (!page.url().endsWith('/lab.html')) await visit('/lab.html');
      return ask('flawsOfAll', sprites);
    },

    async open(specimens) {
      for (const batch of batchesOf(specimens)) {
        await visit('/lab.html');
        const urls = batch.map(({ name, sprite }) =>
          publish(files, `/open/${name}.svg`, SVG, sprite),
        );
        await ask('openAll', urls);
      }
      return witness.take();
    },

    async inline(specimens) {
      const found = new Map<string, string[]>();
      const plain = publish(files, '/inline.html', HTML, pageAround(''));
      for (const batch of batchesOf(specimens)) {
        await visit('/lab.html');
        const pages = batch.map(({ name, sprite }) => ({
          url: publish(files, `/inline/${name}.html`, HTML, pageAround(sprite)),
          sprite,
        }));
        const flaws = await ask<string[][]>('openInlined', plain, pages);
        for (const [index, { name }] of batch.entries()) found.set(name, flaws[index] ?? []);
      }
      return joined(found, witness.take());
    },

    async use(specimens) {
      const found: Findings[] = [];
      for (const batch of batchesOf(specimens)) {
        publish(files, '/use.html', HTML, showcase(batch, files));
        await visit('/use.html');
        found.push(await accessibleNodes(page));
        await touchAll(page);
      }
      return joined(...found, witness.take());
    },

    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function watchedPage(
  browser: Browser,
  origin: string,
  files: ReadonlyMap<string, ServedFile>,
  witness: Witness,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    const isOurs = url.startsWith(origin) && files.has(decodeURI(new URL(url).pathname));
    if (isOurs || url === 'about:blank' || url === 'about:srcdoc') return route.continue();
    witness.note(url);
    return route.abort('aborted');
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    witness.note(dialog.message());
    void dialog.dismiss();
  });
  context.on('page', (popup) => {
    witness.note(popup.url());
    void popup.close();
  });
  return page;
}

function publish(files: Map<string, ServedFile>, path: string, type: string, body: string): string {
  files.set(path, { type, body });
  return path;
}

function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

function joined(...all: readonly Findings[]): Findings {
  const result = new Map<string, string[]>();
  for (const [name, flaws] of all.flatMap((findings) => [...findings])) {
    result.set(name, [...(result.get(name) ?? []), ...flaws]);
  }
  return result;
}

/** A page with some of everything that a stray style, name or event could reach. */
function pageAround(sprite: string): string {
  return `<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,">
<style>svg { color: blue } .page { margin: 8px } .hidden-place { position: absolute; width: 0; height: 0; overflow: hidden }</style></head>
<body class="page"><p class="probe page" id="probe">A page</p><button class="probe hidden">Go</button>
<svg class="probe" width="24" height="24"><g class="a cls-1"><rect width="9" height="9"/><path d="M0 0h9"/></g></svg>
<div class="hidden-place">${withNeighbors(sprite)}</div><div class="hidden-place" id="late"></div></body></html>`;
}

/** Other icons in the same sprite, which an icon must not change either. */
function withNeighbors(sprite: string): string {
  const neighbor = (id: string) =>
    `<symbol class="probe" id="neighbor-${id}" viewBox="0 0 9 9"><rect width="9" height="9"/></symbol>`;
  const symbols = /^<svg xmlns="[^"]*">(<symbol.*)<\/svg>$/s.exec(sprite)?.[1];
  const inner = `${neighbor('before')}${symbols ?? ''}${neighbor('after')}`;
  // A raw drawing is no sprite; it goes in as it is.
  const raw = symbols === undefined ? sprite : '';
  return `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>${raw}`;
}

/** A page that shows each symbol twice: out of the page itself, and of an external sprite. */
function showcase(specimens: readonly Specimen[], files: Map<string, ServedFile>): string {
  const all = specimens.map(({ sprite }) => sprite.replace(/^<svg[^>]*>|<\/svg>$/g, '')).join('');
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${all}</svg>`;
  const url = publish(files, '/use.svg', SVG, sprite);
  const places = specimens.map(({ name }) => {
    const uses = ['', url].map(
      (at) => `<svg width="12" height="12"><use href="${at}#${name}"/></svg>`,
    );
    return `<div class="place" role="group" aria-label="${name}">${uses.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><head><title>Use</title><link rel="icon" href="data:,">
<style>body { margin: 0 } .place { float: left; width: 24px; height: 12px; overflow: hidden; line-height: 0 }</style></head>
<body>${places.join('')}<div style="position:absolute;width:0;height:0;overflow:hidden">${sprite}</div></body></html>`;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly parentId?: string;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** What readers of the page are told about each place, besides that a picture is there. */
async function accessibleNodes(page: Page): Promise<Findings> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly AxNode[];
  };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const placeOf = (node: AxNode): string => {
    if (node.role?.value === 'group' && node.name?.value) return node.name.value;
    const parent = byId.get(node.parentId ?? '');
    return parent ? placeOf(parent) : 'nobody';
  };
  const found = new Map<string, string[]>();
  for (const node of nodes) {
    const role = node.role?.value ?? '';
    const name = node.name?.value ?? '';
    const isPlain = name === '' && /^(none|generic|image|SvgRoot|img|GenericContainer)$/.test(role);
    if (node.ignored || isPlain || /^(RootWebArea|group)$/.test(role)) continue;
    const place = placeOf(node);
    found.set(place, [...(found.get(place) ?? []), `readers are told of a ${role} “${name}”`]);
  }
  return found;
}

/** Goes over all places with the mouse, clicks, and presses Tab until the page ends. */
async function touchAll(page: Page): Promise<void> {
  const boxes: { x: number; y: number }[] = await page.evaluate(
    `[...document.querySelectorAll('.place > svg')].map((svg) => { const { x, y } = svg.getBoundingClientRect(); return { x: x + 6, y: y + 6 } })`,
  );
  const session = await page.context().newCDPSession(page);
  const at = (type: string, { x, y }: { x: number; y: number }) =>
    session.send('Input.dispatchMouseEvent', {
      ...{ type: type as 'mouseMoved', x, y },
      ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }),
    });
  // In this order and without waiting for each: the browser waits a frame for each move.
  await Promise.all(
    boxes.flatMap((box) =>
      ['mouseMoved', 'mousePressed', 'mouseReleased'].map((type) => at(type, box)),
    ),
  );
  await session.detach();
  for (let count = 0; count < 5; count++) await page.keyboard.press('Tab');
}
