import { escapeTemplateSyntax } from '../core/template-syntax.ts';
import type { CatalogData } from './catalog-format.ts';

/** Serializes the data as JSON with one line per icon, in parts. */
export function catalogParts({ icons, problems, ...head }: CatalogData): readonly string[] {
  return [
    `${json(head).slice(0, -1)},\n"icons":[`,
    ...icons.map((icon, index) => `${index === 0 ? '\n' : ',\n'}${json(icon)}`),
    `\n],\n"problems":${json(problems)}}\n`,
  ];
}

function json(value: unknown): string {
  return escapeTemplateSyntax(JSON.stringify(value));
}
