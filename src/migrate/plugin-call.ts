import type { Program } from 'acorn';
import type { Scope } from '../code/scope.ts';
import { walk } from '../code/walk.ts';
import { removeItem } from '../edit/replace.ts';
import type { SourceFile } from '../rename/code/source-files.ts';
import { type Loose, loose, part, parts } from '../rename/code/syntax.ts';
import {
  endOf,
  freeName,
  type Imported,
  importsIn,
  nodesIn,
  quoteOf,
  removeStatement,
} from './imports.ts';
import type { Workspace } from './workspace.ts';

/** Call of another tool's plugin in the list of a bundler's plugins. */
export interface PluginCall {
  readonly source: SourceFile;
  readonly program: Program;
  readonly imported: Imported;
  readonly call: Loose;
  /** Its first argument. */
  readonly options: Loose | undefined;
  readonly scope: Scope;
  /** Array literal that contains it. */
  readonly list: Loose | undefined;
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
  return workspace.sources.flatMap((source) => {
    if (/\.(vue|svelte|astro|html?)$/.test(source.path)) return [];
    const program = workspace.program(source);
    if (!program) return [];
    return importsIn(program).flatMap((imported) => {
      const own = imported.specifiers.filter((each) => isPlugin(imported.from, each.imported));
      const locals = new Set(own.map(({ local }) => local));
      if (locals.size === 0) return [];
      const calls: PluginCall[] = [];
      walk(program, ({ node, ancestors, scope }) => {
        const call = loose(node);
        const callee = call.type === 'CallExpression' ? part(call, 'callee') : undefined;
        if (callee?.type !== 'Identifier' || !locals.has(String(callee.name))) return;
        const parent = ancestors.at(-1);
        const list = parent && loose(parent).type === 'ArrayExpression' ? loose(parent) : undefined;
        const [options] = parts(call, 'arguments');
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
  const isThere =
    importsIn(program).some(({ from }) => from === entry) || workspace.plugged.has(source.file);
  const name = freeName(program, ['icons', 'iconloom', 'iconloomPlugin']);
  if (imported.specifiers.length > 1 || !list || (!name && !isThere)) return false;
  if (isThere) {
    const items = parts(list, 'elements');
    workspace.replace(source, removeItem({ text, comments: [] }, items as never, call as never));
    workspace.replace(source, removeStatement(text, imported.node));
    removeUnused(workspace, source, program, call);
    return true;
  }
  workspace.plugged.add(source.file);
  const quote = quoteOf(text, imported.node);
  const line = `import ${name} from ${quote}${entry}${quote}${endOf(text, imported.node)}`;
  workspace.replace(source, { start: imported.node.start, end: imported.node.end, text: line });
  workspace.replace(source, { start: call.start, end: call.end, text: `${name}()` });
  removeUnused(workspace, source, program, call);
  return true;
}

/** Removes imports that only the replaced call used, such as that of `node:path`. */
function removeUnused(
  workspace: Workspace,
  source: SourceFile,
  program: Program,
  { start, end }: Loose,
): void {
  const uses = [...nodesIn(loose(program))].filter(({ type }) => type === 'Identifier');
  for (const { node, specifiers } of importsIn(program)) {
    const isInside = (each: Loose) => start <= each.start && each.end <= end;
    const read = specifiers.map(({ local }) =>
      uses.filter(
        (each) => each.name === local && (each.start < node.start || each.end > node.end),
      ),
    );
    const isGone = read.length > 0 && read.every((all) => all.length > 0 && all.every(isInside));
    if (isGone && !isCallee(specifiers, program, start)) {
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
  const callee = [...nodesIn(loose(program))].find(
    (node) => node.type === 'Identifier' && node.start === start,
  );
  return specifiers.some(({ local }) => local === callee?.name);
}
