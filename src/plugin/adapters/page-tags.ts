import type { HtmlTagDescriptor } from 'vite';
import { symbolsOf } from '../../emit/svg.ts';
import { collectSymbolIds, findUseLinks } from '../output/links.ts';
import type { PluginProject } from '../project.ts';

/**
 * Symbols that are in the page before any script runs: those of critical icons, and those that a
 * `<use>` of the page links to. It has no styles and no text, so that a strict security policy
 * allows it and screen readers skip it; a block without height does not move the layout.
 */
export function pageTags(
  { settings, catalog }: PluginProject,
  html: string,
  { isBuild }: { readonly isBuild: boolean },
): HtmlTagDescriptor[] {
  const symbols = collectSymbolIds(catalog(), settings.config);
  // In development, the server has all icons.
  const critical = isBuild ? settings.critical : [];
  const criticalIcons = new Set(critical.flatMap((name) => catalog().icon(name) ?? []));
  const ids = new Map([...criticalIcons].map((icon) => [icon, new Set<string>()]));
  for (const id of findUseLinks(html)) {
    const icon = hasElement(html, id) ? undefined : symbols.icon(id);
    if (icon) ids.set(icon, (ids.get(icon) ?? new Set()).add(id));
  }
  if (ids.size === 0) return [];
  return [
    {
      tag: 'svg',
      attrs: {
        xmlns: 'http://www.w3.org/2000/svg',
        width: '0',
        height: '0',
        display: 'block',
        'aria-hidden': 'true',
      },
      children: [...ids]
        .map(([icon, linkedIds]) =>
          symbolsOf({ ...icon, ids: [...linkedIds].filter((id) => id !== icon.id) }),
        )
        .join(''),
      injectTo: 'body-prepend',
    },
  ];
}

/** Checks that the page itself has an element with an id. */
function hasElement(html: string, id: string): boolean {
  return ['"', "'"].some((quote) => html.includes(`id=${quote}${id}${quote}`));
}
