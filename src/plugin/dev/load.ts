import { HREF_MODULE, parseIconloomImport, withoutStatic } from '../../code/module-ids.ts';
import type { Core } from '../core.ts';
import { boundModule } from '../modules.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';
import { servedIconModule, servedInlineModule, servedModule, servedSetModule } from './modules.ts';
import type { IconServer } from './serve.ts';

/** Loads the code of a virtual module for a development server. */
export async function loadServedModule(
  id: string,
  iconServer: IconServer,
  core: Core,
): Promise<string | undefined> {
  if (!id.startsWith(VIRTUAL_PREFIX)) return undefined;
  const source = id.slice(VIRTUAL_PREFIX.length);
  if (source === HREF_MODULE) {
    const { root, isTest } = iconServer;
    return servedSetModule(await iconServer.served(), { root, isTest });
  }
  const request = parseIconloomImport(withoutStatic(source));
  switch (request?.kind) {
    case 'names':
      return servedModule();
    case 'bound':
      return boundModule(request.entry, { target: 'served' });
    case 'inline':
      if (!iconServer.isTest) iconServer.markInline();
      await iconServer.served();
      return servedInlineModule((await core.project()).catalog().icons, {
        isTest: iconServer.isTest,
      });
    case 'icon':
      return servedIconModule(request.name);
    default:
      return undefined;
  }
}
