import { removeItem } from '../edit/replace.ts';
import type { SourceFile } from '../rename/code/source-files.ts';
import { bare, type Loose, loose, parts, textOf } from '../rename/code/syntax.ts';
import { propertyIn } from './evaluate.ts';
import { nodesIn } from './imports.ts';
import type { Workspace } from './workspace.ts';

/** Rule of webpack or Rspack with a loader. */
export interface LoaderRule {
  readonly source: SourceFile;
  readonly rule: Loose;
  /** Array literal that contains it. */
  readonly list: Loose;
  /** Options of the loader; `undefined` if there are none. */
  readonly options: Loose | undefined;
  /** Set if the rule has no other loader, except for those that only optimize SVG. */
  readonly isSole: boolean;
}

const SHRINKING = /^(svgo-loader|image-webpack-loader)$/;

/** Finds the rules with a loader. */
export function findRules(workspace: Workspace, loader: string): readonly LoaderRule[] {
  return workspace.sources.flatMap((source) => {
    if (source.text?.includes(loader) !== true) return [];
    const program = workspace.program(source);
    if (!program) return [];
    return [...nodesIn(loose(program))].flatMap((list) => {
      if (list.type !== 'ArrayExpression') return [];
      return parts(list, 'elements').flatMap((rule): LoaderRule[] => {
        if (rule.type !== 'ObjectExpression' || !propertyIn(rule, 'test')) return [];
        const uses = usesOf(rule);
        const own = uses.find(({ name }) => name === loader);
        if (!own) return [];
        const isSole = uses.every((each) => each === own || SHRINKING.test(each.name));
        return [{ source, rule, list, options: own.options, isSole }];
      });
    });
  });
}

/** Loaders of a rule; a name that is not static is ''. */
function usesOf(
  rule: Loose,
): readonly { readonly name: string; readonly options: Loose | undefined }[] {
  const single = propertyIn(rule, 'loader');
  if (single) return [{ name: nameIn(single), options: propertyIn(rule, 'options') }];
  const use = propertyIn(rule, 'use');
  const items = use?.type === 'ArrayExpression' ? parts(use, 'elements') : use ? [use] : [];
  return items.map((item) =>
    item.type === 'ObjectExpression'
      ? { name: nameIn(propertyIn(item, 'loader')), options: propertyIn(item, 'options') }
      : { name: nameIn(item), options: undefined },
  );
}

/** Loader name of `'x'` and `require.resolve('x')`. */
function nameIn(node: Loose | undefined): string {
  if (!node) return '';
  const value = bare(node);
  const [first] = value.type === 'CallExpression' ? parts(value, 'arguments') : [value];
  return textOf(first)?.value ?? '';
}

/** Removes a rule from its list. */
export function removeRule(workspace: Workspace, { source, rule, list }: LoaderRule): void {
  const items = parts(list, 'elements');
  const parsed = { text: source.text ?? '', comments: [] };
  const change =
    items.length === 1
      ? { start: list.start, end: list.end, text: '[]' }
      : removeItem(parsed, items as never, rule as never);
  workspace.replace(source, change);
}

/** Absolute folders in `include` of a rule; `undefined` if they are known only at run time. */
export function foldersOf(
  { rule }: LoaderRule,
  textIn: (node: Loose) => string | undefined,
): readonly string[] | undefined {
  const include = propertyIn(rule, 'include');
  if (!include) return [];
  const items = include.type === 'ArrayExpression' ? parts(include, 'elements') : [include];
  const folders = items.map(textIn);
  return folders.every((each) => each !== undefined) ? folders : undefined;
}
