import { resolve } from 'node:path';
import { templateHead } from '../../core/symbol-ids.ts';
import type { SourceFile } from '../../rename/code/source-files.ts';
import { bare, type Loose, parts } from '../../rename/code/syntax.ts';
import { addInline } from '../entry.ts';
import { isLiteral, keysOf, propertyIn, textIn } from '../evaluate.ts';
import { iconsBelow } from '../icons-below.ts';
import { findMadeIds } from '../made-ids.ts';
import { renameModules } from '../modules.ts';
import { findPluginCalls, type PluginCall, replacePlugin } from '../plugin-call.ts';
import { openSource, shownPath, type Workspace } from '../workspace.ts';

const PACKAGES: ReadonlySet<string> = new Set([
  'vite-plugin-svg-icons',
  'vite-plugin-svg-icons-ng',
]);

/** Options that have no effect on the icons. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  ...['iconDirs', 'symbolId', 'inject', 'customDomId', 'htmlMode', 'failOnError'],
]);

const USUAL_ID = 'icon-[dir]-[name]';

/** Modules of the plugin, and their iconloom equivalents. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['virtual:svg-icons-register', 'virtual:iconloom/inline'],
  ['virtual:svg-icons/register', 'virtual:iconloom/inline'],
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
  const done = calls.filter((call) => migrateCall(workspace, call));
  // Without the plugin, its modules do not resolve; with it, they still work.
  if (done.length === 0 || done.length < calls.length) return;
  const isRegistered = renameModules(workspace, {
    modules: MODULES,
    lists: new Map(
      [...ID_MODULES].map((id) => [id, { from: 'virtual:iconloom', name: 'iconIds' }]),
    ),
    types: TYPES,
  });
  // vite-plugin-svg-icons-ng puts the sprite into the page without an import.
  if (!isRegistered) addInline(workspace);
  findMadeIds(workspace);
}

function migrateCall(workspace: Workspace, plugin: PluginCall): boolean {
  const { source, call, scope } = plugin;
  const { cwd, settings } = workspace;
  const options = plugin.options && bare(plugin.options);
  const around = { scope, file: source.path, cwd };
  const refuse = (node: Loose, reason: string, instead: string): false => {
    workspace.leave(source, node.start, { reason, instead });
    return false;
  };
  const keys = keysOf(options);
  const byHand =
    'Replace it with icons() from iconloom/vite, and set inputs and ids in iconloom.config';
  if (!options || !keys) return refuse(call, 'its options are not static', byHand);
  const dirs = propertyIn(options, 'iconDirs');
  const folders = parts(dirs && bare(dirs), 'elements').map((each) => textIn(each, around));
  if (folders.length === 0 || folders.some((each) => each === undefined)) {
    return refuse(dirs ?? call, 'its folders are known only at run time', byHand);
  }
  const template = propertyIn(options, 'symbolId');
  const symbolId = template ? textIn(template, around) : USUAL_ID;
  const ids = symbolId === undefined ? undefined : templateOf(symbolId);
  if (ids === undefined) {
    return refuse(
      template ?? call,
      'ids of this form are not supported',
      "Set ids in iconloom.config to a template such as 'icon-[dir]-[name]', and change the links",
    );
  }
  const entry = /\/rollup$/.test(source.path) ? 'iconloom/rollup' : 'iconloom/vite';
  if (!replacePlugin(workspace, plugin, entry)) {
    return refuse(call, 'it is not a plain entry of a list of plugins', byHand);
  }
  for (const folder of folders)
    settings.folders.add(shownPath(resolve(cwd, folder ?? ''), workspace));
  settings.ids.add(ids);
  const head = templateHead(ids);
  if (/^[A-Za-z_][\w.-]*$/.test(head)) settings.options.set('prefix', head);
  for (const key of keys.filter((each) => !WITHOUT_EFFECT.has(each))) {
    const value = propertyIn(options, key);
    if (!value || isLiteral(value, true) || isLiteral(value, false)) continue;
    workspace.leave(source, value.start, {
      reason: `the option ${key} is not migrated`,
      instead: 'Set svgo or color in iconloom.config for the same effect, and compare the icons',
    });
  }
  const overrides = !source.text?.includes('vite-plugin-svg-icons-ng') || !isFalse(options);
  if (overrides) for (const folder of folders) reportStrokes(workspace, resolve(cwd, folder ?? ''));
  return true;
}

/** Tests whether vite-plugin-svg-icons-ng keeps strokes, which is its default. */
function isFalse(options: Loose): boolean {
  const value = propertyIn(options, 'strokeOverride');
  return !value || isLiteral(value, false);
}

/**
 * Converts its id template; `undefined` if ids would differ. The plugin joins folders with hyphens,
 * and without `[dir]` its `[name]` is the whole path.
 */
function templateOf(symbolId: string): string | undefined {
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
  for (const { path, text } of iconsBelow(folder)) {
    const found = /stroke="([a-zA-Z#0-9]*)"/.exec(text);
    if (!found || /^currentcolor$/i.test(found[1] ?? '')) continue;
    const source = openSource(shownPath(path, workspace), workspace.cwd);
    if (!source) continue;
    workspace.leave(source as SourceFile, found.index, {
      reason: `its first stroke had the text color, and now keeps '${found[1]}'`,
      instead: 'Write stroke="currentColor" there, or set color to \'currentColor\' for the icon',
    });
  }
}
