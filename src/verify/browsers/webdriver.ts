import type { BrowserDriver, Viewport } from './driver.ts';

/** Position and outer size of a window. */
interface WindowRect extends Viewport {
  readonly x: number;
  readonly y: number;
}

/** A session of W3C WebDriver, independent of the transport. */
export interface WebDriverSession {
  readonly name: string;
  readonly version: string;
  navigate(url: string): Promise<void>;
  /** Runs the body of a function and returns its result. */
  execute<T>(script: string): Promise<T>;
  windowRect(): Promise<WindowRect>;
  setWindowRect(rect: WindowRect): Promise<void>;
  /** PNG in base64. */
  screenshot(): Promise<string>;
  close(): Promise<void>;
}

/** Drives a browser through a WebDriver session. */
export function webDriver(session: WebDriverSession): BrowserDriver {
  const { name, version } = session;
  const evaluate = <T>(expression: string) => session.execute<T>(`return ${expression}`);
  return {
    name,
    version,
    evaluate,
    open: (url) => session.navigate(url),
    close: () => session.close(),
    async resize({ width, height }) {
      const [innerWidth, innerHeight] = await evaluate<[number, number]>(
        '[innerWidth, innerHeight]',
      );
      if (innerWidth === width && innerHeight === height) return;
      const rect = await session.windowRect();
      await session.setWindowRect({
        x: 0,
        y: 0,
        width: rect.width + width - innerWidth,
        height: rect.height + height - innerHeight,
      });
    },
    screenshot: async () => Buffer.from(await session.screenshot(), 'base64'),
  };
}
