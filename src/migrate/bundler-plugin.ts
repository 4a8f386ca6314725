import { addPlugin } from '../edit/add-plugin.ts';
import type { SourceFile } from '../rename/code/source-files.ts';
import { type PluginCall, replacePlugin } from './plugin-call.ts';
import { openSource, type Workspace } from './workspace.ts';

/** Tests whether a configuration of the project has the iconloom plugin. */
export function hasOurPlugin({ sources }: Workspace): boolean {
  return sources.some(({ text = '' }) =>
    /["']iconloom\/(vite|webpack|rspack|rollup|rolldown|esbuild)["']/.test(text),
  );
}

/** Reports that there is no configuration to add the iconloom plugin to. */
export function leaveWithoutPlugin(workspace: Workspace, tool: string): void {
  const manifest = openSource('package.json', workspace.cwd);
  if (!manifest) return;
  workspace.leave(manifest, Math.max(0, manifest.text?.indexOf(`"${tool}`) ?? 0), {
    reason: 'the configuration that runs it was not found, and icons need a plugin there',
    instead: `Run \`${workspace.project.packageManager.exec('iconloom init')}\`, then this command again`,
  });
}

/** Adds the iconloom plugin to the list of a bundler's plugins, and keeps the other one. */
export function addOurPlugin(workspace: Workspace, source: SourceFile, entry: string): void {
  if (workspace.plugged.has(source.file)) return;
  workspace.plugged.add(source.file);
  workspace.afterwards(source, `the plugin ${entry}`, async (text) => {
    const edited = await addPlugin(text, { from: entry, path: ['plugins'] });
    if (edited.status === 'edited') return edited.text;
    if (edited.status === 'left') {
      workspace.next(
        `${source.file} ${edited.reason}: add \`import icons from '${entry}';\` at its top, and \`icons()\` to its plugins`,
      );
    }
    return text;
  });
}

/** Replaces another plugin with that of iconloom if it is no longer needed, else adds it. */
export function putPlugin(
  workspace: Workspace,
  plugin: PluginCall,
  entry: string,
  { replaces }: { readonly replaces: boolean },
): void {
  if (replaces && replacePlugin(workspace, plugin, entry)) return;
  addOurPlugin(workspace, plugin.source, entry);
}
