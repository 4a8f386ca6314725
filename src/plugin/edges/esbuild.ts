import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import { rootsOf } from '../../node/watch-files.ts';
import { createCore, OWN } from '../core.ts';
import { refuseTwo, told } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { render } from '../output/render.ts';
import { catalogVersion } from '../output/version.ts';
import { withVersion } from '../placeholder.ts';
import type { Project } from '../project.ts';
import { problemText } from '../report.ts';
import { CODE, loadFile } from './esbuild-load.ts';
import { finish, takeOver } from './esbuild-output.ts';

const NAME = 'iconloom';
/** Namespaces of modules of ours, and of sprites as files of esbuild's. */
const MODULES = 'iconloom';
const SPRITES = 'iconloom-sprite';

/** Packages of ours are found from here. */
const FOLDER: string = fileURLToPath(new URL('.', import.meta.url));

/** Icons for esbuild. Sprites go to `assets/`, and are linked below `publicPath`, or relative to the chunk. */
export default function icons(options: PluginOptions = {}): Plugin {
  return { name: NAME, setup: (build) => setUp(build, options) };
}

function setUp(build: PluginBuild, options: PluginOptions): void {
  const { initialOptions } = build;
  const isDevelopment = isDeveloping(initialOptions);
  const core = createCore(options, { puts: () => !isDevelopment });
  const root = resolve(initialOptions.absWorkingDir ?? '.');
  const output = isDevelopment ? undefined : takeOver(initialOptions);

  build.onStart(async () => {
    await told(() => refuseTwo((initialOptions.plugins ?? []) as { name: string }[]));
    const project = await told(() => core.start(root));
    const blocking = project.blocking();
    if (blocking.length > 0) throw new Error(`iconloom\n${problemText(blocking)}`);
    project.close();
  });
  build.onResolve({ filter: /^(virtual:)?iconloom[:/]|^virtual:iconloom/ }, (args) => {
    const importer = args.namespace === MODULES ? OWN : args.importer;
    const resolved = core.resolve(args.path, importer);
    if (resolved?.is !== 'own') return undefined;
    const path = resolved.id.slice(OWN.length);
    return { path, namespace: MODULES, sideEffects: path === 'virtual:iconloom/inline' };
  });
  build.onResolve({ filter: /^iconloom-sprite:/ }, ({ path }) => ({
    path: path.slice('iconloom-sprite:'.length),
    namespace: SPRITES,
  }));
  build.onLoad({ filter: /.*/, namespace: MODULES }, async ({ path }) => {
    const project = await core.project();
    const code = (await core.load(OWN + path)) ?? '';
    return {
      contents: isDevelopment
        ? whole(code, project)
        : withVersion(code, catalogVersion(project.catalog())),
      resolveDir: FOLDER,
      ...watched(project),
    };
  });
  build.onLoad({ filter: /.*/, namespace: SPRITES }, async ({ path }) => {
    const project = await core.project();
    const { sprites } = render(project, [], { fileName: FILE_NAME, keepsAll: true });
    const sprite = sprites.find(({ sprite }) => `${sprite.name}.svg` === path);
    return { contents: sprite?.source ?? '', loader: 'file', ...watched(project) };
  });
  build.onLoad({ filter: CODE, namespace: 'file' }, (args) => loadFile(core, build, args));
  if (output) build.onEnd((result) => finish(core, build, output, result));
}

const FILE_NAME = 'assets/[name].[hash].svg';

function isDeveloping({ conditions = [], define = {} }: BuildOptions): boolean {
  return conditions.includes('development') || define['process.env.NODE_ENV'] === '"development"';
}

/** While developing, all is known at once, and esbuild writes and serves the sprite as its own. */
function whole(code: string, project: Project): string {
  const rendering = render(project, [code], { fileName: FILE_NAME, keepsAll: true });
  const files = rendering.sprites.map(({ fileName, sprite }, index) => ({
    ...{ fileName, variable: `sprite_${index}` },
    line: `import sprite_${index} from ${JSON.stringify(`iconloom-sprite:${sprite.name}.svg`)};\n`,
  }));
  const replaced = rendering.replace(
    code,
    (fileName) => files.find((each) => each.fileName === fileName)?.variable ?? '""',
  );
  if (!replaced) return code;
  const used = files.filter(({ variable }) => replaced.code.includes(variable));
  return used.map(({ line }) => line).join('') + replaced.code;
}

/** What a watch has to look at. */
function watched({ settings, catalog }: Project): Pick<OnLoadResult, 'watchFiles' | 'watchDirs'> {
  const files = catalog().icons.map(({ source }) => resolve(settings.config.cwd, source.file));
  const folders = files.map((file) => resolve(file, '..'));
  return {
    watchFiles: files,
    watchDirs: [...new Set([...folders, ...rootsOf(settings.config)])],
  };
}
