import { parseCode } from '../code/parse.ts';
import { parseJson } from '../edit/parse.ts';
import { removeItem } from '../edit/replace.ts';
import { keepOnly } from '../rename/code/keep-only.ts';
import { readMarkup, type Span } from '../rename/code/markup.ts';
import type { SourceFile } from '../rename/code/source-files.ts';
import { loose, part, parts, textOf } from '../rename/code/syntax.ts';
import { importsIn, nodesIn } from './imports.ts';
import { openSource, type Workspace } from './workspace.ts';

/** Modules of another tool, and their replacements. */
export interface ModuleNames {
  /** Modules that are imported for their side effects. */
  readonly modules: ReadonlyMap<string, string>;
  /** Modules whose default export is a list, and the equivalent iconloom export. */
  readonly lists: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  /** Types that code and TypeScript's configuration refer to. */
  readonly types: ReadonlyMap<string, string>;
}

const FLAVOR = { hasBraces: false, hasMustaches: false, hasTagsInCode: false };

/** Spans of a file that are modules: the whole file, or its scripts. */
export function scriptsOf({ path, text = '' }: SourceFile): readonly Span[] {
  if (/\.astro$/.test(path)) {
    const front = /^---\r?\n([\s\S]*?)^---/m.exec(text);
    return front?.index === 0 ? [{ start: 4, end: 4 + (front[1]?.length ?? 0) }] : [];
  }
  if (!/\.(vue|svelte|html?)$/.test(path)) return [{ start: 0, end: text.length }];
  return readMarkup(text, 0, FLAVOR).scripts;
}

/**
 * Replaces imports of the other tool's modules.
 *
 * @returns whether a file imports one for its side effects
 */
export function renameModules(
  workspace: Workspace,
  { modules, lists, types }: ModuleNames,
): boolean {
  let isFound = false;
  const known = [...modules.keys(), ...lists.keys(), ...types.keys()];
  for (const source of workspace.sources) {
    const { text = '' } = source;
    if (!known.some((name) => text.includes(name))) continue;
    referenceTypes(workspace, source, types);
    for (const span of scriptsOf(source)) {
      const isWhole = span.start === 0 && span.end === text.length;
      const program = isWhole ? workspace.program(source) : parseCode(keepOnly(text, span));
      if (!program) {
        workspace.leave(source, span.start, {
          reason: 'the code cannot be parsed',
          instead: `Import ${[...modules.values()][0] ?? 'virtual:iconloom'} there`,
        });
        continue;
      }
      for (const { node, from, specifiers } of importsIn(program)) {
        const other = modules.get(from);
        const literal = part(node, 'source');
        if (other !== undefined && literal && specifiers.length === 0) {
          isFound = true;
          const quote = text[literal.start] ?? "'";
          workspace.replace(source, { ...literal, text: `${quote}${other}${quote}` });
        }
        const list = lists.get(from);
        const [only, ...more] = specifiers;
        if (!list || !literal || !only || more.length > 0) continue;
        if (only.imported !== 'default') continue;
        const quote = text[literal.start] ?? "'";
        const name = only.local === list.name ? list.name : `${list.name} as ${only.local}`;
        workspace.replace(source, {
          ...{ start: only.node.start, end: literal.end },
          text: `{ ${name} } from ${quote}${list.from}${quote}`,
        });
      }
      for (const node of nodesIn(loose(program))) {
        if (node.type !== 'ImportExpression') continue;
        const literal = part(node, 'source');
        const from = textOf(literal)?.value ?? '';
        const other = modules.get(from);
        if (literal && other !== undefined) {
          isFound = true;
          const quote = text[literal.start] ?? "'";
          workspace.replace(source, { ...literal, text: `${quote}${other}${quote}` });
        } else if (literal && lists.has(from)) {
          const list = lists.get(from);
          workspace.leave(source, literal.start, {
            reason: 'its default export becomes a named one',
            instead: `Import '${list?.from}', and use its export ${list?.name}`,
          });
        }
      }
    }
  }
  for (const file of ['tsconfig.json', 'tsconfig.app.json', 'jsconfig.json']) {
    const source = openSource(file, workspace.cwd);
    if (source) settingTypes(workspace, source, types);
  }
  return isFound;
}

/** Replaces `/// <reference types="…" />`. */
function referenceTypes(
  workspace: Workspace,
  source: SourceFile,
  types: ReadonlyMap<string, string>,
): void {
  const pattern = /^\s*\/\/\/\s*<reference\s+types=(["'])([^"']+)\1/gm;
  for (const { 0: found, 2: name = '', index } of (source.text ?? '').matchAll(pattern)) {
    const other = types.get(name);
    if (other === undefined) continue;
    const start = index + found.length - 1 - name.length;
    workspace.replace(source, { start, end: start + name.length, text: other });
  }
}

/** Replaces `"types": ["…"]` in TypeScript's configuration. */
function settingTypes(
  workspace: Workspace,
  source: SourceFile,
  types: ReadonlyMap<string, string>,
): void {
  const { text = '' } = source;
  const parsed = parseJson(text);
  if (!parsed) return;
  const nodes = [...nodesIn(parsed.root as never)];
  const list = nodes.find((node) => {
    const key = part(node, 'key');
    return node.type === 'Property' && textOf(key)?.value === 'types';
  });
  const items = parts(part(list, 'value'), 'elements');
  const isThere = items.some((each) => textOf(each)?.value === 'iconloom/client');
  for (const item of items) {
    const other = types.get(textOf(item)?.value ?? '');
    if (other === undefined) continue;
    workspace.replace(
      source,
      isThere
        ? removeItem(parsed, items as never, item as never)
        : { start: item.start + 1, end: item.end - 1, text: other },
    );
  }
}
