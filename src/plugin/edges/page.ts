import type { HtmlTagDescriptor } from 'vite';
import type { Project } from '../project.ts';

/**
 * The icons that are to be in the page before any script runs. Neither a style nor a text, so that
 * a strict policy lets it pass and no one reads it out; a block of no height moves nothing.
 */
export function criticalTags({ settings, catalog }: Project): HtmlTagDescriptor[] {
  const icons = settings.critical.flatMap((name) => catalog().icon(name) ?? []);
  if (icons.length === 0) return [];
  return [
    {
      tag: 'svg',
      attrs: {
        xmlns: 'http://www.w3.org/2000/svg',
        ...{ width: '0', height: '0', display: 'block', 'aria-hidden': 'true' },
      },
      children: [...new Set(icons)].map(({ symbol }) => symbol).join(''),
      injectTo: 'body-prepend',
    },
  ];
}
