import type { BrowserDriver, InstalledBrowser } from './browsers/driver.ts';
import type { FileServer } from './file-server.ts';
import { type BackgroundImages, createIconRenderer, type IconRenderer } from './icon-renderer.ts';
import { inkColor } from './ink-color.ts';
import type { SymbolUse, VerifySubject } from './model.ts';
import type { SpriteText } from './sprite-text.ts';

/** Browser that can be restarted when it does not respond. */
export interface BrowserSession {
  readonly driver: BrowserDriver;
  readonly renderer: IconRenderer;
  restart(): Promise<void>;
}

export async function openBrowserSession(
  browser: InstalledBrowser,
  server: FileServer,
): Promise<BrowserSession> {
  const options = { paintsBeforeScreenshot: browser.engine !== 'webkit' };
  let driver = await browser.launch();
  let renderer = createIconRenderer(driver, server, options);
  return {
    get driver() {
      return driver;
    },
    get renderer() {
      return renderer;
    },
    async restart() {
      await driver.close();
      driver = await browser.launch();
      renderer = createIconRenderer(driver, server, options);
    },
  };
}

/** Pictures of an icon: of its source, and of its symbol by use. */
interface IconImages {
  readonly source: BackgroundImages | undefined;
  readonly symbol: Readonly<Record<SymbolUse, BackgroundImages>>;
  readonly color: string;
}

export type DrawResult = ReadonlyMap<VerifySubject, IconImages | { readonly reason: string }>;

/**
 * Draws icons of one sprite. When a page fails, each half is drawn by itself in a restarted
 * browser, so that an icon that stalls the browser affects only itself.
 */
export async function drawBatch(
  session: BrowserSession,
  batch: readonly VerifySubject[],
  sprites: ReadonlyMap<string, SpriteText>,
  side: number,
): Promise<DrawResult> {
  if (batch.length === 0) return new Map();
  try {
    return await drawOnce(session.renderer, batch, sprites, side);
  } catch (error) {
    await session.restart();
    if (batch.length === 1) {
      const reason = error instanceof Error ? error.message : String(error);
      return new Map(batch.map((icon) => [icon, { reason }]));
    }
    const half = Math.ceil(batch.length / 2);
    const first = await drawBatch(session, batch.slice(0, half), sprites, side);
    const second = await drawBatch(session, batch.slice(half), sprites, side);
    return new Map([...first, ...second]);
  }
}

async function drawOnce(
  renderer: IconRenderer,
  batch: readonly VerifySubject[],
  sprites: ReadonlyMap<string, SpriteText>,
  side: number,
): Promise<DrawResult> {
  const sprite = sprites.get(batch[0]?.sprite ?? '') as SpriteText;
  const sources = await renderer.drawSources(batch, side);
  const colors = batch.map(({ isRecolored }, index) => {
    const source = sources[index];
    return (isRecolored && source && inkColor(source)) || '#000';
  });
  const options = { side, sprite, colors };
  const external = await renderer.drawSymbols(batch, 'external', options);
  const inlined = await renderer.drawSymbols(batch, 'inlined', options);
  return new Map(
    batch.map((icon, index) => [
      icon,
      {
        source: sources[index],
        symbol: {
          external: external[index] as BackgroundImages,
          inlined: inlined[index] as BackgroundImages,
        },
        color: colors[index] ?? '#000',
      },
    ]),
  );
}
