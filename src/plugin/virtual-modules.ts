import { HREF_MODULE, isStatic, parseIconloomImport, withoutStatic } from '../code/module-ids.ts';
import {
  type BindingTarget,
  boundModule,
  dynamicInlineModule,
  dynamicModule,
  hrefModule,
  iconModule,
  staticInlineModule,
  staticModule,
} from './modules.ts';
import type { PluginProject } from './project.ts';

/** Prefix of the ids of iconloom's virtual modules, by the convention of bundlers. */
export const VIRTUAL_PREFIX = '\0iconloom:';

/** Result of resolving an import: a virtual module, or an entry of the package itself. */
export type ResolvedImport =
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'package'; readonly source: string };

/** Resolves an import of iconloom; `undefined` for all others. */
export function resolveIconloomImport(
  source: string,
  importer: string | undefined,
): ResolvedImport | undefined {
  if (source === HREF_MODULE) return { kind: 'own', id: VIRTUAL_PREFIX + source };
  // Rollup does not resolve packages itself.
  if (source.startsWith('iconloom/') && importer?.includes(VIRTUAL_PREFIX))
    return { kind: 'package', source };
  const request = parseIconloomImport(withoutStatic(source));
  return request && { kind: 'own', id: VIRTUAL_PREFIX + source };
}

/** Options for the code of a virtual module. */
export interface VirtualModuleOptions {
  /** Binding of components to the icons. */
  readonly target: Exclude<BindingTarget, 'served'>;
  /** The bundler's public path if it is known; `any` if code decides. */
  readonly publicPath: string | undefined;
  /** True if links may lead to sprites of other builds, too. */
  readonly hasOtherSprites: boolean;
}

/**
 * Code of a virtual module; `undefined` if iconloom has none of this source.
 *
 * @param source source of the import, without the prefix of the id
 */
export function virtualModuleCode(
  source: string,
  project: PluginProject,
  options: VirtualModuleOptions,
): string | undefined {
  if (source === HREF_MODULE) return hrefModuleCode(project, options);
  const request = parseIconloomImport(withoutStatic(source));
  const { prefix } = project.settings.config;
  switch (request?.kind) {
    case 'names':
      return isStatic(source) ? staticModule() : dynamicModule();
    case 'bound':
      return boundModule(request.entry, { isStatic: isStatic(source), target: options.target });
    case 'inline':
      return isStatic(source) ? staticInlineModule(prefix) : dynamicInlineModule();
    case 'icon':
      return iconModule(project.catalog().icon(request.name)?.name ?? request.name);
    default:
      return undefined;
  }
}

/** URLs with an origin of their own. */
const ABSOLUTE: RegExp = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

function hrefModuleCode(
  { settings, catalog }: PluginProject,
  { publicPath, hasOtherSprites }: VirtualModuleOptions,
): string {
  const { prefix, split } = settings.config;
  const base = settings.isModuleRelative ? undefined : (settings.base ?? publicPath);
  return hrefModule({
    prefix,
    // Hrefs are looked up by names, never by aliases.
    critical: settings.critical.flatMap((called) => catalog().icon(called)?.name ?? []),
    isSplit: split !== false || hasOtherSprites,
    mayBeCrossOrigin: base === 'any' || (base !== undefined && ABSOLUTE.test(base)),
  });
}
