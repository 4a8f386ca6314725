import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { ProjectInfo } from '../init/project.ts';
import { type CodeFile, readCodeFiles } from '../rename/code/code-files.ts';
import { type DetectedTool, detectTools, type Tool } from './detect.ts';
import { createMigratedConfig } from './migrated-config.ts';
import type { MigrationPlan } from './model.ts';
import { migrateSpriteLoader } from './tools/sprite-loader.ts';
import { migrateSvgIcons } from './tools/svg-icons.ts';
import { migrateSvgSprite } from './tools/svg-sprite.ts';
import { migrateSvgr } from './tools/svgr.ts';
import { migrateUnpluginIcons } from './tools/unplugin-icons.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const MIGRATIONS: Readonly<Record<Tool, (workspace: Workspace, tool: DetectedTool) => void>> = {
  'vite-plugin-svg-icons': migrateSvgIcons,
  'svg-sprite': migrateSvgSprite,
  svgr: migrateSvgr,
  'svg-sprite-loader': migrateSpriteLoader,
  'unplugin-icons': migrateUnpluginIcons,
};

/** Folders of build output. */
const BUILD_FOLDERS = [
  'dist',
  'build',
  'out',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  'coverage',
];

export interface MigrateOptions {
  /** Globs of the app's code, relative to the project. Default: all code. */
  readonly source?: readonly string[];
}

/**
 * Plans the migration of a project from other tools to iconloom: certain changes of configuration,
 * imports and uses are made, all others are listed with the code to write instead. Nothing is
 * written; see `applyPlan`.
 *
 * @throws {BuildError} when the project has none of the tools, or a glob matches no file.
 */
export async function planMigration(
  project: ProjectInfo,
  { source }: MigrateOptions = {},
): Promise<MigrationPlan> {
  const cwd = project.folder;
  const tools = detectTools(project.packages);
  if (tools.length === 0)
    throw new BuildError([diagnose('nothing-to-migrate', { file: 'package.json' })]);
  const excluded = BUILD_FOLDERS.map((folder) => `${cwd}/${folder}`.replaceAll('\\', '/'));
  const codeFiles = source ? readCodeFiles(source, cwd, excluded) : readAllCode(cwd, excluded);
  const { workspace, collectChanges } = openWorkspace(project, codeFiles);
  for (const tool of tools) MIGRATIONS[tool.tool](workspace, tool);
  const config = await createMigratedConfig(workspace);
  const { files, added, edits, manual, next } = await collectChanges();
  const created = config ? [{ file: config.file, about: 'the configuration' }] : [];
  return {
    cwd,
    tools,
    added,
    edits,
    manual,
    created,
    files: [
      ...files,
      ...(config
        ? [{ file: config.file, before: undefined, after: Buffer.from(config.contents) }]
        : []),
    ],
    next: files.length + created.length === 0 ? [] : [...next, ...nextSteps(project, tools)],
  };
}

/** Reads all code of a project; empty if it has none. */
function readAllCode(cwd: string, excluded: readonly string[]): readonly CodeFile[] {
  try {
    return readCodeFiles(['.'], cwd, excluded);
  } catch (error) {
    if (error instanceof BuildError) return [];
    throw error;
  }
}

function nextSteps(
  { packageManager: { install, exec }, packages }: ProjectInfo,
  tools: readonly DetectedTool[],
): readonly string[] {
  const old = tools.flatMap((each) => each.packages);
  return [
    ...(packages.has('iconloom') ? [] : [`install it: ${install('iconloom')}`]),
    `build, and look at the icons; ${exec('iconloom check')} reports problems with them`,
    `when nothing is left to change, uninstall ${old.join(', ')}`,
  ];
}
