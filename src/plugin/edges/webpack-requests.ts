import { createRequire } from 'node:module';
import { INLINE, withoutExact } from '../../code/module-ids.ts';
import { type Core, OWN } from '../core.ts';

/** A file that is there, since every module of these bundlers comes from one. */
const STAND_IN: string = createRequire(import.meta.url).resolve('iconloom/webpack-loader');

/** What is behind the stand-in, for modules that do something by being imported, and for others. */
const EFFECT = '?iconloom-effect=';
const VALUE = '?iconloom-value=';

export const LOADER: string = STAND_IN;
export const OWN_EFFECT: RegExp = /^\?iconloom-effect=/;
export const OWN_VALUE: RegExp = /^\?iconloom-value=/;
export const OWN_QUERY: RegExp = /^\?iconloom-(effect|value)=/;

/** The request for a module of ours; `undefined` where the bundler shall look for itself. */
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

/** The id of a module of ours, by the query of its request. */
export function ownId(query: string): string {
  return OWN + decodeURIComponent(query.replace(OWN_QUERY, ''));
}
