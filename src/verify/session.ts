import type { BrowserDriver, FoundBrowser } from './browsers/driver.ts';
import { openStudio, type Studio, type Views } from './draw.ts';
import { inkColor } from './ink-color.ts';
import type { Subject, Use } from './model.ts';
import type { Site } from './site.ts';
import type { SpriteText } from './sprite-text.ts';

/** Browser that can be restarted when it does not respond. */
export interface Session {
  readonly driver: BrowserDriver;
  readonly studio: Studio;
  restart(): Promise<void>;
}

export async function openSession(found: FoundBrowser, site: Site): Promise<Session> {
  let driver = await found.launch();
  let studio = openStudio(driver, site, found.engine !== 'webkit');
  return {
    get driver() {
      return driver;
    },
    get studio() {
      return studio;
    },
    async restart() {
      await driver.close();
      driver = await found.launch();
      studio = openStudio(driver, site, found.engine !== 'webkit');
    },
  };
}

/** Pictures of an icon: of its source, and of its symbol by use. */
interface Drawn {
  readonly source: Views | undefined;
  readonly symbol: Readonly<Record<Use, Views>>;
  readonly color: string;
}

export type DrawResult = ReadonlyMap<Subject, Drawn | { readonly reason: string }>;

/**
 * Draws icons of one sprite. When a page fails, each half is drawn by itself in a restarted
 * browser, so that an icon that stalls the browser affects only itself.
 */
export async function drawAll(
  session: Session,
  batch: readonly Subject[],
  sprites: ReadonlyMap<string, SpriteText>,
  side: number,
): Promise<DrawResult> {
  if (batch.length === 0) return new Map();
  try {
    return await drawOnce(session.studio, batch, sprites, side);
  } catch (error) {
    await session.restart();
    if (batch.length === 1) {
      const reason = error instanceof Error ? error.message : String(error);
      return new Map(batch.map((icon) => [icon, { reason }]));
    }
    const half = Math.ceil(batch.length / 2);
    const first = await drawAll(session, batch.slice(0, half), sprites, side);
    const second = await drawAll(session, batch.slice(half), sprites, side);
    return new Map([...first, ...second]);
  }
}

async function drawOnce(
  studio: Studio,
  batch: readonly Subject[],
  sprites: ReadonlyMap<string, SpriteText>,
  side: number,
): Promise<DrawResult> {
  const sprite = sprites.get(batch[0]?.sprite ?? '') as SpriteText;
  const sources = await studio.drawSources(batch, side);
  const colors = batch.map(({ isRecolored }, index) => {
    const source = sources[index];
    return (isRecolored && source && inkColor(source)) || '#000';
  });
  const options = { side, sprite, colors };
  const external = await studio.drawSymbols(batch, 'external', options);
  const inlined = await studio.drawSymbols(batch, 'inlined', options);
  return new Map(
    batch.map((icon, index) => [
      icon,
      {
        source: sources[index],
        symbol: { external: external[index] as Views, inlined: inlined[index] as Views },
        color: colors[index] ?? '#000',
      },
    ]),
  );
}
