import {
  esbuildOptions,
  exportedObject,
  NotEditable,
  propertyOf,
  resolve,
  type Scoped,
} from './config-object.ts';
import { appendItem, type Insertion, insertAll } from './insert.ts';
import { insertImport } from './insert-import.ts';
import { allBelow, child, children, type Node, type Parsed, parseModule } from './parse.ts';
import { type CodeStyle, codeStyle } from './style.ts';

/** Which plugin to add, and where. */
export interface PluginLine {
  /** What it is imported from: `iconloom/vite`. */
  readonly from: string;
  /** Keys that lead to the list of plugins: `['plugins']`, `['vite', 'plugins']`. */
  readonly path: readonly string[];
  /** Whether the file calls esbuild, rather than exporting a configuration. */
  readonly isScript?: boolean;
}

/** What became of a configuration file. */
export type Edited =
  | { readonly status: 'edited'; readonly text: string }
  | { readonly status: 'there' }
  /** `reason`: the end of “it …”. */
  | { readonly status: 'left'; readonly reason: string };

/**
 * Adds a plugin to the text of a bundler's configuration: an import, and a call at the end of the
 * list of plugins. All else stays as it is, byte by byte. What is not sure to be right is left.
 */
export async function addPlugin(text: string, line: PluginLine): Promise<Edited> {
  const parsed = await parseModule(text);
  if (!parsed) return { status: 'left', reason: 'has a mistake in its syntax' };
  if (text.includes(line.from.slice(0, line.from.indexOf('/') + 1)) && imports(parsed, line)) {
    return { status: 'there' };
  }
  try {
    const name = freeName(parsed.root);
    const style = codeStyle(parsed);
    const edited = insertAll(text, [
      ...insertCall(parsed, line, `${name}()`),
      insertImport(parsed, importLine(parsed, line.from, name, style)),
    ]);
    const again = await parseModule(edited);
    if (!again) return { status: 'left', reason: 'could not be read again afterwards' };
    return { status: 'edited', text: edited };
  } catch (error) {
    if (error instanceof NotEditable) return { status: 'left', reason: error.message };
    throw error;
  }
}

function imports({ root }: Parsed, { from }: PluginLine): boolean {
  return [...allBelow(root)].some((node) => node.type === 'Literal' && node.value === from);
}

/** A name for the plugin that the file does not use. */
function freeName(root: Node): string {
  const taken = new Set(
    [...allBelow(root)].filter(({ type }) => type === 'Identifier').map(({ name }) => name),
  );
  const free = ['icons', 'iconloom', 'iconloomPlugin'].find((name) => !taken.has(name));
  if (free === undefined)
    throw new NotEditable('uses the names icons and iconloom for other things');
  return free;
}

function insertCall(
  parsed: Parsed,
  { path, isScript = false }: PluginLine,
  call: string,
): readonly Insertion[] {
  let at: Scoped = isScript ? esbuildOptions(parsed.root) : exportedObject(parsed.root);
  for (const [index, key] of path.entries()) {
    const property = propertyOf(at.node, key);
    if (!property) {
      const value = path
        .slice(index + 1)
        .reduceRight((inner, k) => `{ ${k}: ${inner} }`, `[${call}]`);
      return appendItem(parsed, at.node, children(at.node, 'properties'), `${key}: ${value}`);
    }
    const node = child(property, 'value') as Node;
    const isLast = index === path.length - 1;
    at = resolve(isLast ? { ...at, node: unfiltered(node) } : { ...at, node });
    const wanted = isLast ? 'ArrayExpression' : 'ObjectExpression';
    if (at.node.type !== wanted) {
      throw new NotEditable(`has '${key}' not written out as ${isLast ? 'a list' : 'an object'}`);
    }
  }
  return appendItem(parsed, at.node, children(at.node, 'elements'), call);
}

/** `[…].filter(Boolean)` and `[…].flat()`: what is added to the list comes through. */
function unfiltered(node: Node): Node {
  const callee = node.type === 'CallExpression' ? child(node, 'callee') : undefined;
  const name = callee?.type === 'MemberExpression' ? child(callee, 'property')?.name : undefined;
  const [first] = children(node, 'arguments');
  const isSafe = (name === 'filter' && first?.name === 'Boolean') || name === 'flat';
  return isSafe && callee ? unfiltered(child(callee, 'object') as Node) : node;
}

function importLine(
  { root }: Parsed,
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
