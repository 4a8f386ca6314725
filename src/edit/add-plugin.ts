import {
  esbuildOptions,
  exportedObject,
  NotEditable,
  propertyOf,
  resolve,
  type ScopedNode,
} from './config-object.ts';
import { appendItem, type Insertion, insertAll } from './insert.ts';
import { insertImport } from './insert-import.ts';
import {
  child,
  children,
  type ParsedSource,
  parseModule,
  type SyntaxNode,
  walkNodes,
} from './parse.ts';
import { type CodeStyle, codeStyle } from './style.ts';

/** Plugin to add to a configuration. */
export interface PluginEntry {
  /** Source of the import: `iconloom/vite`. */
  readonly from: string;
  /** Keys that lead to the list of plugins: `['plugins']`, `['vite', 'plugins']`. */
  readonly path: readonly string[];
  /** True if the file calls esbuild instead of exporting a configuration. */
  readonly isScript?: boolean;
}

/** Result of editing a configuration file. */
export type EditResult =
  | { readonly status: 'edited'; readonly text: string }
  | { readonly status: 'there' }
  /** `reason`: the end of “it …”. */
  | { readonly status: 'left'; readonly reason: string };

/**
 * Adds a plugin to a bundler's configuration: an import, and a call at the end of the list of
 * plugins. The rest is unchanged, byte by byte. Files that cannot be edited safely stay unchanged.
 */
export async function addPlugin(text: string, entry: PluginEntry): Promise<EditResult> {
  const parsed = await parseModule(text);
  if (!parsed) return { status: 'left', reason: 'has a syntax error' };
  if (text.includes(entry.from.slice(0, entry.from.indexOf('/') + 1)) && imports(parsed, entry)) {
    return { status: 'there' };
  }
  try {
    const name = freeName(parsed.root);
    const style = codeStyle(parsed);
    const edited = insertAll(text, [
      ...insertCall(parsed, entry, `${name}()`),
      insertImport(parsed, importLine(parsed, entry.from, name, style)),
    ]);
    const reparsed = await parseModule(edited);
    if (!reparsed) return { status: 'left', reason: 'could not be parsed after the edit' };
    return { status: 'edited', text: edited };
  } catch (error) {
    if (error instanceof NotEditable) return { status: 'left', reason: error.message };
    throw error;
  }
}

function imports({ root }: ParsedSource, { from }: PluginEntry): boolean {
  return [...walkNodes(root)].some((node) => node.type === 'Literal' && node.value === from);
}

/** Finds a name for the plugin that the file does not use. */
function freeName(root: SyntaxNode): string {
  const usedNames = new Set(
    [...walkNodes(root)].filter(({ type }) => type === 'Identifier').map(({ name }) => name),
  );
  const free = ['icons', 'iconloom', 'iconloomPlugin'].find((name) => !usedNames.has(name));
  if (free === undefined)
    throw new NotEditable('uses the names icons, iconloom and iconloomPlugin for other things');
  return free;
}

function insertCall(
  parsed: ParsedSource,
  { path, isScript = false }: PluginEntry,
  call: string,
): readonly Insertion[] {
  let at: ScopedNode = isScript ? esbuildOptions(parsed.root) : exportedObject(parsed.root);
  for (const [index, key] of path.entries()) {
    const property = propertyOf(at.node, key);
    if (!property) {
      const value = path
        .slice(index + 1)
        .reduceRight((inner, k) => `{ ${k}: ${inner} }`, `[${call}]`);
      return appendItem(parsed, at.node, children(at.node, 'properties'), `${key}: ${value}`);
    }
    const node = child(property, 'value') as SyntaxNode;
    const isLast = index === path.length - 1;
    at = resolve(isLast ? { ...at, node: unwrapFilter(node) } : { ...at, node });
    const wanted = isLast ? 'ArrayExpression' : 'ObjectExpression';
    if (at.node.type !== wanted) {
      throw new NotEditable(
        `sets '${key}' to something other than ${isLast ? 'an array' : 'an object'} literal`,
      );
    }
  }
  return appendItem(parsed, at.node, children(at.node, 'elements'), call);
}

/** Unwraps `[…].filter(Boolean)` and `[…].flat()`, which keep added plugins. */
function unwrapFilter(node: SyntaxNode): SyntaxNode {
  const callee = node.type === 'CallExpression' ? child(node, 'callee') : undefined;
  const name = callee?.type === 'MemberExpression' ? child(callee, 'property')?.name : undefined;
  const [first] = children(node, 'arguments');
  const isSafe = (name === 'filter' && first?.name === 'Boolean') || name === 'flat';
  return isSafe && callee ? unwrapFilter(child(callee, 'object') as SyntaxNode) : node;
}

function importLine(
  { root }: ParsedSource,
  from: string,
  name: string,
  { quote, semicolon }: CodeStyle,
): string {
  const isModule = children(root, 'body').some(({ type }) => /^(Import|Export)/.test(type));
  const source = `${quote}${from}${quote}`;
  return isModule
    ? `import ${name} from ${source}${semicolon}`
    : `const { default: ${name} } = require(${source})${semicolon}`;
}
