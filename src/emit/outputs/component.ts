import { escapeComment, escapeDocComment } from '../../core/escape.ts';
import { identifierFromName } from '../../core/names.ts';
import type { Icon, OutputFile, PartedFile } from '../../core/types.ts';
import { NOTICE } from '../notice.ts';
import { type MarkupNode, parseAttributes, parseMarkup } from './element-tree.ts';
import { iconBody, viewBoxOf } from './icon-body.ts';
import type { IconOutput, IconOutputContext } from './output.ts';

/** Icon, ready to be written as a component. */
interface IconComponentSource {
  readonly icon: Icon;
  /** Name of the component: `IconArrowLeft`. */
  readonly component: string;
  /** Doc comment. */
  readonly doc: string;
  /** Attributes of the `<svg>`: viewBox, natural size in px, and those of the icon as a whole. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly nodes: readonly MarkupNode[];
}

/** Framework that components are written for. */
export interface ComponentFramework {
  /** Folder of the components, below that of the outputs. */
  readonly folder: string;
  /** File extension of a component: `.tsx`. */
  readonly extension: string;
  /** Line of the index that exports a component under several names. */
  readonly exportLine: (from: string, names: readonly string[]) => string;
  /** Source of a component; `undefined` if the framework cannot show the icon, which is reported then. */
  readonly write: (source: IconComponentSource, context: IconOutputContext) => string | undefined;
}

/** Output with a file for each icon, and an index of all, from which bundlers take what is used. */
export function componentOutput({
  folder,
  extension,
  exportLine,
  write,
}: ComponentFramework): IconOutput {
  return {
    folder: 'outputs',
    open(_, context) {
      const lines: string[] = [];
      const add = (icon: Icon): readonly OutputFile[] => {
        const source = sourceOf(icon);
        const contents = write(source, context);
        if (contents === undefined) return [];
        const names = [source.component, ...icon.aliases.map(componentName)];
        lines.push(exportLine(`./${icon.name}`, [...new Set(names)]));
        return [{ path: `${folder}/${icon.name}${extension}`, contents }];
      };
      return {
        add: (icons) => icons.flatMap(add),
        end: (): readonly PartedFile[] => [
          { path: `${folder}/index.ts`, parts: [`// ${escapeComment(NOTICE)}\n`, ...lines] },
        ],
      };
    },
  };
}

/** `export { IconFb, IconFb as IconFacebook } from './fb';`, for components that have a name. */
export function namedExport(from: string, [name = '', ...others]: readonly string[]): string {
  const names = [name, ...others.map((other) => `${name} as ${other}`)];
  return `export { ${names.join(', ')} } from '${from}';\n`;
}

/** `export { default as IconFb, default as IconFacebook } from './fb.vue';`. */
export function defaultExport(from: string, names: readonly string[]): string {
  return `export { ${names.map((name) => `default as ${name}`).join(', ')} } from '${from}';\n`;
}

function sourceOf(icon: Icon): IconComponentSource {
  const body = iconBody(icon);
  const { width, height } = icon.facts;
  const { deprecated } = icon.source.meta;
  const lines = [
    escapeDocComment(icon.title),
    ...(deprecated
      ? [`@deprecated ${deprecated.use ? `Use ${componentName(deprecated.use)}.` : ''}`.trim()]
      : []),
  ];
  return {
    icon,
    component: componentName(icon.name),
    doc:
      lines.length === 1
        ? `/** ${lines[0]} */`
        : `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */`,
    attributes: [
      ...([
        ['viewBox', viewBoxOf(body)],
        ['width', String(width)],
        ['height', String(height)],
      ] as const),
      ...parseAttributes(body.attributes),
    ],
    nodes: parseMarkup(body.content),
  };
}

/** `arrow-left` → `IconArrowLeft`. */
export function componentName(name: string): string {
  const identifier = identifierFromName(name);
  return `Icon${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}`;
}
