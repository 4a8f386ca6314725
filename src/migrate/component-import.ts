import type { Program } from 'acorn';
import type { CodeFile } from '../rename/code/code-files.ts';
import {
  type ImportSpecifier,
  type ImportStatement,
  quoteOf,
  removeStatement,
  terminatorOf,
  unusedName,
} from './imports.ts';
import type { Workspace } from './workspace.ts';

/** Framework packages, and the iconloom entry with the component. */
const FRAMEWORK_ENTRIES: readonly (readonly [name: string, entry: string])[] = [
  ['react', 'iconloom/react'],
  ['preact', 'iconloom/react'],
  ['solid-js', 'iconloom/solid'],
  ['vue', 'iconloom/vue'],
  ['svelte', 'iconloom/svelte'],
];

/** The iconloom component, as a module imports it or can import it. */
export interface ComponentImport {
  /** Module of the component; `undefined`: there is none for this framework. */
  readonly entry: string | undefined;
  /** Name in the module; `undefined`: all names for it are taken. */
  readonly name: string | undefined;
  /** Set if the module imports it already. */
  readonly isImported: boolean;
}

/** Names of an import statement that are replaced. */
export interface ReplacedImport {
  readonly imported: ImportStatement;
  readonly specifiers: readonly ImportSpecifier[];
}

export function findComponentImport(
  workspace: Workspace,
  source: CodeFile,
  { program, imports }: { readonly program: Program; readonly imports: readonly ImportStatement[] },
): ComponentImport {
  const entry = frameworkEntry(workspace, source);
  const specifiers = imports.find(({ from }) => from === entry)?.specifiers ?? [];
  const existing = specifiers.find(({ imported }) => imported === 'Icon')?.local;
  return {
    entry,
    name: existing ?? unusedName(program, ['Icon', 'AppIcon', 'LoomIcon']),
    isImported: existing !== undefined,
  };
}

function frameworkEntry({ project }: Workspace, { path }: CodeFile): string | undefined {
  if (path.endsWith('.vue')) return 'iconloom/vue';
  if (path.endsWith('.svelte')) return 'iconloom/svelte';
  return FRAMEWORK_ENTRIES.find(([name]) => project.packages.has(name))?.[1];
}

/** Replaces imports of icons with one of the component, unless it is imported already. */
export function replaceIconImports(
  workspace: Workspace,
  source: CodeFile,
  replaced: readonly ReplacedImport[],
  { entry, name, isImported }: ComponentImport,
): void {
  const text = source.text ?? '';
  const [first] = replaced;
  if (!first) return;
  const quote = quoteOf(text, first.imported.node);
  const importName = name === 'Icon' ? 'Icon' : `Icon as ${name}`;
  const line = `import { ${importName} } from ${quote}${entry}${quote}`;
  for (const [index, { imported, specifiers }] of replaced.entries()) {
    const { node } = imported;
    const needsLine = index === 0 && !isImported;
    const code = line + terminatorOf(text, node);
    if (specifiers.length < imported.specifiers.length) {
      dropSpecifiers(workspace, source, { imported, specifiers });
      const eol = text.includes('\r\n') ? '\r\n' : '\n';
      if (!needsLine) continue;
      workspace.replace(source, { start: node.end, end: node.end, text: eol + code });
    } else if (needsLine) {
      workspace.replace(source, { start: node.start, end: node.end, text: code });
    } else workspace.replace(source, removeStatement(text, node));
  }
}

/** Removes some names from an import clause. */
function dropSpecifiers(
  workspace: Workspace,
  source: CodeFile,
  { imported: { node, specifiers: all }, specifiers: dropped }: ReplacedImport,
): void {
  const text = source.text ?? '';
  const remaining = all.filter((each) => !dropped.includes(each));
  const code = (each: ImportSpecifier) => text.slice(each.node.start, each.node.end);
  const outer = remaining.filter((each) => each.node.type !== 'ImportSpecifier').map(code);
  const inner = remaining.filter((each) => each.node.type === 'ImportSpecifier').map(code);
  const clause = [...outer, ...(inner.length > 0 ? [`{ ${inner.join(', ')} }`] : [])].join(', ');
  const from = text.indexOf(' from', Math.max(...all.map((each) => each.node.end)));
  workspace.replace(source, { start: node.start + 'import '.length, end: from, text: clause });
}
