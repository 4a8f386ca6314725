import { askedFor, HREF, withoutExact } from '../../code/module-ids.ts';
import { type Core, OWN } from '../core.ts';
import { boundModule } from '../modules.ts';
import { servedIconModule, servedInlineModule, servedModule, servedSetModule } from './modules.ts';
import type { ServedApp } from './serve.ts';

/** Loads the code of a virtual module for a development server. */
export async function loadServed(
  id: string,
  app: ServedApp,
  core: Core,
): Promise<string | undefined> {
  if (!id.startsWith(OWN)) return undefined;
  const { root, catalog } = await core.project();
  const asked = id.slice(OWN.length);
  if (asked === HREF) return servedSetModule(app.served(), root, app.isTest);
  const what = askedFor(withoutExact(asked));
  switch (what?.is) {
    case 'names':
      return servedModule();
    case 'bound':
      return boundModule(what.entry, false, 'served');
    case 'inline':
      if (!app.isTest) app.inline();
      return servedInlineModule(catalog().icons, app.isTest);
    case 'icon':
      return servedIconModule(what.name);
    default:
      return undefined;
  }
}
