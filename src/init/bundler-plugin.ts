import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { addPlugin, type PluginEntry } from '../edit/add-plugin.ts';
import { parseModule } from '../edit/parse.ts';
import { type CodeStyle, codeStyle, DEFAULT_STYLE, restyle } from '../edit/style.ts';
import { findBundlerConfig } from './bundlers.ts';
import type { Bundler } from './choices.ts';
import { findPlatformConfig, type Platform } from './frameworks.ts';
import type { SetupFile } from './model.ts';
import type { ProjectInfo } from './project.ts';

/** Change of a bundler's configuration. */
export interface PluginChange {
  readonly files: readonly SetupFile[];
  /** Problems that a person has to solve. */
  readonly diagnostics: readonly Diagnostic[];
  /** Code style of the configuration. */
  readonly style: CodeStyle;
}

/** Adds the plugin to a bundler's configuration, or reports what to add. */
export async function addPluginToConfig(
  project: ProjectInfo,
  bundler: Bundler,
  platform: Platform | undefined,
): Promise<PluginChange> {
  const line = pluginLineFor(bundler, platform);
  const config = findConfig(project, bundler, platform);
  if (!config) {
    const reason = 'was not found';
    const diagnostics = [
      configNotEdited(`the configuration of ${platform ?? bundler}`, reason, line),
    ];
    return { files: [], diagnostics, style: DEFAULT_STYLE };
  }
  const { file, exists } = config;
  if (!exists) return { files: [createViteConfig(file)], diagnostics: [], style: DEFAULT_STYLE };
  const text = readFileSync(join(project.folder, file), 'utf8');
  const parsed = await parseModule(text);
  const style = parsed ? codeStyle(parsed) : DEFAULT_STYLE;
  const edited = await addPlugin(text, line);
  if (edited.status === 'left') {
    return { files: [], diagnostics: [configNotEdited(file, edited.reason, line)], style };
  }
  const change: SetupFile =
    edited.status === 'there'
      ? { path: file, status: 'keep', about: `has ${line.from} already` }
      : {
          path: file,
          status: 'edit',
          about: `the plugin ${line.from}`,
          contents: edited.text,
          before: text,
        };
  return { files: [change], diagnostics: [], style };
}

function pluginLineFor(bundler: Bundler, platform: Platform | undefined): PluginEntry {
  const isNested = platform === 'astro' || platform === 'nuxt';
  return {
    from: `iconloom/${bundler}`,
    path: isNested ? ['vite', 'plugins'] : ['plugins'],
    isScript: bundler === 'esbuild',
  };
}

function findConfig(
  project: ProjectInfo,
  bundler: Bundler,
  platform: Platform | undefined,
): { readonly file: string; readonly exists: boolean } | undefined {
  if (platform === 'astro' || platform === 'nuxt') {
    const file = findPlatformConfig(platform, project);
    return file === undefined ? undefined : { file, exists: true };
  }
  return findBundlerConfig(bundler, project);
}

function configNotEdited(file: string, reason: string, { from, path }: PluginEntry): Diagnostic {
  const fix = `Add \`import icons from '${from}';\` at its top, and \`icons()\` to the list ${path.join('.')}.`;
  return diagnose('config-not-edited', { file, args: { reason, fix } });
}

/** New configuration of Vite, the only bundler that needs none. */
function createViteConfig(path: string): SetupFile {
  const code = [
    "import icons from 'iconloom/vite';",
    "import { defineConfig } from 'vite';",
    '',
    'export default defineConfig({',
    '  plugins: [icons()],',
    '});',
    '',
  ];
  const contents = restyle(code.join('\n'), DEFAULT_STYLE);
  return { path, status: 'create', about: 'the plugin iconloom/vite', contents };
}
