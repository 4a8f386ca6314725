import { jsLiteral } from '../../core/escape.ts';
import { escapeTemplateSyntax } from '../../core/template-syntax.ts';
import type { FilePart, Icon, PartedFile } from '../../core/types.ts';
import { NOTICE } from '../notice.ts';
import { iconBody, markupOf, viewBoxOf } from './icon-body.ts';
import type { IconOutput, IconOutputContext, OutputEmitter } from './output.ts';

/** Language of the data. */
type DataFormat = 'json' | 'ts';

/** `icon-data.json`: `{ "home": { "viewBox": "0 0 24 24", "body": "<path …/>" } }`. */
export const jsonOutput: IconOutput = {
  folder: 'outputs',
  open: (_, context) => openData('json', context),
};

/** `icon-data.ts`: the same as a module, with types. */
export const tsOutput: IconOutput = {
  folder: 'outputs',
  open: (_, context) => openData('ts', context),
};

function openData(format: DataFormat, { storePart }: IconOutputContext): OutputEmitter {
  const entries: FilePart[] = [];
  return {
    add(icons) {
      if (icons.length > 0) entries.push(storePart(icons.map(entryOf).join(',\n')));
      return [];
    },
    end: () => [format === 'json' ? jsonFile(joined(entries)) : tsFile(joined(entries))],
  };
}

/** Entries of an icon and its aliases, each on a line. */
function entryOf(icon: Icon): string {
  const body = iconBody(icon);
  const value = { viewBox: viewBoxOf(body), body: markupOf(body) };
  const json = escapeTemplateSyntax(JSON.stringify(value));
  return `  ${jsLiteral(icon.name)}: ${json}`;
}

function joined(entries: readonly FilePart[]): readonly FilePart[] {
  return entries.flatMap((entry, index) => (index === 0 ? [entry] : [',\n', entry]));
}

function jsonFile(entries: readonly FilePart[]): PartedFile {
  return { path: 'icon-data.json', parts: ['{\n', ...entries, '\n}\n'] };
}

function tsFile(entries: readonly FilePart[]): PartedFile {
  const head = `// ${NOTICE}

/** Icon as data: the viewBox of its \`<svg>\` element, and what that contains. */
export interface IconData {
  readonly viewBox: string;
  readonly body: string;
}

/** Data of all icons by name. */
export const iconData = {
`;
  return {
    path: 'icon-data.ts',
    parts: [head, ...entries, ',\n} as const satisfies Readonly<Record<string, IconData>>;\n'],
  };
}
