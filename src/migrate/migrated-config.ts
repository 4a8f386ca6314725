import { parseModule } from '../edit/parse.ts';
import { codeStyle, DEFAULT_STYLE, restyle } from '../edit/style.ts';
import { findExistingConfig } from '../init/iconloom-config.ts';
import type { Workspace } from './workspace.ts';

/** Options that replace those of other tools, one per line. */
function optionLines({ settings }: Workspace): readonly string[] {
  const { folders, sets, ids, options } = settings;
  const inputs = [
    ...[...folders].sort().map((folder) => `'${folder}'`),
    ...[...sets.values()].map(({ from, folder, icons }) => {
      const names = [...icons].sort().map((name) => `'${name}'`);
      return `{ from: '${from}', icons: [${names.join(', ')}], folder: '${folder}' }`;
    }),
  ];
  const list = (items: readonly string[]) =>
    items.length === 1
      ? (items[0] ?? '')
      : `[\n${items.map((each) => `    ${each},\n`).join('')}  ]`;
  return [
    ...(inputs.length > 0 ? [`inputs: ${list(inputs)},`] : []),
    ...(ids.size > 0 ? [`ids: ${list([...ids].map((each) => `'${each}'`))},`] : []),
    ...[...options].map(([key, value]) => `${key}: '${value}',`),
  ];
}

/** Creates a configuration from that of other tools; `undefined` if there are no options. */
export async function createMigratedConfig(
  workspace: Workspace,
): Promise<{ readonly file: string; readonly contents: string } | undefined> {
  const { project, codeFiles } = workspace;
  const lines = optionLines(workspace);
  if (lines.length === 0) return undefined;
  const existingConfig = findExistingConfig(project);
  if (existingConfig) {
    const optionText = lines.map((line) => line.replace(/\s+/g, ' ').replace(/,$/, '')).join(', ');
    workspace.addNextStep(`add to ${existingConfig.file}, which exists already: ${optionText}`);
    return undefined;
  }
  const extension = project.isTypeScript ? 'ts' : project.isModule ? 'js' : 'mjs';
  const text = [
    "import { defineConfig } from 'iconloom/config';",
    '',
    'export default defineConfig({',
    ...lines.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
  // The bundler's configuration sets the code style.
  const other = codeFiles.find(({ file }) => /^[\w.-]+\.config\.[cm]?[jt]s$/.test(file));
  const parsed = other?.text === undefined ? undefined : await parseModule(other.text);
  return {
    file: `iconloom.config.${extension}`,
    contents: restyle(text, parsed ? codeStyle(parsed) : DEFAULT_STYLE),
  };
}
