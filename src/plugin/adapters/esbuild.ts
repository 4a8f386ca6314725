import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin, PluginBuild } from 'esbuild';
import { HREF_MODULE, INLINE_MODULE, withoutStatic } from '../../code/module-ids.ts';
import { type Core, createCore } from '../core.ts';
import type { PluginOptions } from '../options.ts';
import { catalogVersion } from '../output/catalog-version.ts';
import { acquireClientBuildLock, type ClientBuildLock } from '../output/client-build-lock.ts';
import { clientManifestFile } from '../output/client-manifest.ts';
import { render } from '../output/render.ts';
import { type Environment, resolveEnvironment } from '../output/ssr.ts';
import { withVersion } from '../placeholder.ts';
import { rejectDuplicatePlugin, withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { formatDiagnostics } from '../report.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';
import { watchTargetsByFile } from '../watch-targets.ts';
import { LIBRARY_SPRITE_PREFIX, loadLibrary } from './esbuild-library.ts';
import { CODE, loadFile } from './esbuild-load.ts';
import { openOutput } from './esbuild-output.ts';
import { esbuildPattern } from './esbuild-pattern.ts';

const NAME = 'iconloom';
/** Namespaces of virtual modules, and of sprites that esbuild writes. */
const MODULE_NAMESPACE = 'iconloom';
const SPRITE_NAMESPACE = 'iconloom-sprite';
/** Namespace of sprites of libraries. */
const LIBRARY_NAMESPACE = 'iconloom-library-sprite';

/** Folder that imports of iconloom's packages are resolved from. */
const FOLDER: string = fileURLToPath(new URL('.', import.meta.url));

/** Icons for esbuild. Sprites are named by `assetNames`, and linked below `publicPath`, or relative to the chunk. */
export default function icons(options: PluginOptions = {}): Plugin {
  return { name: NAME, setup: (build) => setUp(build, options) };
}

/** Build of esbuild with its icons. */
interface EsbuildContext {
  readonly core: Core;
  readonly build: PluginBuild;
  readonly isDevelopment: boolean;
}

function setUp(build: PluginBuild, options: PluginOptions): void {
  const { initialOptions } = build;
  const isDevelopment = isDevelopmentBuild(initialOptions);
  const core = createCore(options, {
    emitsPlaceholders: () => !isDevelopment,
    publicPath: () => initialOptions.publicPath,
  });
  const context: EsbuildContext = { core, build, isDevelopment };
  addLifecycle(context, options);
  addVirtualModules(context);
  addSpriteFiles(context);
  addAppFiles(context);
}

/** Builds the icons before the app, and its output after that. */
function addLifecycle(
  { core, build, isDevelopment }: EsbuildContext,
  options: PluginOptions,
): void {
  const { initialOptions } = build;
  const root = resolve(initialOptions.absWorkingDir ?? '.');
  const detected = detectEnvironment(initialOptions);
  const output = isDevelopment ? undefined : openOutput(core, build, detected);
  let clientLock: ClientBuildLock | undefined;

  build.onStart(async () => {
    await withFormattedErrors(() =>
      rejectDuplicatePlugin((initialOptions.plugins ?? []) as { name: string }[]),
    );
    const isServer = options.server ?? detectEnvironment(initialOptions).isServer;
    if (output && !isServer) clientLock ??= acquireClientBuildLock();
    const project = await withFormattedErrors(() => core.start(root));
    clientLock?.setManifestFile(clientManifestFile(project));
    const blocking = project.blocking();
    if (blocking.length > 0) throw new Error(`iconloom\n${formatDiagnostics(blocking)}`);
    project.close();
    const warnings = project
      .nonBlocking()
      .map((each) => ({ text: `iconloom\n${formatDiagnostics([each])}` }));
    return { warnings };
  });
  build.onEnd(async (result) => {
    try {
      return await output?.(result);
    } finally {
      clientLock?.release();
      clientLock = undefined;
    }
  });
}

/** Resolves imports of iconloom, and loads their code. */
function addVirtualModules({ core, build, isDevelopment }: EsbuildContext): void {
  const { initialOptions } = build;
  build.onResolve({ filter: /^(virtual:)?iconloom[:/]|^virtual:iconloom/ }, (args) => {
    const importer = args.namespace === MODULE_NAMESPACE ? VIRTUAL_PREFIX : args.importer;
    const resolved = core.resolve(args.path, importer);
    if (resolved?.kind !== 'own') return undefined;
    const path = resolved.id.slice(VIRTUAL_PREFIX.length);
    return {
      path,
      namespace: MODULE_NAMESPACE,
      sideEffects: withoutStatic(path) === INLINE_MODULE,
    };
  });
  build.onLoad({ filter: /.*/, namespace: MODULE_NAMESPACE }, async ({ path }) => {
    const project = await core.project();
    const code = (await core.load(VIRTUAL_PREFIX + path)) ?? '';
    return {
      contents: isDevelopment
        ? resolveForDevelopment(code, project, initialOptions)
        : withVersion(code, catalogVersion(project.catalog())),
      resolveDir: FOLDER,
      // All other modules import these, and the lists of files are long.
      ...((path === HREF_MODULE || path === INLINE_MODULE) &&
        watchOptions(project, detectEnvironment(initialOptions))),
    };
  });
}

/** Loads sprites that esbuild writes itself: those of development, and those of libraries. */
function addSpriteFiles({ core, build }: EsbuildContext): void {
  build.onResolve({ filter: /^iconloom-sprite:/ }, ({ path }) => ({
    path: path.slice('iconloom-sprite:'.length),
    namespace: SPRITE_NAMESPACE,
  }));
  build.onLoad({ filter: /.*/, namespace: SPRITE_NAMESPACE }, async ({ path }) => {
    const pattern = esbuildPattern(build.initialOptions);
    const { sprites } = render(await core.project(), [], { pattern, keepsAll: true });
    const sprite = sprites.find(({ sprite }) => `${sprite.name}.svg` === path);
    return { contents: sprite?.source ?? '', loader: 'file' };
  });
  build.onResolve({ filter: /^iconloom-library-sprite:/ }, ({ path }) => ({
    path: path.slice(LIBRARY_SPRITE_PREFIX.length),
    namespace: LIBRARY_NAMESPACE,
  }));
  build.onLoad({ filter: /.*/, namespace: LIBRARY_NAMESPACE }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'file',
  }));
}

/** Puts placeholders into the code of the app. */
function addAppFiles({ core, build }: EsbuildContext): void {
  const { initialOptions } = build;
  build.onLoad({ filter: CODE, namespace: 'file' }, async (args) => {
    const library = await loadLibrary(args, initialOptions);
    if (library) return library;
    const loaded = await loadFile(core, build, args);
    if (!loaded?.errors) return loaded;
    // New icons may fix the error, and imports of this file are not analyzed.
    const project = await core.project();
    return { ...loaded, ...watchOptions(project, detectEnvironment(initialOptions)) };
  });
}

function detectEnvironment({ platform, publicPath }: BuildOptions): Environment {
  return { isServer: platform === 'node', base: publicPath };
}

function isDevelopmentBuild({ conditions = [], define = {} }: BuildOptions): boolean {
  return conditions.includes('development') || define['process.env.NODE_ENV'] === '"development"';
}

/** Replaces placeholders in development: all icons are kept, and esbuild writes the sprite itself. */
function resolveForDevelopment(
  code: string,
  project: PluginProject,
  options: BuildOptions,
): string {
  const rendering = render(project, [code], { pattern: esbuildPattern(options), keepsAll: true });
  const files = rendering.sprites.map(({ fileName, sprite }, index) => ({
    fileName,
    variable: `sprite_${index}`,
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
function watchOptions(
  project: PluginProject,
  detected: Environment,
): { watchFiles: string[]; watchDirs: string[] } {
  const { files, folders } = watchTargetsByFile(project);
  const { isServer } = resolveEnvironment(project, detected);
  const record = isServer ? [clientManifestFile(project)] : [];
  return { watchFiles: [...files, ...record], watchDirs: [...folders] };
}
