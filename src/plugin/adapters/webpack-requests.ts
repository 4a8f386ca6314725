import { createRequire } from 'node:module';
import { INLINE_MODULE, withoutStatic } from '../../code/module-ids.ts';
import type { Core } from '../core.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';

/** Existing file for virtual modules, since every module of these bundlers needs one. */
const STAND_IN_FILE: string = createRequire(import.meta.url).resolve('iconloom/webpack-loader');

/** Queries of that file, for modules with side effects and for others. */
const EFFECT_PREFIX = '?iconloom-effect=';
const VALUE_PREFIX = '?iconloom-value=';

export const LOADER: string = STAND_IN_FILE;
export const EFFECT_QUERY: RegExp = /^\?iconloom-effect=/;
export const VALUE_QUERY: RegExp = /^\?iconloom-value=/;
export const ICONLOOM_QUERY: RegExp = /^\?iconloom-(effect|value)=/;

/** Request for a virtual module; `undefined` for all other imports. */
export function requestFor(
  core: Core,
  source: string,
  importer: string | undefined,
): string | undefined {
  const resolved = core.resolve(source, importer === STAND_IN_FILE ? VIRTUAL_PREFIX : importer);
  if (resolved?.kind !== 'own') return undefined;
  const moduleId = resolved.id.slice(VIRTUAL_PREFIX.length);
  const query = withoutStatic(moduleId) === INLINE_MODULE ? EFFECT_PREFIX : VALUE_PREFIX;
  return STAND_IN_FILE + query + encodeURIComponent(moduleId).replaceAll('!', '%21');
}

/** Id of a virtual module, from the query of its request. */
export function idFromQuery(query: string): string {
  return VIRTUAL_PREFIX + decodeURIComponent(query.replace(ICONLOOM_QUERY, ''));
}
