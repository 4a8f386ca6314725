import { scopeOf } from '../../code/create-scope.ts';
import { readIfExists } from '../../node/files.ts';
import { type SyntaxNode, stringLiteral, toSyntaxNode, unwrap } from '../../rename/code/syntax.ts';
import {
  addIconloomPlugin,
  hasIconloomPlugin,
  replaceOrAddPlugin,
  reportMissingPlugin,
} from '../bundler-plugin.ts';
import { replaceComponents } from '../components.ts';
import { isLiteral, propertyNames, propertyValue } from '../evaluate.ts';
import type { IconTarget, SkippedImport } from '../icon-target.ts';
import { nameImportedIcons, svgSize } from '../imported-icons.ts';
import { parseImports, walkNodes } from '../imports.ts';
import { replaceModules } from '../modules.ts';
import { findPluginCalls } from '../plugin-call.ts';
import { findLoaderRules, removeRule } from '../webpack-rules.ts';
import type { Workspace } from '../workspace.ts';

/** Options of SVGR that are migrated, or have no effect on the icons. */
const SUPPORTED_OPTIONS: ReadonlySet<string> = new Set([
  'icon',
  'dimensions',
  'exportType',
  'namedExport',
  'ref',
  'memo',
  'typescript',
  'jsxRuntime',
  'svgo',
  'svgoConfig',
  'plugins',
  'titleProp',
  'descProp',
  'prettier',
  'babel',
]);

/** Plans the migration from SVGR: `?react`, `ReactComponent`, and components of plain imports. */
export function migrateSvgr(workspace: Workspace): void {
  const calls = findPluginCalls(
    workspace,
    (from, name) => from === 'vite-plugin-svgr' && name === 'default',
  );
  const rules = findLoaderRules(workspace, '@svgr/webpack');
  const configs = [
    ...calls.map(({ options, source }) => ({
      source,
      options: propertyValue(options && unwrap(options), 'svgrOptions'),
    })),
    ...rules.map(({ options, source }) => ({ source, options })),
  ];
  const unsupportedConfigs = configs.flatMap(({ source, options }) => {
    const keys = propertyNames(options && unwrap(options));
    const unsupported = keys?.find((key) => !SUPPORTED_OPTIONS.has(key));
    if (keys && unsupported === undefined) return [];
    return [{ source, node: options as SyntaxNode, unsupported }];
  });
  for (const { source, node, unsupported } of unsupportedConfigs) {
    workspace.addManualStep(source, node.start, {
      reason:
        unsupported === undefined
          ? 'its options are not static'
          : `the option ${unsupported} changes what its components render`,
      instead: 'Replace its imports with <Icon name="…" /> one by one, and compare',
    });
  }
  if (unsupportedConfigs.length > 0) return;
  if (calls.length + rules.length === 0 && !hasIconloomPlugin(workspace)) {
    reportMissingPlugin(workspace, '@svgr/');
    return;
  }
  const option = (name: string) =>
    configs.map(({ options }) => propertyValue(options && unwrap(options), name)).find(Boolean);
  const icon = option('icon');
  const hasNoSize = isLiteral(option('dimensions'), false);

  const names = nameImportedIcons(importedFiles(workspace), workspace);
  const skippedCount = replaceComponents(
    workspace,
    ({ imported, specifier, source, isRendered }) => {
      const [path = '', query] = imported.from.split('?');
      if (!path.endsWith('.svg')) return undefined;
      const isComponent =
        (query === 'react' && specifier.imported === 'default') ||
        specifier.imported === 'ReactComponent' ||
        (query === undefined && specifier.imported === 'default' && isRendered);
      if (!isComponent) return undefined;
      return targetOf(workspace.resolveImport(path, source.path));
    },
  );

  function targetOf(path: string | undefined): IconTarget | SkippedImport {
    const svg = path === undefined ? undefined : readIfExists(path);
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
    const sized = icon ? iconSize(icon) : hasNoSize ? undefined : svgSize(svg);
    return { name, size: sized, onReplaced: () => names.addInput(path) };
  }

  const isDone = skippedCount === 0;
  if (workspace.settings.folders.size === 0 && !hasIconloomPlugin(workspace)) return;
  for (const call of calls)
    replaceOrAddPlugin(workspace, call, 'iconloom/vite', { replaces: isDone });
  for (const rule of rules) {
    if (isDone && rule.isOnlyLoader) removeRule(workspace, rule);
    addIconloomPlugin(workspace, rule.source, 'iconloom/webpack');
  }
  if (!isDone) return;
  replaceModules(workspace, {
    modules: new Map(),
    lists: new Map(),
    types: new Map([['vite-plugin-svgr/client', 'iconloom/client']]),
  });
}

/** Size of `icon: true` or `icon: '2em'`. */
function iconSize(icon: SyntaxNode): readonly [string, string] | undefined {
  if (isLiteral(icon, true)) return ['1em', '1em'];
  const text =
    stringLiteral(icon)?.value ?? (typeof icon.value === 'number' ? String(icon.value) : '');
  return text === '' ? undefined : [text, text];
}

/** Absolute paths of the SVG files that are imported as components. */
function importedFiles(workspace: Workspace): readonly string[] {
  return workspace.codeFiles.flatMap((source) => {
    const program = source.text?.includes('.svg') ? workspace.parseFile(source) : undefined;
    if (!program) return [];
    const scope = scopeOf(program, undefined);
    return parseImports(program).flatMap(({ from, specifiers }) => {
      const [path = '', query] = from.split('?');
      const isSvgImport = path.endsWith('.svg') && (query === undefined || query === 'react');
      const isUsed = specifiers.some(({ local }) => scope.names.has(local));
      const file = isSvgImport && isUsed ? workspace.resolveImport(path, source.path) : undefined;
      const isUsedAsComponent =
        query === 'react' || specifiers.some(isComponentName) || rendersAny(program, specifiers);
      return file !== undefined && isUsedAsComponent ? [file] : [];
    });
  });
}

function isComponentName({ imported }: { readonly imported: string }): boolean {
  return imported === 'ReactComponent';
}

function rendersAny(
  program: Parameters<typeof parseImports>[0],
  specifiers: readonly { readonly local: string }[],
): boolean {
  const locals = new Set(specifiers.map(({ local }) => local));
  return [...walkNodes(toSyntaxNode(program))].some(
    (node) =>
      node.type === 'JSXOpeningElement' && locals.has(String((node.name as SyntaxNode).name)),
  );
}
