import { classPluginOutput } from './class-plugin.ts';
import type { IconOutput } from './output.ts';

/**
 * Plugin for Tailwind CSS 4: `@plugin "./icons/tailwind.mjs";` and `class="icon-home"`. Only used
 * classes get into the style sheet; editors complete the names.
 */
export const tailwindOutput: IconOutput = classPluginOutput({
  file: 'tailwind.mjs',
  code: `/** Plugin for Tailwind CSS: a class \`icon-<name>\` for each icon. */
export default function icons({ matchComponents }) {
  const values = Object.fromEntries(Object.keys(styles).map((name) => [name, name]));
  matchComponents({ icon: (name) => styles[name] ?? {} }, { values });
}
`,
});
