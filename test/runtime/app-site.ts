import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { appPage, type OpenPage, openPage, PAGE_CSS, type PageOptions } from './app-page.ts';
import { type AppSet, buildAppSet } from './app-set.ts';
import { type BuiltApps, buildApps } from './built-apps.ts';
import type { App, Condition } from './bundle-app.ts';

const RTL_CSS = readFileSync(new URL('../../dist/runtime/rtl.css', import.meta.url), 'utf8');

/** How an app is opened. */
interface Opening extends PageOptions {
  /** Default: `production`. */
  readonly condition?: Condition;
  /** `?` and what the app is told by it. */
  readonly query?: string;
  /** Whether to wait until nothing more is asked for: what is not told by then is not. */
  readonly isStill?: boolean;
}

/** A browser and a site with apps that show a small set. */
export interface AppSite {
  /** Opens an app in the place of the one before. */
  open(app: App, opening: Opening): Promise<OpenPage>;
  /** What an app renders on the server. */
  rendered(app: App): Promise<string>;
  close(): Promise<void>;
}

/** @param react the `node_modules` that React is taken from, where it is not the repository's */
export async function openAppSite(apps: readonly App[], react?: string): Promise<AppSite> {
  const files = new Map<string, ServedFile>();
  const [browser, site, set]: [Browser, Site, AppSet] = await Promise.all([
    launchChromium(),
    serve(files),
    buildAppSet('/static'),
  ]);
  const built: BuiltApps = buildApps(apps, { icons: set.icons, ...(react && { react }) });
  const page = await browser.newPage({ colorScheme: 'light' });
  let opened = 0;
  const sprite = { type: 'image/svg+xml', body: set.sprite };
  files.set('/static/sprite.svg', sprite).set('/icon.svg', sprite);
  files.set('/rtl.css', { type: 'text/css', body: RTL_CSS }).set('/page.css', PAGE_CSS);
  return {
    async open(app, { condition = 'production', query = '', isStill = false, ...options }) {
      const body = await built.client(app, condition);
      // An address of its own, so that the browser does not know the script.
      const script = `/app.js?${opened++}`;
      files.set('/app.js', { type: 'text/javascript', body });
      files.set('/', appPage({ ...options, script }));
      const until = isStill ? 'networkidle' : 'load';
      const open = await openPage(page, `${site.origin}/${query}`, until);
      await page.locator('main').waitFor();
      return open;
    },
    rendered: built.rendered,
    async close() {
      await built.done();
      await browser.close();
      await site.close();
      set.remove();
    },
  };
}
