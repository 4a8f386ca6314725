import { resolve } from 'node:path';
import { kebabCase } from '../../core/names.ts';
import { SYNTAX_BY_LANGUAGE } from '../../rename/code/languages.ts';
import { readMarkup } from '../../rename/code/markup.ts';
import { childNodes, type SyntaxNode, unwrap } from '../../rename/code/syntax.ts';
import { hasIconloomPlugin, replaceOrAddPlugin, reportMissingPlugin } from '../bundler-plugin.ts';
import { replaceComponents } from '../components.ts';
import { dottedName, evaluateString, propertyNames, propertyValue } from '../evaluate.ts';
import type { IconTarget, SkippedImport } from '../icon-target.ts';
import { svgSize } from '../imported-icons.ts';
import { findPluginCalls, type PluginCall } from '../plugin-call.ts';
import { projectPath, readProjectFile, type Workspace } from '../workspace.ts';

/** Options that are migrated, or have no effect on the icons. */
const SUPPORTED_OPTIONS: ReadonlySet<string> = new Set([
  'compiler',
  'jsx',
  'autoInstall',
  'scale',
  'customCollections',
]);

const ICON = /^(?:~icons|virtual:icons)\/([^/?]+)\/([^/?]+?)(?:\.(?:[jt]sx|vue|svelte))?(\?.*)?$/;

/** Bundlers with an entry in both packages. */
const BUNDLERS = /^unplugin-icons\/(vite|webpack|rollup|rspack|esbuild|rolldown)$/;

/** Plans the migration from unplugin-icons: `~icons/set/name`. */
export function migrateUnpluginIcons(workspace: Workspace): void {
  const calls = findPluginCalls(
    workspace,
    (from, name) => BUNDLERS.test(from) && name === 'default',
  );
  const settings = calls.map((call) => readOptions(workspace, call));
  reportAutoImports(workspace);
  const [first] = settings;
  if (settings.includes(undefined)) return;
  const { scale = 1.2, folders = new Map<string, string>() } = first ?? {};

  if (calls.length === 0 && !hasIconloomPlugin(workspace)) {
    reportMissingPlugin(workspace, 'unplugin-icons');
    return;
  }
  let replacedCount = 0;
  const skippedCount = replaceComponents(workspace, ({ imported, specifier }) => {
    const [, set = '', icon = '', query] = ICON.exec(imported.from) ?? [];
    if (set === '') return undefined;
    if (specifier.imported !== 'default' || query !== undefined) return otherImportForm(set, icon);
    return targetOf(set, icon);
  });

  function targetOf(set: string, icon: string): IconTarget | SkippedImport {
    const size = [`${scale}em`, `${scale}em`] as const;
    const folder = folders.get(set);
    const addInput = () => {
      replacedCount += 1;
      if (folder !== undefined) workspace.settings.folders.add(folder);
      else addSetIcon(workspace, set, icon);
    };
    if (folder === undefined)
      return { name: kebabCase(`${set}/${icon}`), size, onReplaced: addInput };
    const svgFile = readProjectFile(`${folder}/${icon}.svg`, workspace.cwd);
    if (!svgFile) {
      return {
        reason: `there is no ${folder}/${icon}.svg`,
        instead: 'Write <Icon name="…" /> with the name of the icon',
      };
    }
    // A size in the file is kept.
    return {
      name: kebabCase(icon),
      size: svgSize(svgFile.text ?? '') ?? size,
      onReplaced: addInput,
    };
  }

  if (replacedCount === 0 && !hasIconloomPlugin(workspace)) return;
  const isDone = skippedCount === 0 && !usesAutoImports(workspace);
  for (const call of calls) {
    const bundler = BUNDLERS.exec(call.imported.from)?.[1] ?? 'vite';
    replaceOrAddPlugin(workspace, call, `iconloom/${bundler}`, { replaces: isDone });
  }
  if (workspace.settings.sets.size > 0) {
    workspace.addNextStep('add more icons of a set under inputs in the configuration');
  }
}

function otherImportForm(set: string, icon: string): SkippedImport {
  const name = kebabCase(`${set}/${icon}`);
  return {
    reason: 'it is not imported as a component',
    instead: `Write <Icon name="${name}" />, and add '${icon}' from @iconify-json/${set} to the inputs`,
  };
}

interface UnpluginOptions {
  readonly scale: number;
  /** Folders of custom collections, by name. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Reads the options; `undefined` if some are not supported, which are reported. */
function readOptions(
  workspace: Workspace,
  { source, options: optionsNode, call, scope }: PluginCall,
): UnpluginOptions | undefined {
  const skip = (node: SyntaxNode, reason: string): undefined => {
    const instead = 'Replace the imports with <Icon name="…" /> one by one, and compare';
    workspace.addManualStep(source, node.start, { reason, instead });
  };
  const options = optionsNode && unwrap(optionsNode);
  const keys = propertyNames(options);
  if (!keys) return skip(call, 'its options are not static');
  const unsupported = keys.find((key) => !SUPPORTED_OPTIONS.has(key));
  if (unsupported !== undefined) {
    return skip(
      propertyValue(options, unsupported) ?? call,
      `the option ${unsupported} changes its icons`,
    );
  }
  const scale = propertyValue(options, 'scale');
  const number = scale === undefined ? 1.2 : Number(unwrap(scale).value);
  if (!Number.isFinite(number)) return skip(scale ?? call, 'its scale is known only at run time');
  const collections = propertyValue(options, 'customCollections');
  const folders = new Map<string, string>();
  const names = propertyNames(collections && unwrap(collections));
  if (collections && !names) return skip(collections, 'its collections are not static');
  for (const name of names ?? []) {
    const value = propertyValue(collections && unwrap(collections), name);
    const [first, ...more] = childNodes(value, 'arguments');
    const isFolder = dottedName(value && (value.callee as SyntaxNode)) === 'FileSystemIconLoader';
    const context = { scope, file: source.path, cwd: workspace.cwd };
    const folder = isFolder && more.length === 0 ? evaluateString(first, context) : undefined;
    if (folder === undefined) return skip(value ?? call, `the collection ${name} comes from code`);
    folders.set(name, projectPath(resolve(workspace.cwd, folder), workspace));
  }
  return { scale: number, folders };
}

function addSetIcon(
  { settings, project, addNextStep }: Workspace,
  set: string,
  icon: string,
): void {
  const setPackage = `@iconify-json/${set}`;
  const isInAllSets = !project.packages.has(setPackage) && project.packages.has('@iconify/json');
  const from = isInAllSets ? `./node_modules/@iconify/json/json/${set}.json` : setPackage;
  if (!isInAllSets && !project.packages.has(setPackage)) {
    addNextStep(`install the set: ${project.packageManager.install(setPackage)}`);
  }
  const setInput = settings.sets.get(set) ?? { from, folder: set, icons: new Set<string>() };
  setInput.icons.add(icon);
  settings.sets.set(set, setInput);
}

const RESOLVER = /^unplugin-icons\/resolver$/;

/** Reports auto-imported components, by their names in templates. */
function reportAutoImports(workspace: Workspace): void {
  for (const { source, call } of findPluginCalls(workspace, (from) => RESOLVER.test(from))) {
    workspace.addManualStep(source, call.start, {
      reason: 'auto-imported icons are not found',
      instead: 'Import Icon from iconloom/vue (or react, svelte, solid), or register it globally',
    });
  }
  for (const source of workspace.codeFiles) {
    const { path, text = '' } = source;
    if (!/\.(vue|svelte)$/.test(path)) continue;
    for (const tag of readMarkup(text, 0, SYNTAX_BY_LANGUAGE.vue).tags) {
      const [, set, icon] = /^i-([a-z\d]+)-([a-z\d-]+)$/.exec(tag.name) ?? [];
      if (set === undefined || icon === undefined) continue;
      workspace.addManualStep(source, tag.start, {
        reason: 'an auto-imported icon',
        instead: `Write <Icon name="${set}-${icon}" size="1.2em" />, and add '${icon}' from @iconify-json/${set} to the inputs`,
      });
    }
  }
}

function usesAutoImports(workspace: Workspace): boolean {
  return findPluginCalls(workspace, (from) => RESOLVER.test(from)).length > 0;
}
