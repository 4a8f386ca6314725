import { NOTICE } from '../notice.ts';
import { componentOutput, defaultExport } from './component.ts';
import {
  escapeCharacters,
  type MarkupDialect,
  markupAttributes,
  quotedValue,
  toMarkup,
} from './markup.ts';
import type { IconOutput } from './output.ts';

const SVELTE: MarkupDialect = {
  text: (text) => escapeCharacters(text, /[&<>{}]/g),
  value: (value) => quotedValue(value, /[&<>"{}]/g),
};

/** Components for Svelte 5: `<IconHome title="Start" width="16" />`. */
export const svelteOutput: IconOutput = componentOutput({
  folder: 'svelte',
  extension: '.svelte',
  exportLine: (from, names) => defaultExport(`${from}.svelte`, names),
  write: ({ attributes, nodes }) => `<!-- ${NOTICE} -->
<script lang="ts">
  import type { SVGAttributes } from 'svelte/elements';

  const { title, ...rest }: SVGAttributes<SVGSVGElement> & { title?: string } = $props();
  const label = $derived(title ?? rest['aria-label']);
</script>

<svg${markupAttributes(attributes, SVELTE)} role={label ? 'img' : undefined} aria-hidden={label ? undefined : 'true'} {...rest}>{#if title}<title>{title}</title>{/if}${toMarkup(nodes, SVELTE)}</svg>
`,
});
