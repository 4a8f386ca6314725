import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Size of the picture of a page. */
export interface Shot {
  /** Of the page, in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device pixels in a CSS px. */
  readonly scale: number;
}

/** A running browser that takes pictures of pages. */
export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /**
   * Opens a page, waits until it says that it is ready (see {@link READY}), and takes a picture of
   * it as a PNG.
   */
  capture(url: string, shot: Shot): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

/** An installed browser. */
export interface FoundEngine {
  readonly version: string;
  open(): Promise<Engine>;
}

/**
 * JavaScript that tells whether a page is ready to be looked at: the page sets `data-ready` on its
 * root. The load event does not wait for external sprites in every browser.
 */
export const READY = "document.documentElement.hasAttribute('data-ready')";

/** How long a page may take to get ready, in ms. */
export const READY_WITHIN = 120_000;

/**
 * Takes pictures until two in a row are the same, since no event tells when a browser has drawn
 * what it has loaded.
 */
export async function untilStill(take: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let last = await take();
  for (let attempt = 0; attempt < 20; attempt++) {
    await pause(100);
    const next = await take();
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  throw new Error('The page does not stand still.');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The first of these programs that the PATH has. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
