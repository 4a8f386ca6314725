import { removeItem } from '../edit/replace.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import {
  childNodes,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
  unwrap,
} from '../rename/code/syntax.ts';
import { propertyValue } from './evaluate.ts';
import { walkNodes } from './imports.ts';
import type { Workspace } from './workspace.ts';

/** Rule of webpack or Rspack with a loader. */
export interface LoaderRule {
  readonly source: CodeFile;
  readonly rule: SyntaxNode;
  /** Array literal that contains it. */
  readonly list: SyntaxNode;
  /** Options of the loader; `undefined` if there are none. */
  readonly options: SyntaxNode | undefined;
  /** Set if the rule has no other loader, except for those that only optimize SVG. */
  readonly isOnlyLoader: boolean;
}

const OPTIMIZER_LOADER = /^(svgo-loader|image-webpack-loader)$/;

/** Finds the rules with a loader. */
export function findLoaderRules(workspace: Workspace, loader: string): readonly LoaderRule[] {
  return workspace.codeFiles.flatMap((source) => {
    if (source.text?.includes(loader) !== true) return [];
    const program = workspace.parseFile(source);
    if (!program) return [];
    return [...walkNodes(toSyntaxNode(program))].flatMap((list) => {
      if (list.type !== 'ArrayExpression') return [];
      return childNodes(list, 'elements').flatMap((rule): LoaderRule[] => {
        if (rule.type !== 'ObjectExpression' || !propertyValue(rule, 'test')) return [];
        const uses = loadersOf(rule);
        const matchingUse = uses.find(({ name }) => name === loader);
        if (!matchingUse) return [];
        const isOnlyLoader = uses.every(
          (each) => each === matchingUse || OPTIMIZER_LOADER.test(each.name),
        );
        return [{ source, rule, list, options: matchingUse.options, isOnlyLoader }];
      });
    });
  });
}

/** Loaders of a rule; a name that is not static is ''. */
function loadersOf(
  rule: SyntaxNode,
): readonly { readonly name: string; readonly options: SyntaxNode | undefined }[] {
  const single = propertyValue(rule, 'loader');
  if (single) return [{ name: loaderName(single), options: propertyValue(rule, 'options') }];
  const use = propertyValue(rule, 'use');
  const items = use?.type === 'ArrayExpression' ? childNodes(use, 'elements') : use ? [use] : [];
  return items.map((item) =>
    item.type === 'ObjectExpression'
      ? { name: loaderName(propertyValue(item, 'loader')), options: propertyValue(item, 'options') }
      : { name: loaderName(item), options: undefined },
  );
}

/** Loader name of `'x'` and `require.resolve('x')`. */
function loaderName(node: SyntaxNode | undefined): string {
  if (!node) return '';
  const value = unwrap(node);
  const [first] = value.type === 'CallExpression' ? childNodes(value, 'arguments') : [value];
  return stringLiteral(first)?.value ?? '';
}

/** Removes a rule from its list. */
export function removeRule(workspace: Workspace, { source, rule, list }: LoaderRule): void {
  const items = childNodes(list, 'elements');
  const parsed = { text: source.text ?? '', comments: [] };
  const change =
    items.length === 1
      ? { start: list.start, end: list.end, text: '[]' }
      : removeItem(parsed, items as never, rule as never);
  workspace.replace(source, change);
}

/** Absolute folders in `include` of a rule; `undefined` if they are known only at run time. */
export function includedFolders(
  { rule }: LoaderRule,
  evaluate: (node: SyntaxNode) => string | undefined,
): readonly string[] | undefined {
  const include = propertyValue(rule, 'include');
  if (!include) return [];
  const items = include.type === 'ArrayExpression' ? childNodes(include, 'elements') : [include];
  const folders = items.map(evaluate);
  return folders.every((each) => each !== undefined) ? folders : undefined;
}
