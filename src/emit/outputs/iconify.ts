import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { byCodeUnit } from '../../core/names.ts';
import { escapeTemplateSyntax } from '../../core/template-syntax.ts';
import type { FilePart, Icon } from '../../core/types.ts';
import { type IconBody, iconBody, markupOf } from './icon-body.ts';
import type { IconOutput, OutputSettings } from './output.ts';

/** Settings of the Iconify set. */
export interface IconifySettings extends OutputSettings {
  /** Prefix of its icons: `acme` for `acme:home`. Default: the prefix of ids, else `icons`. */
  readonly prefix?: string;
}

const FILE = 'iconify.json';
/** Names that Iconify's tools accept. */
const ICONIFY_NAME = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * Icon set in the format of Iconify (https://iconify.design/docs/types/iconify-json.html), for its
 * components, unplugin-icons, UnoCSS and Tailwind. Deprecated icons are hidden.
 */
export const iconifyOutput: IconOutput<IconifySettings> = {
  folder: 'outputs',
  open({ prefix }, context) {
    const icons: FilePart[] = [];
    const aliases: (readonly [alias: string, { readonly parent: string }])[] = [];
    const categories = new Map<string, string[]>();
    let size: Pick<IconBody, 'width' | 'height'> | undefined;
    return {
      add(added) {
        const entries: string[] = [];
        for (const icon of added) {
          const { name } = icon;
          if (!ICONIFY_NAME.test(name)) {
            context.report(leftOut(icon));
            continue;
          }
          const body = iconBody(icon);
          size ??= { width: body.width, height: body.height };
          entries.push(entryOf(icon, body, size));
          for (const alias of icon.aliases.filter((each) => ICONIFY_NAME.test(each))) {
            aliases.push([alias, { parent: name }]);
          }
          const { category } = icon.source.meta;
          if (category) categories.set(category, [...(categories.get(category) ?? []), name]);
        }
        if (entries.length > 0) icons.push(context.storePart(entries.join(',\n')));
        return [];
      },
      end() {
        const { width = 16, height = 16 } = size ?? {};
        const set = prefix ?? (context.prefix.replace(/-+$/, '') || 'icons');
        const rest = {
          ...(aliases.length > 0 && { aliases: Object.fromEntries(aliases.sort(byKey)) }),
          ...{ width, height },
          ...(categories.size > 0 && {
            categories: Object.fromEntries([...categories].sort(byKey)),
          }),
        };
        return [
          {
            path: FILE,
            parts: [
              `{\n  "prefix": ${JSON.stringify(set)},\n  "icons": {`,
              ...icons.flatMap((each, index) => [index === 0 ? '\n' : ',\n', each]),
              `\n  },\n${lines(rest)}\n}\n`,
            ],
          },
        ];
      },
    };
  },
};

/** Entry of an icon. Values that equal the default of the set are left out. */
function entryOf(
  { name, source }: Icon,
  body: IconBody,
  size: Pick<IconBody, 'width' | 'height'>,
): string {
  const { left, top, width, height } = body;
  const entry = {
    body: markupOf(body),
    ...(left !== 0 && { left }),
    ...(top !== 0 && { top }),
    ...(width !== size.width && { width }),
    ...(height !== size.height && { height }),
    ...(source.meta.deprecated && { hidden: true }),
  };
  return `    ${JSON.stringify(name)}: ${escapeTemplateSyntax(JSON.stringify(entry))}`;
}

/** Properties of an object as JSON, one per line. */
function lines(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(
      ([key, value]) => `  ${JSON.stringify(key)}: ${escapeTemplateSyntax(JSON.stringify(value))}`,
    )
    .join(',\n');
}

function leftOut({ name, source }: Icon): Diagnostic {
  const reason = `Iconify names have only the letters a to z, digits and hyphens`;
  return diagnose('output-omits', { file: source.file, args: { name, output: FILE, reason } });
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodeUnit(a, b);
}
