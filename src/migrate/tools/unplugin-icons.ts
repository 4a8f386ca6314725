import { resolve } from 'node:path';
import { kebabCase } from '../../core/names.ts';
import { readMarkup } from '../../rename/code/markup.ts';
import { bare, type Loose, parts } from '../../rename/code/syntax.ts';
import { hasOurPlugin, leaveWithoutPlugin, putPlugin } from '../bundler-plugin.ts';
import { type IconTarget, type LeftImport, replaceComponents } from '../components.ts';
import { dotted, keysOf, propertyIn, textIn } from '../evaluate.ts';
import { sizeOf } from '../file-icons.ts';
import { findPluginCalls, type PluginCall } from '../plugin-call.ts';
import { openSource, shownPath, type Workspace } from '../workspace.ts';

/** Options that are migrated, or have no effect on the icons. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['compiler', 'jsx', 'autoInstall', 'scale', 'customCollections'],
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
  listAutoImports(workspace);
  const [first] = settings;
  if (settings.includes(undefined)) return;
  const { scale = 1.2, folders = new Map<string, string>() } = first ?? {};

  if (calls.length === 0 && !hasOurPlugin(workspace)) {
    leaveWithoutPlugin(workspace, 'unplugin-icons');
    return;
  }
  let taken = 0;
  const left = replaceComponents(workspace, (imported, specifier) => {
    const [, set = '', icon = '', query] = ICON.exec(imported.from) ?? [];
    if (set === '') return undefined;
    if (specifier.imported !== 'default' || query !== undefined) return asked(set, icon);
    return targetOf(set, icon);
  });

  function targetOf(set: string, icon: string): IconTarget | LeftImport {
    const size = [`${scale}em`, `${scale}em`] as const;
    const folder = folders.get(set);
    const take = () => {
      taken += 1;
      if (folder !== undefined) workspace.settings.folders.add(folder);
      else takeIcon(workspace, set, icon);
    };
    if (folder === undefined) return { name: kebabCase(`${set}/${icon}`), size, taken: take };
    const drawing = openSource(`${folder}/${icon}.svg`, workspace.cwd);
    if (!drawing) {
      return {
        reason: `there is no ${folder}/${icon}.svg`,
        instead: 'Write <Icon name="…" /> with the name of the icon',
      };
    }
    // A size in the file is kept.
    return { name: kebabCase(icon), size: sizeOf(drawing.text ?? '') ?? size, taken: take };
  }

  if (taken === 0 && !hasOurPlugin(workspace)) return;
  const isDone = left === 0 && !usesAutoImports(workspace);
  for (const call of calls) {
    const bundler = BUNDLERS.exec(call.imported.from)?.[1] ?? 'vite';
    putPlugin(workspace, call, `iconloom/${bundler}`, { replaces: isDone });
  }
  if (workspace.settings.sets.size > 0) {
    workspace.next('add more icons of a set under inputs in the configuration');
  }
}

function asked(set: string, icon: string): LeftImport {
  const name = kebabCase(`${set}/${icon}`);
  return {
    reason: 'it is not imported as a component',
    instead: `Write <Icon name="${name}" />, and add '${icon}' from @iconify-json/${set} to the inputs`,
  };
}

interface Options {
  readonly scale: number;
  /** Folders of custom collections, by name. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Reads the options; `undefined` if some are not supported, which are reported. */
function readOptions(
  workspace: Workspace,
  { source, options: given, call, scope }: PluginCall,
): Options | undefined {
  const refuse = (node: Loose, reason: string): undefined => {
    const instead = 'Replace the imports with <Icon name="…" /> one by one, and compare';
    workspace.leave(source, node.start, { reason, instead });
  };
  const options = given && bare(given);
  const keys = keysOf(options);
  if (!keys) return refuse(call, 'its options are not static');
  const odd = keys.find((key) => !KNOWN.has(key));
  if (odd !== undefined) {
    return refuse(propertyIn(options, odd) ?? call, `the option ${odd} changes its icons`);
  }
  const scale = propertyIn(options, 'scale');
  const number = scale === undefined ? 1.2 : Number(bare(scale).value);
  if (!Number.isFinite(number)) return refuse(scale ?? call, 'its scale is known only at run time');
  const own = propertyIn(options, 'customCollections');
  const folders = new Map<string, string>();
  const names = keysOf(own && bare(own));
  if (own && !names) return refuse(own, 'its collections are not static');
  for (const name of names ?? []) {
    const value = propertyIn(own && bare(own), name);
    const [first, ...more] = parts(value, 'arguments');
    const isFolder = dotted(value && (value.callee as Loose)) === 'FileSystemIconLoader';
    const around = { scope, file: source.path, cwd: workspace.cwd };
    const folder = isFolder && more.length === 0 ? textIn(first, around) : undefined;
    if (folder === undefined)
      return refuse(value ?? call, `the collection ${name} comes from code`);
    folders.set(name, shownPath(resolve(workspace.cwd, folder), workspace));
  }
  return { scale: number, folders };
}

function takeIcon({ settings, project, next }: Workspace, set: string, icon: string): void {
  const one = `@iconify-json/${set}`;
  const isInAll = !project.packages.has(one) && project.packages.has('@iconify/json');
  const from = isInAll ? `./node_modules/@iconify/json/json/${set}.json` : one;
  if (!isInAll && !project.packages.has(one)) {
    next(`install the set: ${project.packageManager.install(one)}`);
  }
  const known = settings.sets.get(set) ?? { from, folder: set, icons: new Set<string>() };
  known.icons.add(icon);
  settings.sets.set(set, known);
}

const RESOLVER = /^unplugin-icons\/resolver$/;

/** Reports auto-imported components, by their names in templates. */
function listAutoImports(workspace: Workspace): void {
  for (const { source, call } of findPluginCalls(workspace, (from) => RESOLVER.test(from))) {
    workspace.leave(source, call.start, {
      reason: 'auto-imported icons are not found',
      instead: 'Import Icon from iconloom/vue (or react, svelte, solid), or register it globally',
    });
  }
  for (const source of workspace.sources) {
    const { path, text = '' } = source;
    if (!/\.(vue|svelte)$/.test(path)) continue;
    const flavor = { hasBraces: false, hasMustaches: true, hasTagsInCode: false };
    for (const tag of readMarkup(text, 0, flavor).tags) {
      const [, set, icon] = /^i-([a-z\d]+)-([a-z\d-]+)$/.exec(tag.name) ?? [];
      if (set === undefined || icon === undefined) continue;
      workspace.leave(source, tag.start, {
        reason: 'an auto-imported icon',
        instead: `Write <Icon name="${set}-${icon}" size="1.2em" />, and add '${icon}' from @iconify-json/${set} to the inputs`,
      });
    }
  }
}

function usesAutoImports(workspace: Workspace): boolean {
  return findPluginCalls(workspace, (from) => RESOLVER.test(from)).length > 0;
}
