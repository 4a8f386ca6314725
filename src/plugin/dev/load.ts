import { askedFor } from '../../code/module-ids.ts';
import { type Core, OWN } from '../core.ts';
import { boundModule } from '../modules.ts';
import { servedIconModule, servedInlineModule, servedModule } from './modules.ts';
import type { ServedApp } from './serve.ts';

/** The code of a module of ours, from a development server. */
export async function loadServed(
  id: string,
  app: ServedApp,
  core: Core,
): Promise<string | undefined> {
  const { root } = await core.project();
  const what = id.startsWith(OWN) ? askedFor(id.slice(OWN.length)) : undefined;
  switch (what?.is) {
    case 'names':
      return servedModule(app.served(), root, app.isTest);
    case 'bound':
      return boundModule(what.entry, false, 'served');
    case 'inline':
      return servedInlineModule(app.served());
    case 'icon':
      return servedIconModule(what.name);
    default:
      return undefined;
  }
}
