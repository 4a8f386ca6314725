import { type CatalogEmitOptions, catalogFormat } from './catalog.ts';
import type { OutputFormat } from './format.ts';
import { type LayoutOptions, layoutsFormat } from './layouts.ts';
import { type NamesOptions, namesFormat } from './names.ts';

/** Options of all formats. */
export type FormatOptions = LayoutOptions & NamesOptions & CatalogEmitOptions;

/** All formats, in the order in which their files are to be written. */
export const OUTPUT_FORMATS: readonly OutputFormat<FormatOptions>[] = [
  layoutsFormat,
  namesFormat,
  catalogFormat,
];
