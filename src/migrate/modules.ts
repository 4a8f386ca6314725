import { parseCode } from '../code/parse.ts';
import { parseJson } from '../edit/parse.ts';
import { removeItem } from '../edit/replace.ts';
import { blankOutside } from '../rename/code/blank-outside.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { SYNTAX_BY_LANGUAGE } from '../rename/code/languages.ts';
import { readMarkup, type Span } from '../rename/code/markup.ts';
import { childNode, childNodes, stringLiteral, toSyntaxNode } from '../rename/code/syntax.ts';
import { parseImports, walkNodes } from './imports.ts';
import { readProjectFile, type Workspace } from './workspace.ts';

/** Modules of another tool, and their replacements. */
export interface ModuleReplacements {
  /** Modules that are imported for their side effects. */
  readonly modules: ReadonlyMap<string, string>;
  /** Modules whose default export is a list, and the equivalent iconloom export. */
  readonly lists: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  /** Types that code and TypeScript's configuration refer to. */
  readonly types: ReadonlyMap<string, string>;
}

/** Spans of a file that are modules: the whole file, or its scripts. */
export function moduleSpans({ path, text = '' }: CodeFile): readonly Span[] {
  if (/\.astro$/.test(path)) {
    const front = /^---\r?\n([\s\S]*?)^---/m.exec(text);
    return front?.index === 0 ? [{ start: 4, end: 4 + (front[1]?.length ?? 0) }] : [];
  }
  if (!/\.(vue|svelte|html?)$/.test(path)) return [{ start: 0, end: text.length }];
  return readMarkup(text, 0, SYNTAX_BY_LANGUAGE.html).scripts;
}

/**
 * Replaces imports of the other tool's modules.
 *
 * @returns whether a file imports one for its side effects
 */
export function replaceModules(
  workspace: Workspace,
  { modules, lists, types }: ModuleReplacements,
): boolean {
  let hasReplaced = false;
  const oldModules = [...modules.keys(), ...lists.keys(), ...types.keys()];
  for (const source of workspace.codeFiles) {
    const { text = '' } = source;
    if (!oldModules.some((name) => text.includes(name))) continue;
    replaceReferenceTypes(workspace, source, types);
    for (const span of moduleSpans(source)) {
      const isWhole = span.start === 0 && span.end === text.length;
      const program = isWhole ? workspace.parseFile(source) : parseCode(blankOutside(text, span));
      if (!program) {
        workspace.addManualStep(source, span.start, {
          reason: 'the code cannot be parsed',
          instead: `Import ${[...modules.values()][0] ?? 'virtual:iconloom'} there`,
        });
        continue;
      }
      for (const { node, from, specifiers } of parseImports(program)) {
        const replacement = modules.get(from);
        const literal = childNode(node, 'source');
        if (replacement !== undefined && literal && specifiers.length === 0) {
          hasReplaced = true;
          const quote = text[literal.start] ?? "'";
          workspace.replace(source, { ...literal, text: `${quote}${replacement}${quote}` });
        }
        const list = lists.get(from);
        const [firstSpecifier, ...otherSpecifiers] = specifiers;
        if (!list || !literal || !firstSpecifier || otherSpecifiers.length > 0) continue;
        if (firstSpecifier.imported !== 'default') continue;
        const quote = text[literal.start] ?? "'";
        const name =
          firstSpecifier.local === list.name
            ? list.name
            : `${list.name} as ${firstSpecifier.local}`;
        workspace.replace(source, {
          start: firstSpecifier.node.start,
          end: literal.end,
          text: `{ ${name} } from ${quote}${list.from}${quote}`,
        });
      }
      for (const node of walkNodes(toSyntaxNode(program))) {
        if (node.type !== 'ImportExpression') continue;
        const literal = childNode(node, 'source');
        const from = stringLiteral(literal)?.value ?? '';
        const replacement = modules.get(from);
        if (literal && replacement !== undefined) {
          hasReplaced = true;
          const quote = text[literal.start] ?? "'";
          workspace.replace(source, { ...literal, text: `${quote}${replacement}${quote}` });
        } else if (literal && lists.has(from)) {
          const list = lists.get(from);
          workspace.addManualStep(source, literal.start, {
            reason: 'its default export becomes a named one',
            instead: `Import '${list?.from}', and use its export ${list?.name}`,
          });
        }
      }
    }
  }
  for (const file of ['tsconfig.json', 'tsconfig.app.json', 'jsconfig.json']) {
    const source = readProjectFile(file, workspace.cwd);
    if (source) replaceTsconfigTypes(workspace, source, types);
  }
  return hasReplaced;
}

/** Replaces `/// <reference types="…" />`. */
function replaceReferenceTypes(
  workspace: Workspace,
  source: CodeFile,
  types: ReadonlyMap<string, string>,
): void {
  const pattern = /^\s*\/\/\/\s*<reference\s+types=(["'])([^"']+)\1/gm;
  for (const { 0: found, 2: name = '', index } of (source.text ?? '').matchAll(pattern)) {
    const replacement = types.get(name);
    if (replacement === undefined) continue;
    const start = index + found.length - 1 - name.length;
    workspace.replace(source, { start, end: start + name.length, text: replacement });
  }
}

/** Replaces `"types": ["…"]` in TypeScript's configuration. */
function replaceTsconfigTypes(
  workspace: Workspace,
  source: CodeFile,
  types: ReadonlyMap<string, string>,
): void {
  const { text = '' } = source;
  const parsed = parseJson(text);
  if (!parsed) return;
  const nodes = [...walkNodes(parsed.root as never)];
  const list = nodes.find((node) => {
    const key = childNode(node, 'key');
    return node.type === 'Property' && stringLiteral(key)?.value === 'types';
  });
  const items = childNodes(childNode(list, 'value'), 'elements');
  const hasClientTypes = items.some((each) => stringLiteral(each)?.value === 'iconloom/client');
  for (const item of items) {
    const replacement = types.get(stringLiteral(item)?.value ?? '');
    if (replacement === undefined) continue;
    workspace.replace(
      source,
      hasClientTypes
        ? removeItem(parsed, items as never, item as never)
        : { start: item.start + 1, end: item.end - 1, text: replacement },
    );
  }
}
