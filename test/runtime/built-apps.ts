import {
  type App,
  type AppParts,
  bundleClient,
  type Condition,
  renderOnServer,
} from './bundle-app.ts';

/** Apps that are built once each, one after the other, while the first of them are looked at. */
export interface BuiltApps {
  client(app: App, condition: Condition): Promise<string>;
  /** What an app renders on the server. */
  rendered(app: App): Promise<string>;
  /** Resolves when nothing is being built any more. */
  done(): Promise<unknown>;
}

/** Whether an app renders on servers; the custom element is nothing there. */
export function isRendered(app: App): boolean {
  return app !== 'element.ts';
}

/** Starts building: what users get first, then what their servers and developers do. */
export function buildApps(apps: readonly App[], parts: AppParts): BuiltApps {
  const results = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();
  const add = (key: string, run: () => Promise<string>): void => {
    const result = last.then(run);
    results.set(key, result);
    // Who asks for it is told; the next is built all the same.
    last = result.catch(() => {});
  };
  for (const app of apps) add(`${app} production`, () => bundleClient(app, parts, 'production'));
  for (const app of apps.filter(isRendered)) {
    add(`${app} rendered`, () => renderOnServer(app, parts));
  }
  for (const app of apps) add(`${app} development`, () => bundleClient(app, parts, 'development'));
  return {
    client: (app, condition) => results.get(`${app} ${condition}`) as Promise<string>,
    rendered: (app) => results.get(`${app} rendered`) as Promise<string>,
    done: () => last,
  };
}
