import { NOTICE } from '../notice.ts';
import { componentOutput, defaultExport } from './component.ts';
import { BRACES_ESCAPED, type MarkupDialect, markupAttributes, toMarkup } from './markup.ts';
import type { IconOutput } from './output.ts';

const VUE: MarkupDialect = {
  ...BRACES_ESCAPED,
  // Templates drop style elements.
  tag: (name) =>
    name === 'style'
      ? { start: 'component :is="\'style\'"', end: 'component' }
      : { start: name, end: name },
};

/** Components for Vue: `<IconHome title="Start" width="16" />`. */
export const vueOutput: IconOutput = componentOutput({
  folder: 'vue',
  extension: '.vue',
  exportLine: (from, names) => defaultExport(`${from}.vue`, names),
  write: ({ doc, attributes, nodes }) => `<!-- ${NOTICE} -->
<script setup lang="ts">
${doc}
defineProps<{ title?: string }>();
</script>

<template>
  <svg${markupAttributes(attributes, VUE)} :role="title || $attrs['aria-label'] ? 'img' : undefined" :aria-hidden="title || $attrs['aria-label'] ? undefined : 'true'"><title v-if="title">{{ title }}</title>${toMarkup(nodes, VUE)}</svg>
</template>
`,
});
