import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Program } from 'acorn';
import { lookUpVariable, type Scope, scopeOf } from '../../code/scope.ts';
import { isReference, walk } from '../../code/walk.ts';
import { templateHead } from '../../core/symbol-ids.ts';
import type { SourceFile } from '../../rename/code/source-files.ts';
import { bare, keyText, type Loose, loose, part, parts, textOf } from '../../rename/code/syntax.ts';
import { addOurPlugin } from '../bundler-plugin.ts';
import { dotted, isLiteral, keysOf, propertyIn, textIn } from '../evaluate.ts';
import { endOf, type Imported, importsIn, nodesIn, quoteOf, removeStatement } from '../imports.ts';
import { findMadeIds } from '../made-ids.ts';
import { findRules, foldersOf, removeRule } from '../webpack-rules.ts';
import { shownPath, type Workspace } from '../workspace.ts';

const LOADER = 'svg-sprite-loader';
const INLINE = 'virtual:iconloom/inline';

/** Options that are migrated, or have no effect on the icons. */
const KNOWN: ReadonlySet<string> = new Set(['symbolId', 'esModule', 'extract', 'runtimeCompat']);

/** Plans the migration from svg-sprite-loader. */
export function migrateSpriteLoader(workspace: Workspace): void {
  const { settings, cwd } = workspace;
  const [rule, ...others] = findRules(workspace, LOADER);
  if (!rule) return;
  const { source } = rule;
  const refuse = (offset: number, reason: string, instead: string) =>
    workspace.leave(source, offset, { reason, instead });
  const byHand = 'Remove the rule, add icons() from iconloom/webpack, and set inputs and ids';
  if (others.length > 0) return void refuse(rule.rule.start, 'there are several rules', byHand);
  const options = rule.options && bare(rule.options);
  const keys = keysOf(options);
  const odd = keys?.find((key) => !KNOWN.has(key));
  const isExtracted = isLiteral(propertyIn(options, 'extract'), true);
  if (!keys || odd !== undefined || isExtracted || !rule.isSole) {
    const what = isExtracted
      ? 'its sprite is a separate file that links refer to'
      : odd === undefined
        ? 'its options are not static, or it has other loaders too'
        : `the option ${odd} is not supported`;
    return void refuse(rule.rule.start, what, byHand);
  }
  const program = workspace.program(source);
  const scope = program && scopeOf(program, undefined);
  const ancestors = scope && { scope, file: source.path, cwd };
  const given = propertyIn(options, 'symbolId');
  const template = given && ancestors ? textIn(given, ancestors) : given ? undefined : '[name]';
  if (
    template === undefined ||
    !/^(?:[\w.:/-]|\[name\]|\[folder\])*\[name\](?:[\w.:/-]|\[name\]|\[folder\])*$/.test(template)
  ) {
    return void refuse((given ?? rule.rule).start, 'ids of this form are not supported', byHand);
  }
  const folders = foldersOf(rule, (node) => ancestors && textIn(node, ancestors));
  if (!folders)
    return void refuse(rule.rule.start, 'its folders are known only at run time', byHand);

  const isIcon = (path: string) =>
    folders.length === 0 || folders.some((folder) => path.startsWith(resolve(cwd, folder)));
  for (const folder of folders) settings.folders.add(shownPath(resolve(cwd, folder), workspace));
  for (const each of workspace.sources) replaceImports(workspace, each, template, isIcon);
  if (settings.folders.size === 0)
    return void refuse(rule.rule.start, 'no icons that it loads were found', byHand);
  settings.ids.add(template);
  const head = templateHead(template);
  if (/^[A-Za-z_][\w.-]*$/.test(head)) settings.options.set('prefix', head);
  removeRule(workspace, rule);
  addOurPlugin(workspace, source, 'iconloom/webpack');
  findMadeIds(workspace);
}

function idOf(path: string, template: string): string {
  return template
    .replaceAll('[name]', basename(path).replace(/\.svg$/i, ''))
    .replaceAll('[folder]', basename(dirname(path)));
}

/** Replaces imports of SVG files with one of the sprite, and inlines the values that are read. */
function replaceImports(
  workspace: Workspace,
  source: SourceFile,
  template: string,
  isIcon: (path: string) => boolean,
): void {
  const text = source.text ?? '';
  if (!text.includes('.svg') && !text.includes('require.context')) return;
  if (/\.(vue|svelte|astro|html?)$/.test(source.path)) {
    listImports(workspace, source, template);
    return;
  }
  const program = workspace.program(source);
  if (!program) return;
  const gone: Imported[] = [];
  for (const imported of importsIn(program)) {
    const path = imported.from.endsWith('.svg')
      ? workspace.fileOf(imported.from, source.path)
      : undefined;
    if (path === undefined || !isIcon(path)) continue;
    workspace.settings.folders.add(shownPath(folderOf(path, workspace), workspace));
    const [only, ...more] = imported.specifiers;
    if (!only) gone.push(imported);
    else if (more.length === 0 && only.imported === 'default') {
      if (writeOut(workspace, source, program, only.local, path, template)) gone.push(imported);
    }
  }
  for (const [index, { node }] of gone.entries()) {
    const quote = quoteOf(text, node);
    const line = `import ${quote}${INLINE}${quote}${endOf(text, node)}`;
    const change =
      index === 0 && !text.includes(INLINE)
        ? { start: node.start, end: node.end, text: line }
        : removeStatement(text, node);
    workspace.replace(source, change);
  }
  replaceContext(workspace, source, program);
}

/** Folder of an SVG file, or the input folder that contains it already. */
function folderOf(path: string, { settings, cwd }: Workspace): string {
  const known = [...settings.folders].map((folder) => resolve(cwd, folder));
  return known.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
}

function listImports(workspace: Workspace, source: SourceFile, template: string): void {
  for (const { 1: from = '', index } of (source.text ?? '').matchAll(
    /import\b[^;'"]*["']([^"']+\.svg)["']/g,
  )) {
    workspace.leave(source, index, {
      reason: 'a component file imports an SVG',
      instead: `Import '${INLINE}' instead, and link to '#${idOf(from, template)}'`,
    });
  }
}

/** Inlines `home.id` and `home.viewBox`; false if the import has other uses. */
function writeOut(
  workspace: Workspace,
  source: SourceFile,
  program: Program,
  local: string,
  path: string,
  template: string,
): boolean {
  const id = idOf(path, template);
  const viewBox = viewBoxOf(path);
  const changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let isClear = true;
  walk(program, (place) => {
    const { node, ancestors, scope } = place;
    if (node.type !== 'Identifier' || node.name !== local || !isReference(place)) return;
    if (lookUpVariable(local, scope)?.kind !== 'import') return;
    const parent = ancestors.at(-1);
    const member = parent && loose(parent);
    const key = member?.type === 'MemberExpression' ? keyText(member) : undefined;
    if (!member || (key !== 'id' && key !== 'viewBox') || (key === 'viewBox' && !viewBox)) {
      isClear = false;
      workspace.leave(source, node.start, {
        reason: 'the import is used for more than its id and viewBox',
        instead: `Link to '#${id}', and import '${INLINE}'`,
      });
      return;
    }
    const outer = ancestors.at(-2);
    const link = key === 'id' && outer ? linkAround(loose(outer), member) : undefined;
    const value = `${link ? '#' : ''}${key === 'id' ? id : viewBox}`;
    const { start, end } = link ?? member;
    const isInTemplate = !link && outer?.type === 'TemplateLiteral';
    changes.push(
      isInTemplate
        ? { start: start - '${'.length, end: end + '}'.length, text: value }
        : { start, end, text: `'${value}'` },
    );
  });
  if (isClear) for (const change of changes) workspace.replace(source, change);
  return isClear;
}

/** Link `` `#${home.id}` `` or `'#' + home.id` that contains the member expression. */
function linkAround(node: Loose, member: Loose): Loose | undefined {
  if (node.type === 'TemplateLiteral') {
    const [before, after] = parts(node, 'quasis').map(
      (each) => (each.value as { readonly cooked?: string }).cooked,
    );
    return before === '#' && after === '' ? node : undefined;
  }
  const isSum = node.type === 'BinaryExpression' && node.operator === '+';
  return isSum && textOf(part(node, 'left'))?.value === '#' && part(node, 'right') === member
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
function replaceContext(workspace: Workspace, source: SourceFile, program: Program): void {
  const text = source.text ?? '';
  const body = program.body.map(loose);
  const context = [...nodesIn(loose(program))].find(
    (node) =>
      node.type === 'CallExpression' &&
      dotted(part(node, 'callee')) === 'require.context' &&
      text.slice(node.start, node.end).includes('svg'),
  );
  if (!context) return;
  const folder = textOf(parts(context, 'arguments')[0])?.value;
  const declaration = body.find(
    (node) => node.type === 'VariableDeclaration' && within(context, node),
  );
  const [declarator, ...more] = parts(declaration, 'declarations');
  const name = String(part(declarator, 'id')?.name ?? '');
  const using = body.filter((node) => node !== declaration && reads(program, node, name));
  const [loading] = using;
  const loader = loading && loaderIn(loading, body, name);
  if (folder === undefined || !declaration || more.length > 0 || using.length !== 1 || !loader) {
    workspace.leave(source, context.start, {
      reason: 'it loads SVG files in an unsupported form',
      instead: `Import '${INLINE}' instead, and remove it`,
    });
    return;
  }
  const path = workspace.fileOf(folder, source.path);
  if (path !== undefined) workspace.settings.folders.add(shownPath(path, workspace));
  const quote = text.includes('"') && !text.includes("'") ? '"' : "'";
  workspace.replace(source, removeStatement(text, declaration));
  if (loader !== loading) workspace.replace(source, removeStatement(text, loader));
  workspace.replace(source, {
    ...{ start: loading.start, end: loading.end },
    text: `import ${quote}${INLINE}${quote}${endOf(text, loading)}`,
  });
}

/** Tests whether a statement reads a top-level name of the module. */
function reads(program: Program, statement: Loose, name: string): boolean {
  let isRead = false;
  walk(program, (place) => {
    const { node, scope } = place;
    if (node.type !== 'Identifier' || node.name !== name || !isReference(place)) return;
    if (isOfModule(scope, name) && within(loose(node), statement)) isRead = true;
  });
  return isRead;
}

/** Tests whether a name resolves to the scope of the module. */
function isOfModule(from: Scope, name: string): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    if (scope.names.has(name)) return scope.parent === undefined;
  }
  return false;
}

function within(inner: Loose, outer: Loose): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Finds the statement that loads the files: the declaration of a function that is called only with
 * the context, or the call itself: `context.keys().map(context)`. `undefined` for other code.
 */
function loaderIn(statement: Loose, body: readonly Loose[], name: string): Loose | undefined {
  const call = part(statement, 'expression');
  if (statement.type !== 'ExpressionStatement' || call?.type !== 'CallExpression') return undefined;
  const [given, ...more] = parts(call, 'arguments');
  if (given?.name !== name || more.length > 0) return undefined;
  const callee = part(call, 'callee');
  const isDirect = /^(forEach|map)$/.test(callee ? (keyText(callee) ?? '') : '');
  if (callee?.type === 'MemberExpression') return isDirect ? statement : undefined;
  const called = String(callee?.name ?? '');
  const declares = (node: Loose) =>
    part(node, 'id')?.name === called ||
    parts(node, 'declarations').some((each) => part(each, 'id')?.name === called);
  const declaration = body.find(declares);
  const readers = body.filter((node) =>
    [...nodesIn(node)].some((each) => each.type === 'Identifier' && each.name === called),
  );
  // An exported function may have other callers.
  return declaration && readers.length === 2 ? declaration : undefined;
}
