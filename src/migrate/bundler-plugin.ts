import { addPlugin } from '../edit/add-plugin.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { type PluginCall, replacePlugin } from './plugin-call.ts';
import { readProjectFile, type Workspace } from './workspace.ts';

/** Tests whether a configuration of the project has the iconloom plugin. */
export function hasIconloomPlugin({ codeFiles }: Workspace): boolean {
  return codeFiles.some(({ text = '' }) =>
    /["']iconloom\/(vite|webpack|rspack|rollup|rolldown|esbuild)["']/.test(text),
  );
}

/** Reports that there is no configuration to add the iconloom plugin to. */
export function reportMissingPlugin(workspace: Workspace, tool: string): void {
  const manifest = readProjectFile('package.json', workspace.cwd);
  if (!manifest) return;
  workspace.addManualStep(manifest, Math.max(0, manifest.text?.indexOf(`"${tool}`) ?? 0), {
    reason: 'the configuration that runs it was not found, and icons need a plugin there',
    instead: `Run \`${workspace.project.packageManager.exec('iconloom init')}\`, then this command again`,
  });
}

/** Adds the iconloom plugin to the list of a bundler's plugins, and keeps the other one. */
export function addIconloomPlugin(workspace: Workspace, source: CodeFile, entry: string): void {
  if (workspace.filesWithPlugin.has(source.file)) return;
  workspace.filesWithPlugin.add(source.file);
  workspace.editAfterwards(source, `the plugin ${entry}`, async (text) => {
    const edited = await addPlugin(text, { from: entry, path: ['plugins'] });
    if (edited.status === 'edited') return edited.text;
    if (edited.status === 'left') {
      workspace.addNextStep(
        `${source.file} ${edited.reason}: add \`import icons from '${entry}';\` at its top, and \`icons()\` to its plugins`,
      );
    }
    return text;
  });
}

/** Replaces another plugin with that of iconloom if it is no longer needed, else adds it. */
export function replaceOrAddPlugin(
  workspace: Workspace,
  plugin: PluginCall,
  entry: string,
  { replaces }: { readonly replaces: boolean },
): void {
  if (replaces && replacePlugin(workspace, plugin, entry)) return;
  addIconloomPlugin(workspace, plugin.source, entry);
}
