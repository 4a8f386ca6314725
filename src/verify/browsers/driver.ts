/** Browser engines that icons can be verified in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type EngineName = (typeof ENGINES)[number];

/** Size of a page in CSS px. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** A running browser with one page. */
export interface BrowserDriver {
  /** Product name: `Chromium`, `Google Chrome`, `Firefox`, `WebKitGTK`. */
  readonly name: string;
  readonly version: string;
  resize(viewport: Viewport): Promise<void>;
  /** Loads a page. */
  open(url: string): Promise<void>;
  /** Value of a JavaScript expression in the page, if JSON can hold it. */
  evaluate<T>(expression: string): Promise<T>;
  /** PNG of what the viewport shows. */
  screenshot(): Promise<Uint8Array>;
  /** Ends the browser. Never throws. */
  close(): Promise<void>;
}

/** Options of a browser. */
export interface LaunchOptions {
  /** Device pixels in a CSS px. Default: 1. */
  readonly scale?: number;
}

/** An installed browser. */
export interface InstalledBrowser {
  readonly engine: EngineName;
  launch(options?: LaunchOptions): Promise<BrowserDriver>;
}
