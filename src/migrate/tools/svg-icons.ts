import { resolve } from 'node:path';
import { templatePrefix } from '../../core/symbol-ids.ts';
import type { CodeFile } from '../../rename/code/code-files.ts';
import { childNodes, type SyntaxNode, unwrap } from '../../rename/code/syntax.ts';
import { reportDynamicIds } from '../dynamic-ids.ts';
import { evaluateString, isLiteral, propertyNames, propertyValue } from '../evaluate.ts';
import { addInlineImport, INLINE_MODULE } from '../inline-import.ts';
import { replaceModules } from '../modules.ts';
import { findPluginCalls, type PluginCall, replacePlugin } from '../plugin-call.ts';
import { readSvgFiles } from '../svg-files.ts';
import { projectPath, readProjectFile, type Workspace } from '../workspace.ts';

const PACKAGES: ReadonlySet<string> = new Set([
  'vite-plugin-svg-icons',
  'vite-plugin-svg-icons-ng',
]);

/** Options that have no effect on the icons. */
const IGNORED_OPTIONS: ReadonlySet<string> = new Set([
  'iconDirs',
  'symbolId',
  'inject',
  'customDomId',
  'htmlMode',
  'failOnError',
]);

const DEFAULT_SYMBOL_ID = 'icon-[dir]-[name]';

/** Modules of the plugin, and their iconloom equivalents. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['virtual:svg-icons-register', INLINE_MODULE],
  ['virtual:svg-icons/register', INLINE_MODULE],
]);
const ID_MODULES: ReadonlySet<string> = new Set([
  'virtual:svg-icons-names',
  'virtual:svg-icons/ids',
]);
const TYPES: ReadonlyMap<string, string> = new Map(
  [...PACKAGES].map((name) => [`${name}/client`, 'iconloom/client']),
);

/** Plans the migration from vite-plugin-svg-icons and vite-plugin-svg-icons-ng. */
export function migrateSvgIcons(workspace: Workspace): void {
  const calls = findPluginCalls(
    workspace,
    (from, imported) => PACKAGES.has(from) && imported === 'createSvgIconsPlugin',
  );
  const migrated = calls.filter((call) => migrateCall(workspace, call));
  // Without the plugin, its modules do not resolve; with it, they still work.
  if (migrated.length === 0 || migrated.length < calls.length) return;
  const isRegistered = replaceModules(workspace, {
    modules: MODULES,
    lists: new Map(
      [...ID_MODULES].map((id) => [id, { from: 'virtual:iconloom', name: 'iconIds' }]),
    ),
    types: TYPES,
  });
  // vite-plugin-svg-icons-ng puts the sprite into the page without an import.
  if (!isRegistered) addInlineImport(workspace);
  reportDynamicIds(workspace);
}

function migrateCall(workspace: Workspace, plugin: PluginCall): boolean {
  const { source, call, scope } = plugin;
  const { cwd, settings } = workspace;
  const options = plugin.options && unwrap(plugin.options);
  const context = { scope, file: source.path, cwd };
  const skip = (node: SyntaxNode, reason: string, instead: string): false => {
    workspace.addManualStep(source, node.start, { reason, instead });
    return false;
  };
  const keys = propertyNames(options);
  const manualFix =
    'Replace it with icons() from iconloom/vite, and set inputs and ids in iconloom.config';
  if (!options || !keys) return skip(call, 'its options are not static', manualFix);
  const dirs = propertyValue(options, 'iconDirs');
  const folders = childNodes(dirs && unwrap(dirs), 'elements').map((each) =>
    evaluateString(each, context),
  );
  if (folders.length === 0 || folders.some((each) => each === undefined)) {
    return skip(dirs ?? call, 'its folders are known only at run time', manualFix);
  }
  const template = propertyValue(options, 'symbolId');
  const symbolId = template ? evaluateString(template, context) : DEFAULT_SYMBOL_ID;
  const ids = symbolId === undefined ? undefined : toIdTemplate(symbolId);
  if (ids === undefined) {
    return skip(
      template ?? call,
      'ids of this form are not supported',
      "Set ids in iconloom.config to a template such as 'icon-[dir]-[name]', and change the links",
    );
  }
  const entry = /\/rollup$/.test(source.path) ? 'iconloom/rollup' : 'iconloom/vite';
  if (!replacePlugin(workspace, plugin, entry)) {
    return skip(call, 'it is not a plain entry of a list of plugins', manualFix);
  }
  for (const folder of folders)
    settings.folders.add(projectPath(resolve(cwd, folder ?? ''), workspace));
  settings.ids.add(ids);
  const head = templatePrefix(ids);
  if (/^[A-Za-z_][\w.-]*$/.test(head)) settings.options.set('prefix', head);
  for (const key of keys.filter((each) => !IGNORED_OPTIONS.has(each))) {
    const value = propertyValue(options, key);
    if (!value || isLiteral(value, true) || isLiteral(value, false)) continue;
    workspace.addManualStep(source, value.start, {
      reason: `the option ${key} is not migrated`,
      instead: 'Set svgo or color in iconloom.config for the same effect, and compare the icons',
    });
  }
  const overrides =
    !source.text?.includes('vite-plugin-svg-icons-ng') || !overridesNoStrokes(options);
  if (overrides) for (const folder of folders) reportStrokes(workspace, resolve(cwd, folder ?? ''));
  return true;
}

/** Tests whether vite-plugin-svg-icons-ng keeps strokes, which is its default. */
function overridesNoStrokes(options: SyntaxNode): boolean {
  const value = propertyValue(options, 'strokeOverride');
  return !value || isLiteral(value, false);
}

/**
 * Converts its id template; `undefined` if ids would differ. The plugin joins folders with hyphens,
 * and without `[dir]` its `[name]` is the whole path.
 */
function toIdTemplate(symbolId: string): string | undefined {
  const isPlain = /^(?:[\w.:/-]|\[dir\]|\[name\])+$/.test(symbolId);
  const names = symbolId.split('[name]').length - 1;
  if (!isPlain || names !== 1) return undefined;
  if (!symbolId.includes('[dir]')) return symbolId.replace('[name]', '[path]');
  return /(^|-)\[dir\]-(?!.*\[dir\])/.test(symbolId) && !symbolId.startsWith('[dir]')
    ? symbolId
    : undefined;
}

/** Reports icons whose first stroke the plugin drew in the text color. */
function reportStrokes(workspace: Workspace, folder: string): void {
  for (const { path, text } of readSvgFiles(folder)) {
    const found = /stroke="([a-zA-Z#0-9]*)"/.exec(text);
    if (!found || /^currentcolor$/i.test(found[1] ?? '')) continue;
    const source = readProjectFile(projectPath(path, workspace), workspace.cwd);
    if (!source) continue;
    workspace.addManualStep(source as CodeFile, found.index, {
      reason: `its first stroke had the text color, and now keeps '${found[1]}'`,
      instead: 'Write stroke="currentColor" there, or set color to \'currentColor\' for the icon',
    });
  }
}
