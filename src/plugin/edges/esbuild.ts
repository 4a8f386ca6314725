import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin, PluginBuild } from 'esbuild';
import { HREF, INLINE, withoutExact } from '../../code/module-ids.ts';
import { createCore, OWN } from '../core.ts';
import { refuseTwo, told } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { clientFile } from '../output/record.ts';
import { render } from '../output/render.ts';
import { beginClient, type RunningClient } from '../output/running.ts';
import { type Side, sideOf } from '../output/sides.ts';
import { catalogVersion } from '../output/version.ts';
import { withVersion } from '../placeholder.ts';
import type { Project } from '../project.ts';
import { problemText } from '../report.ts';
import { watchedSingly } from '../watched.ts';
import { LIBRARY_SPRITE, loadLibrary } from './esbuild-library.ts';
import { CODE, loadFile } from './esbuild-load.ts';
import { openOutput } from './esbuild-output.ts';
import { esbuildPattern } from './esbuild-pattern.ts';

const NAME = 'iconloom';
/** Namespaces of virtual modules, and of sprites that esbuild writes. */
const MODULES = 'iconloom';
const SPRITES = 'iconloom-sprite';
/** Namespace of sprites of libraries. */
const LIBRARIES = 'iconloom-library-sprite';

/** Folder that imports of iconloom's packages are resolved from. */
const FOLDER: string = fileURLToPath(new URL('.', import.meta.url));

/** Icons for esbuild. Sprites are named by `assetNames`, and linked below `publicPath`, or relative to the chunk. */
export default function icons(options: PluginOptions = {}): Plugin {
  return { name: NAME, setup: (build) => setUp(build, options) };
}

function setUp(build: PluginBuild, options: PluginOptions): void {
  const { initialOptions } = build;
  const isDevelopment = isDeveloping(initialOptions);
  const core = createCore(options, {
    puts: () => !isDevelopment,
    publicPath: () => initialOptions.publicPath,
  });
  const root = resolve(initialOptions.absWorkingDir ?? '.');
  const output = isDevelopment ? undefined : openOutput(core, build, sideTold(initialOptions));
  let client: RunningClient | undefined;

  build.onStart(async () => {
    await told(() => refuseTwo((initialOptions.plugins ?? []) as { name: string }[]));
    const isServer = options.server ?? sideTold(initialOptions).isServer;
    if (output && !isServer) client ??= beginClient();
    const project = await told(() => core.start(root));
    client?.writes(clientFile(project, false));
    const blocking = project.blocking();
    if (blocking.length > 0) throw new Error(`iconloom\n${problemText(blocking)}`);
    project.close();
    const warnings = project
      .passing()
      .map((each) => ({ text: `iconloom\n${problemText([each])}` }));
    return { warnings };
  });
  build.onResolve({ filter: /^(virtual:)?iconloom[:/]|^virtual:iconloom/ }, (args) => {
    const importer = args.namespace === MODULES ? OWN : args.importer;
    const resolved = core.resolve(args.path, importer);
    if (resolved?.is !== 'own') return undefined;
    const path = resolved.id.slice(OWN.length);
    return { path, namespace: MODULES, sideEffects: withoutExact(path) === INLINE };
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
        ? whole(code, project, initialOptions)
        : withVersion(code, catalogVersion(project.catalog())),
      resolveDir: FOLDER,
      // All other modules import these, and the lists of files are long.
      ...((path === HREF || path === INLINE) && watched(project, sideTold(initialOptions))),
    };
  });
  build.onLoad({ filter: /.*/, namespace: SPRITES }, async ({ path }) => {
    const project = await core.project();
    const { sprites } = render(project, [], {
      pattern: esbuildPattern(initialOptions),
      keepsAll: true,
    });
    const sprite = sprites.find(({ sprite }) => `${sprite.name}.svg` === path);
    return { contents: sprite?.source ?? '', loader: 'file' };
  });
  build.onResolve({ filter: /^iconloom-library-sprite:/ }, ({ path }) => ({
    path: path.slice(LIBRARY_SPRITE.length),
    namespace: LIBRARIES,
  }));
  build.onLoad({ filter: /.*/, namespace: LIBRARIES }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'file',
  }));
  build.onLoad({ filter: CODE, namespace: 'file' }, async (args) => {
    const library = await loadLibrary(args, initialOptions);
    if (library) return library;
    const loaded = await loadFile(core, build, args);
    if (!loaded?.errors) return loaded;
    // New icons may fix the error, and imports of this file are not analyzed.
    const project = await core.project();
    return { ...loaded, ...watched(project, sideTold(initialOptions)) };
  });
  build.onEnd(async (result) => {
    try {
      return await output?.(result);
    } finally {
      client?.end();
      client = undefined;
    }
  });
}

function sideTold({ platform, publicPath }: BuildOptions): Side {
  return { isServer: platform === 'node', base: publicPath };
}

function isDeveloping({ conditions = [], define = {} }: BuildOptions): boolean {
  return conditions.includes('development') || define['process.env.NODE_ENV'] === '"development"';
}

/** Replaces placeholders in development: all icons are kept, and esbuild writes the sprite itself. */
function whole(code: string, project: Project, options: BuildOptions): string {
  const rendering = render(project, [code], { pattern: esbuildPattern(options), keepsAll: true });
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

/** Files and folders for esbuild to watch. */
function watched(project: Project, told: Side): { watchFiles: string[]; watchDirs: string[] } {
  const { files, folders } = watchedSingly(project);
  const { isServer } = sideOf(project, told);
  const record = isServer ? [clientFile(project, false)] : [];
  return { watchFiles: [...files, ...record], watchDirs: [...folders] };
}
