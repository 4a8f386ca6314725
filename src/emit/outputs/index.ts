import { diagnose } from '../../core/diagnostics.ts';
import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { OutputFormat } from '../format.ts';
import { angularOutput } from './angular.ts';
import { cssOutput } from './css.ts';
import { jsonOutput, tsOutput } from './data.ts';
import { filesOutput } from './files.ts';
import { iconifyOutput } from './iconify.ts';
import type { IconOutput } from './output.ts';
import type { OutputName, Outputs } from './output-names.ts';
import { preactOutput } from './preact.ts';
import { reactOutput } from './react.ts';
import { reactNativeOutput } from './react-native.ts';
import { solidOutput } from './solid.ts';
import { svelteOutput } from './svelte.ts';
import { tailwindOutput } from './tailwind.ts';
import { universalOutput } from './universal.ts';
import { unocssOutput } from './unocss.ts';
import { vueOutput } from './vue.ts';

/** Options of the additional outputs. */
export interface OutputsOptions {
  readonly outputs: Outputs;
  readonly prefix: string;
}

const OUTPUTS: Readonly<Record<OutputName, IconOutput>> = {
  iconify: iconifyOutput,
  css: cssOutput,
  tailwind: tailwindOutput,
  unocss: unocssOutput,
  universal: universalOutput,
  files: filesOutput,
  json: jsonOutput,
  ts: tsOutput,
  react: reactOutput,
  preact: preactOutput,
  vue: vueOutput,
  svelte: svelteOutput,
  solid: solidOutput,
  angular: angularOutput,
  'react-native': reactNativeOutput,
};

/** Additional outputs as formats, in the order in which their files are to be written. */
export const ICON_OUTPUT_FORMATS: readonly OutputFormat<OutputsOptions>[] = Object.entries(
  OUTPUTS,
).map(([name, output]) => toFormat(name as OutputName, output));

function toFormat(name: OutputName, { folder, open }: IconOutput): OutputFormat<OutputsOptions> {
  return {
    name,
    folder,
    open({ outputs, prefix }, { storePart, report }) {
      const settings = outputs[name];
      if (!settings) return undefined;
      const requested = settings.icons && new Set(settings.icons);
      const found = new Set<string>();
      const known: string[] = [];
      const emitter = open(settings, { prefix, storePart, report });
      return {
        add(sprite) {
          if (!requested) return emitter.add(sprite.icons, sprite);
          const icons = sprite.icons.filter((icon) => isRequested(icon, requested, found));
          known.push(...sprite.icons.map((icon) => icon.name));
          return emitter.add(icons, sprite);
        },
        end() {
          for (const icon of requested ?? []) {
            if (found.has(icon)) continue;
            const args = { icon, output: name, suggestion: suggestion(icon, known) };
            report(diagnose('output-icon-unknown', { file: 'configuration', args }));
          }
          return emitter.end?.() ?? [];
        },
      };
    },
  };
}

/** @param found gets the requested names of the icon */
function isRequested(
  { name, aliases }: Icon,
  requested: ReadonlySet<string>,
  found: Set<string>,
): boolean {
  const names = [name, ...aliases].filter((each) => requested.has(each));
  for (const each of names) found.add(each);
  return names.length > 0;
}
