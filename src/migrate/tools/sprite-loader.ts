import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Program } from 'acorn';
import { scopeOf } from '../../code/create-scope.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { isReference, walk } from '../../code/walk.ts';
import { templatePrefix } from '../../core/symbol-ids.ts';
import type { CodeFile } from '../../rename/code/code-files.ts';
import {
  childNode,
  childNodes,
  keyName,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
  unwrap,
} from '../../rename/code/syntax.ts';
import { addIconloomPlugin } from '../bundler-plugin.ts';
import { reportDynamicIds } from '../dynamic-ids.ts';
import {
  dottedName,
  evaluateString,
  isLiteral,
  propertyNames,
  propertyValue,
} from '../evaluate.ts';
import {
  type ImportStatement,
  parseImports,
  quoteOf,
  removeStatement,
  terminatorOf,
  walkNodes,
} from '../imports.ts';
import { INLINE_MODULE } from '../inline-import.ts';
import { findLoaderRules, includedFolders, removeRule } from '../webpack-rules.ts';
import { projectPath, type Workspace } from '../workspace.ts';

const LOADER = 'svg-sprite-loader';

/** Options that are migrated, or have no effect on the icons. */
const SUPPORTED_OPTIONS: ReadonlySet<string> = new Set([
  'symbolId',
  'esModule',
  'extract',
  'runtimeCompat',
]);

/** Plans the migration from svg-sprite-loader. */
export function migrateSpriteLoader(workspace: Workspace): void {
  const { settings, cwd } = workspace;
  const [rule, ...others] = findLoaderRules(workspace, LOADER);
  if (!rule) return;
  const { source } = rule;
  const skip = (offset: number, reason: string, instead: string) =>
    workspace.addManualStep(source, offset, { reason, instead });
  const manualFix = 'Remove the rule, add icons() from iconloom/webpack, and set inputs and ids';
  if (others.length > 0) return void skip(rule.rule.start, 'there are several rules', manualFix);
  const options = rule.options && unwrap(rule.options);
  const keys = propertyNames(options);
  const unsupported = keys?.find((key) => !SUPPORTED_OPTIONS.has(key));
  const isExtracted = isLiteral(propertyValue(options, 'extract'), true);
  if (!keys || unsupported !== undefined || isExtracted || !rule.isOnlyLoader) {
    const what = isExtracted
      ? 'its sprite is a separate file that links refer to'
      : unsupported === undefined
        ? 'its options are not static, or it has other loaders too'
        : `the option ${unsupported} is not supported`;
    return void skip(rule.rule.start, what, manualFix);
  }
  const program = workspace.parseFile(source);
  const scope = program && scopeOf(program, undefined);
  const context = scope && { scope, file: source.path, cwd };
  const symbolId = propertyValue(options, 'symbolId');
  const template =
    symbolId && context ? evaluateString(symbolId, context) : symbolId ? undefined : '[name]';
  if (
    template === undefined ||
    !/^(?:[\w.:/-]|\[name\]|\[folder\])*\[name\](?:[\w.:/-]|\[name\]|\[folder\])*$/.test(template)
  ) {
    return void skip(
      (symbolId ?? rule.rule).start,
      'ids of this form are not supported',
      manualFix,
    );
  }
  const folders = includedFolders(rule, (node) => context && evaluateString(node, context));
  if (!folders)
    return void skip(rule.rule.start, 'its folders are known only at run time', manualFix);

  const isIcon = (path: string) =>
    folders.length === 0 || folders.some((folder) => path.startsWith(resolve(cwd, folder)));
  for (const folder of folders) settings.folders.add(projectPath(resolve(cwd, folder), workspace));
  for (const each of workspace.codeFiles) replaceImports(workspace, each, template, isIcon);
  if (settings.folders.size === 0)
    return void skip(rule.rule.start, 'no icons that it loads were found', manualFix);
  settings.ids.add(template);
  const head = templatePrefix(template);
  if (/^[A-Za-z_][\w.-]*$/.test(head)) settings.options.set('prefix', head);
  removeRule(workspace, rule);
  addIconloomPlugin(workspace, source, 'iconloom/webpack');
  reportDynamicIds(workspace);
}

function idOf(path: string, template: string): string {
  return template
    .replaceAll('[name]', basename(path).replace(/\.svg$/i, ''))
    .replaceAll('[folder]', basename(dirname(path)));
}

/** Replaces imports of SVG files with one of the sprite, and inlines the values that are read. */
function replaceImports(
  workspace: Workspace,
  source: CodeFile,
  template: string,
  isIcon: (path: string) => boolean,
): void {
  const text = source.text ?? '';
  if (!text.includes('.svg') && !text.includes('require.context')) return;
  if (/\.(vue|svelte|astro|html?)$/.test(source.path)) {
    reportImports(workspace, source, template);
    return;
  }
  const program = workspace.parseFile(source);
  if (!program) return;
  const replacedImports: ImportStatement[] = [];
  for (const imported of parseImports(program)) {
    const path = imported.from.endsWith('.svg')
      ? workspace.resolveImport(imported.from, source.path)
      : undefined;
    if (path === undefined || !isIcon(path)) continue;
    workspace.settings.folders.add(projectPath(folderOf(path, workspace), workspace));
    const [only, ...more] = imported.specifiers;
    if (!only) replacedImports.push(imported);
    else if (more.length === 0 && only.imported === 'default') {
      if (inlineImportValues(workspace, source, program, only.local, path, template))
        replacedImports.push(imported);
    }
  }
  for (const [index, { node }] of replacedImports.entries()) {
    const quote = quoteOf(text, node);
    const line = `import ${quote}${INLINE_MODULE}${quote}${terminatorOf(text, node)}`;
    const change =
      index === 0 && !text.includes(INLINE_MODULE)
        ? { start: node.start, end: node.end, text: line }
        : removeStatement(text, node);
    workspace.replace(source, change);
  }
  replaceRequireContext(workspace, source, program);
}

/** Folder of an SVG file, or the input folder that contains it already. */
function folderOf(path: string, { settings, cwd }: Workspace): string {
  const inputFolders = [...settings.folders].map((folder) => resolve(cwd, folder));
  return inputFolders.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
}

function reportImports(workspace: Workspace, source: CodeFile, template: string): void {
  for (const { 1: from = '', index } of (source.text ?? '').matchAll(
    /import\b[^;'"]*["']([^"']+\.svg)["']/g,
  )) {
    workspace.addManualStep(source, index, {
      reason: 'a component file imports an SVG',
      instead: `Import '${INLINE_MODULE}' instead, and link to '#${idOf(from, template)}'`,
    });
  }
}

/** Inlines `home.id` and `home.viewBox`; false if the import has other uses. */
function inlineImportValues(
  workspace: Workspace,
  source: CodeFile,
  program: Program,
  local: string,
  path: string,
  template: string,
): boolean {
  const id = idOf(path, template);
  const viewBox = viewBoxOf(path);
  const changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let isReplaceable = true;
  walk(program, (place) => {
    const { node, ancestors, scope } = place;
    if (node.type !== 'Identifier' || node.name !== local || !isReference(place)) return;
    if (lookUpVariable(local, scope)?.kind !== 'import') return;
    const parent = ancestors.at(-1);
    const member = parent && toSyntaxNode(parent);
    const key = member?.type === 'MemberExpression' ? keyName(member) : undefined;
    if (!member || (key !== 'id' && key !== 'viewBox') || (key === 'viewBox' && !viewBox)) {
      isReplaceable = false;
      workspace.addManualStep(source, node.start, {
        reason: 'the import is used for more than its id and viewBox',
        instead: `Link to '#${id}', and import '${INLINE_MODULE}'`,
      });
      return;
    }
    const outer = ancestors.at(-2);
    const link = key === 'id' && outer ? enclosingLink(toSyntaxNode(outer), member) : undefined;
    const value = `${link ? '#' : ''}${key === 'id' ? id : viewBox}`;
    const { start, end } = link ?? member;
    const isInTemplate = !link && outer?.type === 'TemplateLiteral';
    changes.push(
      isInTemplate
        ? { start: start - '${'.length, end: end + '}'.length, text: value }
        : { start, end, text: `'${value}'` },
    );
  });
  if (isReplaceable) for (const change of changes) workspace.replace(source, change);
  return isReplaceable;
}

/** Link `` `#${home.id}` `` or `'#' + home.id` that contains the member expression. */
function enclosingLink(node: SyntaxNode, member: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'TemplateLiteral') {
    const [before, after] = childNodes(node, 'quasis').map(
      (each) => (each.value as { readonly cooked?: string }).cooked,
    );
    return before === '#' && after === '' ? node : undefined;
  }
  const isConcatenation = node.type === 'BinaryExpression' && node.operator === '+';
  return isConcatenation &&
    stringLiteral(childNode(node, 'left'))?.value === '#' &&
    childNode(node, 'right') === member
    ? node
    : undefined;
}

function viewBoxOf(path: string): string | undefined {
  try {
    return /<svg\b[^>]*\sviewBox\s*=\s*["']([^"']+)["']/.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** Replaces `require.context('./icons', false, /\.svg$/)` and the calls that load its files. */
function replaceRequireContext(workspace: Workspace, source: CodeFile, program: Program): void {
  const text = source.text ?? '';
  const body = program.body.map(toSyntaxNode);
  const context = [...walkNodes(toSyntaxNode(program))].find(
    (node) =>
      node.type === 'CallExpression' &&
      dottedName(childNode(node, 'callee')) === 'require.context' &&
      text.slice(node.start, node.end).includes('svg'),
  );
  if (!context) return;
  const folder = stringLiteral(childNodes(context, 'arguments')[0])?.value;
  const declaration = body.find(
    (node) => node.type === 'VariableDeclaration' && isWithin(context, node),
  );
  const [declarator, ...more] = childNodes(declaration, 'declarations');
  const name = String(childNode(declarator, 'id')?.name ?? '');
  const readingStatements = body.filter(
    (node) => node !== declaration && readsName(program, node, name),
  );
  const [loadStatement] = readingStatements;
  const loader = loadStatement && findContextLoader(loadStatement, body, name);
  if (
    folder === undefined ||
    !declaration ||
    more.length > 0 ||
    readingStatements.length !== 1 ||
    !loader
  ) {
    workspace.addManualStep(source, context.start, {
      reason: 'it loads SVG files in an unsupported form',
      instead: `Import '${INLINE_MODULE}' instead, and remove it`,
    });
    return;
  }
  const path = workspace.resolveImport(folder, source.path);
  if (path !== undefined) workspace.settings.folders.add(projectPath(path, workspace));
  const quote = text.includes('"') && !text.includes("'") ? '"' : "'";
  workspace.replace(source, removeStatement(text, declaration));
  if (loader !== loadStatement) workspace.replace(source, removeStatement(text, loader));
  workspace.replace(source, {
    start: loadStatement.start,
    end: loadStatement.end,
    text: `import ${quote}${INLINE_MODULE}${quote}${terminatorOf(text, loadStatement)}`,
  });
}

/** Tests whether a statement reads a top-level name of the module. */
function readsName(program: Program, statement: SyntaxNode, name: string): boolean {
  let isRead = false;
  walk(program, (place) => {
    const { node, scope } = place;
    if (node.type !== 'Identifier' || node.name !== name || !isReference(place)) return;
    if (isModuleScope(scope, name) && isWithin(toSyntaxNode(node), statement)) isRead = true;
  });
  return isRead;
}

/** Tests whether a name resolves to the scope of the module. */
function isModuleScope(from: Scope, name: string): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    if (scope.names.has(name)) return scope.parent === undefined;
  }
  return false;
}

function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Finds the statement that loads the files: the declaration of a function that is called only with
 * the context, or the call itself: `context.keys().map(context)`. `undefined` for other code.
 */
function findContextLoader(
  statement: SyntaxNode,
  body: readonly SyntaxNode[],
  name: string,
): SyntaxNode | undefined {
  const call = childNode(statement, 'expression');
  if (statement.type !== 'ExpressionStatement' || call?.type !== 'CallExpression') return undefined;
  const [given, ...more] = childNodes(call, 'arguments');
  if (given?.name !== name || more.length > 0) return undefined;
  const callee = childNode(call, 'callee');
  const isDirect = /^(forEach|map)$/.test(callee ? (keyName(callee) ?? '') : '');
  if (callee?.type === 'MemberExpression') return isDirect ? statement : undefined;
  const functionName = String(callee?.name ?? '');
  const declares = (node: SyntaxNode) =>
    childNode(node, 'id')?.name === functionName ||
    childNodes(node, 'declarations').some((each) => childNode(each, 'id')?.name === functionName);
  const declaration = body.find(declares);
  const mentions = body.filter((node) =>
    [...walkNodes(node)].some((each) => each.type === 'Identifier' && each.name === functionName),
  );
  // An exported function may have other callers.
  return declaration && mentions.length === 2 ? declaration : undefined;
}
