import { readFileSync } from 'node:fs';
import { scopeOf } from '../../code/scope.ts';
import { bare, type Loose, loose, textOf } from '../../rename/code/syntax.ts';
import { addOurPlugin, hasOurPlugin, leaveWithoutPlugin, putPlugin } from '../bundler-plugin.ts';
import { type IconTarget, type LeftImport, replaceComponents } from '../components.ts';
import { isLiteral, keysOf, propertyIn } from '../evaluate.ts';
import { nameFiles, sizeOf } from '../file-icons.ts';
import { importsIn, nodesIn } from '../imports.ts';
import { renameModules } from '../modules.ts';
import { findPluginCalls } from '../plugin-call.ts';
import { findRules, removeRule } from '../webpack-rules.ts';
import type { Workspace } from '../workspace.ts';

/** Options of SVGR that are migrated, or have no effect on the icons. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['icon', 'dimensions', 'exportType', 'namedExport', 'ref', 'memo', 'typescript', 'jsxRuntime'],
  ...['svgo', 'svgoConfig', 'plugins', 'titleProp', 'descProp', 'prettier', 'babel'],
]);

/** Plans the migration from SVGR: `?react`, `ReactComponent`, and components of plain imports. */
export function migrateSvgr(workspace: Workspace): void {
  const calls = findPluginCalls(
    workspace,
    (from, name) => from === 'vite-plugin-svgr' && name === 'default',
  );
  const rules = findRules(workspace, '@svgr/webpack');
  const given = [
    ...calls.map(({ options, source }) => ({
      source,
      options: propertyIn(options && bare(options), 'svgrOptions'),
    })),
    ...rules.map(({ options, source }) => ({ source, options })),
  ];
  const refused = given.flatMap(({ source, options }) => {
    const keys = keysOf(options && bare(options));
    const odd = keys?.find((key) => !KNOWN.has(key));
    if (keys && odd === undefined) return [];
    return [{ source, node: options as Loose, odd }];
  });
  for (const { source, node, odd } of refused) {
    workspace.leave(source, node.start, {
      reason:
        odd === undefined
          ? 'its options are not static'
          : `the option ${odd} changes what its components render`,
      instead: 'Replace its imports with <Icon name="…" /> one by one, and compare',
    });
  }
  if (refused.length > 0) return;
  if (calls.length + rules.length === 0 && !hasOurPlugin(workspace)) {
    leaveWithoutPlugin(workspace, '@svgr/');
    return;
  }
  const option = (name: string) =>
    given.map(({ options }) => propertyIn(options && bare(options), name)).find(Boolean);
  const icon = option('icon');
  const hasNoSize = isLiteral(option('dimensions'), false);

  const names = nameFiles(importedFiles(workspace), workspace);
  const left = replaceComponents(workspace, (imported, specifier, source, isDrawn) => {
    const [path = '', query] = imported.from.split('?');
    if (!path.endsWith('.svg')) return undefined;
    const isComponent =
      (query === 'react' && specifier.imported === 'default') ||
      specifier.imported === 'ReactComponent' ||
      (query === undefined && specifier.imported === 'default' && isDrawn);
    if (!isComponent) return undefined;
    return targetOf(workspace.fileOf(path, source.path));
  });

  function targetOf(path: string | undefined): IconTarget | LeftImport {
    const svg = path === undefined ? undefined : readIfThere(path);
    if (path === undefined || svg === undefined) {
      return {
        reason: 'the file that it imports was not found',
        instead: 'Write <Icon name="…" /> with the name of the icon',
      };
    }
    const name = names.nameOf(path);
    if (name === undefined) {
      return {
        reason: 'another icon would have the same name',
        instead: 'Rename one of the files, and run the command again',
      };
    }
    const sized = icon ? iconSize(icon) : hasNoSize ? undefined : sizeOf(svg);
    return { name, size: sized, taken: () => names.take(path) };
  }

  const isDone = left === 0;
  if (workspace.settings.folders.size === 0 && !hasOurPlugin(workspace)) return;
  for (const call of calls) putPlugin(workspace, call, 'iconloom/vite', { replaces: isDone });
  for (const rule of rules) {
    if (isDone && rule.isSole) removeRule(workspace, rule);
    addOurPlugin(workspace, rule.source, 'iconloom/webpack');
  }
  if (!isDone) return;
  renameModules(workspace, {
    modules: new Map(),
    lists: new Map(),
    types: new Map([['vite-plugin-svgr/client', 'iconloom/client']]),
  });
}

/** Size of `icon: true` or `icon: '2em'`. */
function iconSize(icon: Loose): readonly [string, string] | undefined {
  if (isLiteral(icon, true)) return ['1em', '1em'];
  const text = textOf(icon)?.value ?? (typeof icon.value === 'number' ? String(icon.value) : '');
  return text === '' ? undefined : [text, text];
}

/** Absolute paths of the SVG files that are imported as components. */
function importedFiles(workspace: Workspace): readonly string[] {
  return workspace.sources.flatMap((source) => {
    const program = source.text?.includes('.svg') ? workspace.program(source) : undefined;
    if (!program) return [];
    const scope = scopeOf(program, undefined);
    return importsIn(program).flatMap(({ from, specifiers }) => {
      const [path = '', query] = from.split('?');
      const isOne = path.endsWith('.svg') && (query === undefined || query === 'react');
      const isUsed = specifiers.some(({ local }) => scope.names.has(local));
      const file = isOne && isUsed ? workspace.fileOf(path, source.path) : undefined;
      const isShown =
        query === 'react' || specifiers.some(isComponentName) || drawn(program, specifiers);
      return file !== undefined && isShown ? [file] : [];
    });
  });
}

function isComponentName({ imported }: { readonly imported: string }): boolean {
  return imported === 'ReactComponent';
}

function drawn(
  program: Parameters<typeof importsIn>[0],
  specifiers: readonly { readonly local: string }[],
): boolean {
  const locals = new Set(specifiers.map(({ local }) => local));
  return [...nodesIn(loose(program))].some(
    (node) => node.type === 'JSXOpeningElement' && locals.has(String((node.name as Loose).name)),
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
