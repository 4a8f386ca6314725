import { DEFAULT_STYLE } from '../edit/style.ts';
import { type Entry, showExample } from './entry.ts';
import type { Example } from './example.ts';
import { exampleFor } from './examples.ts';
import type { Choice, Plan, PlannedFile } from './model.ts';
import { nextSteps } from './next-steps.ts';
import { type Outputs, outputsFor } from './outputs.ts';
import { addPluginLine, type PluginChange } from './plugin-line.ts';
import type { Project } from './project.ts';
import { addScripts, type ScriptChanges } from './scripts.ts';
import { findOwnConfig, newOwnConfig } from './settings.ts';
import { type StarterIcons, starterIcons } from './starter.ts';
import { seeTypes, typesFile } from './types-seen.ts';

/** Plans the setup of a project, and changes nothing. */
export async function planInit(project: Project, choice: Choice): Promise<Plan> {
  const { bundler, platform } = choice;
  const own = findOwnConfig(project);
  const icons = own && own.folder === undefined ? undefined : starterIcons(project, own?.folder);
  const outputs = bundler
    ? undefined
    : await outputsFor(project, {
        ...{ platform, icons: icons?.folder ?? '' },
        isCode: choice.framework !== 'none',
      });
  const plugin: PluginChange = bundler
    ? await addPluginLine(project, bundler, platform)
    : { files: [], diagnostics: [], style: DEFAULT_STYLE };
  const scripts = bundler ? NO_SCRIPTS : addScripts(project);
  const { style } = plugin;
  const example =
    icons &&
    exampleFor(project, {
      ...choice,
      ...{ name: icons.example, label: icons.label, style },
      names: outputs && `${outputs.out}/icons.js`,
      sprite: spriteUrl(outputs),
    });
  const entry = example && (await showExample(project, choice, example));
  const config = newOwnConfig(project, icons?.folder ?? '', outputs, style);
  return {
    files: [
      ...iconFiles(icons),
      ...plugin.files,
      own ? keep(own.file, 'configures iconloom already') : create(config, 'the configuration'),
      ...scriptFiles(project, scripts),
      ...(bundler ? typeFiles(project) : []),
      ...exampleFiles(project, example),
      ...entryFiles(entry),
    ],
    diagnostics: plugin.diagnostics,
    next: nextSteps(project, {
      ...{ choice, example, entry: entry?.file, told: scripts.told, outputs },
      manual: [
        ...plugin.diagnostics.map(({ file, hint }) => `${file}: ${hint}`),
        ...(own ? [] : unreadBase(config.file, outputs)),
      ],
    }),
  };
}

/** Step for a base path that is known only at run time. */
function unreadBase(file: string, outputs: Outputs | undefined): readonly string[] {
  const { unreadConfig, base } = outputs ?? {};
  if (unreadConfig === undefined) return [];
  return [
    `${unreadConfig}: Set base in ${file} to its basePath and '${base}', or all icons stay blank`,
  ];
}

const NO_SCRIPTS: ScriptChanges = { contents: undefined, added: [], told: [] };

function create(
  { file, contents }: { readonly file: string; readonly contents: string },
  about: string,
): PlannedFile {
  return { path: file, status: 'create', about, contents };
}

function keep(path: string, about: string): PlannedFile {
  return { path, status: 'keep', about };
}

function iconFiles(icons: StarterIcons | undefined): readonly PlannedFile[] {
  if (!icons) return [];
  if (icons.count > 0) {
    const what = icons.count === 1 ? 'an icon' : `${icons.count} icons`;
    return [keep(`${icons.folder}/`, `has ${what} already`)];
  }
  return Object.entries(icons.files).map(([file, contents]) =>
    create({ file, contents }, file.endsWith('.svg') ? 'a first icon' : 'its metadata'),
  );
}

function scriptFiles(
  { packageText = '' }: Project,
  { contents, added }: ScriptChanges,
): readonly PlannedFile[] {
  if (contents === undefined) return [];
  const about = `the ${added.length > 1 ? 'scripts' : 'script'} ${added.join(' and ')}`;
  return [{ path: 'package.json', status: 'edit', about, contents, before: packageText }];
}

function typeFiles(project: Project): readonly PlannedFile[] {
  const types = typesFile(project);
  const change = seeTypes(project, types);
  if (!change) return [];
  const { file, ...texts } = change;
  return [{ path: file, status: 'edit', about: `includes ${types}`, ...texts }];
}

function exampleFiles(project: Project, example: Example | undefined): readonly PlannedFile[] {
  if (!example) return [];
  if (project.has(example.file)) return [keep(example.file, 'exists already')];
  return [create(example, 'an example')];
}

function entryFiles(entry: Entry | undefined): readonly PlannedFile[] {
  return entry?.change ? [entry.change] : [];
}

/** URL of the sprite relative to the example page at the root of the static files. */
function spriteUrl(outputs: Outputs | undefined): string {
  if (!outputs) return '';
  return outputs.base === '' ? `${outputs.out}/sprite.svg` : `icons/sprite.svg`;
}
