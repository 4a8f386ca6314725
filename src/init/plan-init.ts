import { DEFAULT_STYLE } from '../edit/style.ts';
import { addPluginToConfig, type PluginChange } from './bundler-plugin.ts';
import type { Example } from './example.ts';
import { createExample } from './examples.ts';
import { createInitialConfig, findExistingConfig } from './iconloom-config.ts';
import type { InitPlan, SetupChoice, SetupFile } from './model.ts';
import { nextSteps } from './next-steps.ts';
import { type BuildLocation, chooseOutputs } from './outputs.ts';
import { addExampleToEntry, type PageEntry } from './page-entry.ts';
import type { ProjectInfo } from './project.ts';
import { addScripts, type ScriptChanges } from './scripts.ts';
import { findStarterIcons, type StarterIcons } from './starter.ts';
import { includeTypes, typesFile } from './tsconfig-types.ts';

/** Plans the setup of a project, and changes nothing. */
export async function planInit(project: ProjectInfo, choice: SetupChoice): Promise<InitPlan> {
  const { bundler, platform } = choice;
  const existingConfig = findExistingConfig(project);
  const icons =
    existingConfig && existingConfig.folder === undefined
      ? undefined
      : findStarterIcons(project, existingConfig?.folder);
  const outputs = bundler
    ? undefined
    : await chooseOutputs(project, {
        platform,
        icons: icons?.folder ?? '',
        isCode: choice.framework !== 'none',
      });
  const plugin: PluginChange = bundler
    ? await addPluginToConfig(project, bundler, platform)
    : { files: [], diagnostics: [], style: DEFAULT_STYLE };
  const scripts = bundler ? NO_SCRIPT_CHANGES : addScripts(project);
  const { style } = plugin;
  const example =
    icons &&
    createExample(project, {
      ...choice,
      name: icons.example,
      label: icons.label,
      style,
      names: outputs && `${outputs.out}/icons.js`,
      sprite: spriteUrl(outputs),
    });
  const entry = example && (await addExampleToEntry(project, choice, example));
  const config = createInitialConfig(project, icons?.folder ?? '', outputs, style);
  return {
    files: [
      ...iconFiles(icons),
      ...plugin.files,
      existingConfig
        ? keepFile(existingConfig.file, 'configures iconloom already')
        : createFile(config, 'the configuration'),
      ...scriptFiles(project, scripts),
      ...(bundler ? typeFiles(project) : []),
      ...exampleFiles(project, example),
      ...entryFiles(entry),
    ],
    diagnostics: plugin.diagnostics,
    next: nextSteps(project, {
      choice,
      example,
      entry: entry?.file,
      scriptSteps: scripts.manualSteps,
      outputs,
      manual: [
        ...plugin.diagnostics.map(({ file, hint }) => `${file}: ${hint}`),
        ...(existingConfig ? [] : basePathSteps(config.file, outputs)),
      ],
    }),
  };
}

/** Step for a base path that is known only at run time. */
function basePathSteps(file: string, outputs: BuildLocation | undefined): readonly string[] {
  const { unreadConfig, base } = outputs ?? {};
  if (unreadConfig === undefined) return [];
  return [
    `${unreadConfig}: Set base in ${file} to its basePath and '${base}', or all icons stay blank`,
  ];
}

const NO_SCRIPT_CHANGES: ScriptChanges = { contents: undefined, added: [], manualSteps: [] };

function createFile(
  { file, contents }: { readonly file: string; readonly contents: string },
  about: string,
): SetupFile {
  return { path: file, status: 'create', about, contents };
}

function keepFile(path: string, about: string): SetupFile {
  return { path, status: 'keep', about };
}

function iconFiles(icons: StarterIcons | undefined): readonly SetupFile[] {
  if (!icons) return [];
  if (icons.count > 0) {
    const what = icons.count === 1 ? 'an icon' : `${icons.count} icons`;
    return [keepFile(`${icons.folder}/`, `has ${what} already`)];
  }
  return Object.entries(icons.files).map(([file, contents]) =>
    createFile({ file, contents }, file.endsWith('.svg') ? 'a first icon' : 'its metadata'),
  );
}

function scriptFiles(
  { packageText = '' }: ProjectInfo,
  { contents, added }: ScriptChanges,
): readonly SetupFile[] {
  if (contents === undefined) return [];
  const about = `the ${added.length > 1 ? 'scripts' : 'script'} ${added.join(' and ')}`;
  return [{ path: 'package.json', status: 'edit', about, contents, before: packageText }];
}

function typeFiles(project: ProjectInfo): readonly SetupFile[] {
  const types = typesFile(project);
  const change = includeTypes(project, types);
  if (!change) return [];
  const { file, ...texts } = change;
  return [{ path: file, status: 'edit', about: `includes ${types}`, ...texts }];
}

function exampleFiles(project: ProjectInfo, example: Example | undefined): readonly SetupFile[] {
  if (!example) return [];
  if (project.has(example.file)) return [keepFile(example.file, 'exists already')];
  return [createFile(example, 'an example')];
}

function entryFiles(entry: PageEntry | undefined): readonly SetupFile[] {
  return entry?.change ? [entry.change] : [];
}

/** URL of the sprite relative to the example page at the root of the static files. */
function spriteUrl(outputs: BuildLocation | undefined): string {
  if (!outputs) return '';
  return outputs.base === '' ? `${outputs.out}/sprite.svg` : `icons/sprite.svg`;
}
