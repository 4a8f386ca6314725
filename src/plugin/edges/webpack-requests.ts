import { createRequire } from 'node:module';
import { INLINE, withoutExact } from '../../code/module-ids.ts';
import { type Core, OWN } from '../core.ts';

/** Existing file for virtual modules, since every module of these bundlers needs one. */
const STAND_IN: string = createRequire(import.meta.url).resolve('iconloom/webpack-loader');

/** Queries of that file, for modules with side effects and for others. */
const EFFECT = '?iconloom-effect=';
const VALUE = '?iconloom-value=';

export const LOADER: string = STAND_IN;
export const OWN_EFFECT: RegExp = /^\?iconloom-effect=/;
export const OWN_VALUE: RegExp = /^\?iconloom-value=/;
export const OWN_QUERY: RegExp = /^\?iconloom-(effect|value)=/;

/** Request for a virtual module; `undefined` for all other imports. */
export function requestFor(
  core: Core,
  source: string,
  importer: string | undefined,
): string | undefined {
  const resolved = core.resolve(source, importer === STAND_IN ? OWN : importer);
  if (resolved?.is !== 'own') return undefined;
  const asked = resolved.id.slice(OWN.length);
  const query = withoutExact(asked) === INLINE ? EFFECT : VALUE;
  return STAND_IN + query + encodeURIComponent(asked).replaceAll('!', '%21');
}

/** Id of a virtual module, from the query of its request. */
export function ownId(query: string): string {
  return OWN + decodeURIComponent(query.replace(OWN_QUERY, ''));
}
