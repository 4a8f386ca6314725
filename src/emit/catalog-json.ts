import type { CatalogData } from '../core/catalog.ts';

/** The data as JSON, a line for each icon, in parts. */
export function catalogParts({ icons, problems, ...head }: CatalogData): readonly string[] {
  return [
    `${JSON.stringify(head).slice(0, -1)},\n"icons":[`,
    ...icons.map((icon, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(icon)}`),
    `\n],\n"problems":${JSON.stringify(problems)}}\n`,
  ];
}
