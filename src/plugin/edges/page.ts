import type { HtmlTagDescriptor } from 'vite';
import { symbolsOf } from '../../emit/svg.ts';
import { linkedInHtml, symbolIdsOf } from '../output/links.ts';
import type { Project } from '../project.ts';

/**
 * The icons that are in the page before any script runs: those that the options name, and those that
 * a `<use>` of the page links to. Neither a style nor a text, so that a strict policy lets it pass and
 * no one reads it out; a block of no height moves nothing.
 */
export function pageTags(
  { settings, catalog }: Project,
  html: string,
  { isBuild }: { readonly isBuild: boolean },
): HtmlTagDescriptor[] {
  const symbols = symbolIdsOf(catalog(), settings.config);
  // While developing, the server has all.
  const critical = isBuild ? settings.critical : [];
  const known = new Set(critical.flatMap((name) => catalog().icon(name) ?? []));
  const ids = new Map([...known].map((icon) => [icon, new Set<string>()]));
  for (const id of linkedInHtml(html)) {
    const icon = hasElement(html, id) ? undefined : symbols.icon(id);
    if (icon) ids.set(icon, (ids.get(icon) ?? new Set()).add(id));
  }
  if (ids.size === 0) return [];
  return [
    {
      tag: 'svg',
      attrs: {
        xmlns: 'http://www.w3.org/2000/svg',
        ...{ width: '0', height: '0', display: 'block', 'aria-hidden': 'true' },
      },
      children: [...ids]
        .map(([icon, linked]) =>
          symbolsOf({ ...icon, ids: [...linked].filter((id) => id !== icon.id) }),
        )
        .join(''),
      injectTo: 'body-prepend',
    },
  ];
}

/** Whether the page has something of that id itself. */
function hasElement(html: string, id: string): boolean {
  return ['"', "'"].some((quote) => html.includes(`id=${quote}${id}${quote}`));
}
