import type { Program } from 'acorn';
import type { Scope } from '../code/scope.ts';
import { walk } from '../code/walk.ts';
import { removeItem } from '../edit/replace.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { childNode, childNodes, type SyntaxNode, toSyntaxNode } from '../rename/code/syntax.ts';
import {
  type ImportStatement,
  parseImports,
  quoteOf,
  removeStatement,
  terminatorOf,
  unusedName,
  walkNodes,
} from './imports.ts';
import type { Workspace } from './workspace.ts';

/** Call of another tool's plugin in the list of a bundler's plugins. */
export interface PluginCall {
  readonly source: CodeFile;
  readonly program: Program;
  readonly imported: ImportStatement;
  readonly call: SyntaxNode;
  /** Its first argument. */
  readonly options: SyntaxNode | undefined;
  readonly scope: Scope;
  /** Array literal that contains it. */
  readonly list: SyntaxNode | undefined;
}

/**
 * Finds the calls of a plugin that files import.
 *
 * @param isPlugin tests whether an export of a package is the plugin
 */
export function findPluginCalls(
  workspace: Workspace,
  isPlugin: (from: string, imported: string) => boolean,
): readonly PluginCall[] {
  return workspace.codeFiles.flatMap((source) => {
    if (/\.(vue|svelte|astro|html?)$/.test(source.path)) return [];
    const program = workspace.parseFile(source);
    if (!program) return [];
    return parseImports(program).flatMap((imported) => {
      const pluginSpecifiers = imported.specifiers.filter((each) =>
        isPlugin(imported.from, each.imported),
      );
      const locals = new Set(pluginSpecifiers.map(({ local }) => local));
      if (locals.size === 0) return [];
      const calls: PluginCall[] = [];
      walk(program, ({ node, ancestors, scope }) => {
        const call = toSyntaxNode(node);
        const callee = call.type === 'CallExpression' ? childNode(call, 'callee') : undefined;
        if (callee?.type !== 'Identifier' || !locals.has(String(callee.name))) return;
        const parent = ancestors.at(-1);
        const list =
          parent && toSyntaxNode(parent).type === 'ArrayExpression'
            ? toSyntaxNode(parent)
            : undefined;
        const [options] = childNodes(call, 'arguments');
        calls.push({ source, program, imported, call, options, scope, list });
      });
      return calls;
    });
  });
}

/**
 * Replaces another plugin with that of iconloom; removes the other if the file has it already.
 *
 * @param entry entry of the iconloom plugin: `iconloom/vite`
 * @returns whether the plugin could be replaced
 */
export function replacePlugin(
  workspace: Workspace,
  { source, program, imported, call, list }: PluginCall,
  entry: string,
): boolean {
  const text = source.text ?? '';
  const isAlreadyAdded =
    parseImports(program).some(({ from }) => from === entry) ||
    workspace.filesWithPlugin.has(source.file);
  const name = unusedName(program, ['icons', 'iconloom', 'iconloomPlugin']);
  if (imported.specifiers.length > 1 || !list || (!name && !isAlreadyAdded)) return false;
  if (isAlreadyAdded) {
    const items = childNodes(list, 'elements');
    workspace.replace(source, removeItem({ text, comments: [] }, items as never, call as never));
    workspace.replace(source, removeStatement(text, imported.node));
    removeUnusedImports(workspace, source, program, call);
    return true;
  }
  workspace.filesWithPlugin.add(source.file);
  const quote = quoteOf(text, imported.node);
  const line = `import ${name} from ${quote}${entry}${quote}${terminatorOf(text, imported.node)}`;
  workspace.replace(source, { start: imported.node.start, end: imported.node.end, text: line });
  workspace.replace(source, { start: call.start, end: call.end, text: `${name}()` });
  removeUnusedImports(workspace, source, program, call);
  return true;
}

/** Removes imports that only the replaced call used, such as that of `node:path`. */
function removeUnusedImports(
  workspace: Workspace,
  source: CodeFile,
  program: Program,
  { start, end }: SyntaxNode,
): void {
  const uses = [...walkNodes(toSyntaxNode(program))].filter(({ type }) => type === 'Identifier');
  for (const { node, specifiers } of parseImports(program)) {
    const isInside = (each: SyntaxNode) => start <= each.start && each.end <= end;
    const reads = specifiers.map(({ local }) =>
      uses.filter(
        (each) => each.name === local && (each.start < node.start || each.end > node.end),
      ),
    );
    const isUnused =
      reads.length > 0 && reads.every((all) => all.length > 0 && all.every(isInside));
    if (isUnused && !isCallee(specifiers, program, start)) {
      workspace.replace(source, removeStatement(source.text ?? '', node));
    }
  }
}

/** Tests whether an import is that of the called plugin, which is replaced separately. */
function isCallee(
  specifiers: readonly { readonly local: string }[],
  program: Program,
  start: number,
): boolean {
  const callee = [...walkNodes(toSyntaxNode(program))].find(
    (node) => node.type === 'Identifier' && node.start === start,
  );
  return specifiers.some(({ local }) => local === callee?.name);
}
