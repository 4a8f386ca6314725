import { type CatalogEmitOptions, catalogFormat } from './catalog.ts';
import type { OutputFormat } from './format.ts';
import { type LayoutOptions, layoutsFormat } from './layouts.ts';
import { type NamesOptions, namesFormat } from './names.ts';
import type { OutputsOptions } from './outputs/index.ts';

/** Options of all formats. */
export type FormatOptions = LayoutOptions & NamesOptions & CatalogEmitOptions & OutputsOptions;

/**
 * Loads all formats that the options may request, in the order in which their files are to be
 * written. The code of additional outputs is loaded only for them.
 */
export async function loadFormats({
  outputs,
}: OutputsOptions): Promise<readonly OutputFormat<FormatOptions>[]> {
  const additional =
    Object.keys(outputs).length === 0
      ? []
      : (await import('./outputs/index.ts')).ICON_OUTPUT_FORMATS;
  return [layoutsFormat, ...additional, namesFormat, catalogFormat];
}
