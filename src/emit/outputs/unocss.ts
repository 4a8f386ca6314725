import { NOTICE } from '../notice.ts';
import { classPluginOutput } from './class-plugin.ts';
import type { IconOutput } from './output.ts';

/**
 * Preset for UnoCSS: `presets: [presetWind4(), presetIcons()]` and `class="icon-home"`. Only used
 * classes get into the style sheet; editors complete the names.
 */
export const unocssOutput: IconOutput = classPluginOutput({
  file: 'unocss.mjs',
  types: {
    path: 'unocss.d.mts',
    contents: `// ${NOTICE}
import type { Preset } from 'unocss';

/** Preset for UnoCSS: a class \`icon-<name>\` for each icon. */
export default function presetIcons(): Preset;
`,
  },
  code: `/** Preset for UnoCSS: a class \`icon-<name>\` for each icon. */
export default function presetIcons() {
  const autocomplete = \`icon-(\${Object.keys(styles).join('|')})\`;
  return {
    name: 'iconloom',
    layers: { icons: -30 },
    rules: [[/^icon-(.+)$/, ([, name]) => styles[name], { autocomplete, layer: 'icons' }]],
  };
}
`,
});
