import { NOTICE } from '../notice.ts';
import { componentOutput, defaultExport } from './component.ts';
import { BRACES_ESCAPED, markupAttributes, toMarkup } from './markup.ts';
import type { IconOutput } from './output.ts';

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

<svg${markupAttributes(attributes, BRACES_ESCAPED)} role={label ? 'img' : undefined} aria-hidden={label ? undefined : 'true'} {...rest}>{#if title}<title>{title}</title>{/if}${toMarkup(nodes, BRACES_ESCAPED)}</svg>
`,
});
