import { createHash } from 'node:crypto';
import { dirname, relative, resolve, sep } from 'node:path';
import type { BuildOptions, BuildResult, OnEndResult, OutputFile, PluginBuild } from 'esbuild';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Core } from '../core.ts';
import { waitForClientBuilds } from '../output/client-build-lock.ts';
import { clientManifestFile } from '../output/client-manifest.ts';
import { type EncodedSourceMap, joinMaps } from '../output/join-maps.ts';
import type { Rendering } from '../output/render.ts';
import type { ReplacedCode } from '../output/replace.ts';
import {
  type Environment,
  type EnvironmentRendering,
  renderEnvironment,
  resolveEnvironment,
  serverUrls,
} from '../output/ssr.ts';
import { NO_INLINE, urlsBelow, urlsBeside } from '../output/url.ts';
import { withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { createReport } from '../report.ts';
import type { NameLocator } from '../transformed-module.ts';
import { bundledInputs, hashableFiles, isScript, updateMetafile } from './esbuild-metafile.ts';
import { updatedHashes, withHashes } from './esbuild-names.ts';
import { esbuildPattern } from './esbuild-pattern.ts';
import { openWriter, rejectOverwriting } from './esbuild-write.ts';

/**
 * Makes esbuild return its files instead of writing them. Returns the handler for the end of a build:
 * it creates the sprite of the used icons, replaces the placeholders, and writes the files.
 */
export function openOutput(
  core: Core,
  { initialOptions: options }: PluginBuild,
  detected: Environment,
): (result: BuildResult) => Promise<OnEndResult> {
  const writes = options.write !== false;
  const hasMetafile = options.metafile === true;
  options.write = false;
  options.metafile = true;
  const root = resolve(options.absWorkingDir ?? '.');
  const folder = outputFolder(options, root);
  const writer = openWriter();

  return async (result) => {
    if (result.errors.length > 0) return {};
    const project = await core.project();
    const environment = resolveEnvironment(project, detected);
    if (environment.isServer) await waitForClientBuilds(clientManifestFile(project));
    const inputs = new Set(
      Object.keys(result.metafile?.inputs ?? {}).map((path) => resolve(root, path)),
    );
    if (writes && !options.allowOverwrite) rejectOverwriting(result, inputs, root);
    const rendering = await renderFiles(result, {
      project,
      environment,
      options,
      root,
      folder,
      placeOf: core.placeOf,
    });
    const bundled = bundledInputs(result, root);
    const { info, warnings } = createReport(rendering, project, core.unclear(bundled), {
      modules: bundled,
      isServer: environment.isServer,
    });
    if (writes) {
      await writer(result.outputFiles ?? []);
      delete (result as Partial<BuildResult>).outputFiles;
    }
    if (!hasMetafile) delete (result as Partial<BuildResult>).metafile;
    if (logsInfo(options)) for (const message of info) console.info(message);
    return { warnings: warnings.map((text) => ({ text })) };
  };
}

interface EsbuildOutput {
  readonly project: PluginProject;
  readonly environment: Environment;
  readonly options: BuildOptions;
  /** Absolute paths of the project and of the output. */
  readonly root: string;
  readonly folder: string;
  readonly placeOf: NameLocator;
}

/** Replaces the files of a result with the final ones, and adds the sprites. */
function renderFiles(result: BuildResult, output: EsbuildOutput): Promise<EnvironmentRendering> {
  const { project, environment, options, root, folder } = output;
  const outputFiles = result.outputFiles ?? [];
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const codes = [...texts].filter(([path]) => isScript(path, options)).map(([, text]) => text);
  return withFormattedErrors(() => {
    const rendering = renderEnvironment(project, codes, environment, {
      pattern: esbuildPattern(options),
      placeOf: output.placeOf,
    });
    if (rendering.files.length > 0 && !options.outdir && !options.outfile) {
      throw new BuildError([diagnose('no-output-folder', { file: 'options of esbuild' })]);
    }
    const changed = replacePlaceholders(texts, rendering, output);
    const hashable = hashableFiles(texts, result, options, root);
    const hashes = updatedHashes(hashable, (path) => changed.has(resolve(root, path)));
    const files = outputFiles.map((file) =>
      updateFile(file, isText(file.path, options) ? texts.get(file.path) : undefined, hashes),
    );
    for (const { fileName, source } of rendering.files) {
      files.push(newFile(resolve(folder, fileName), source));
    }
    result.outputFiles = files;
    if (result.metafile) result.metafile = updateMetafile(result.metafile, files, hashes, root);
    return rendering;
  });
}

/** Checks that esbuild's log level shows infos, as it does by default. */
function logsInfo({ logLevel = 'info' }: BuildOptions): boolean {
  return ['verbose', 'debug', 'info'].includes(logLevel);
}

function outputFolder({ outdir, outfile }: BuildOptions, root: string): string {
  return resolve(root, outdir ?? dirname(outfile ?? 'x'));
}

/** Replaces the placeholders in all scripts and updates their maps. Returns the changed paths. */
function replacePlaceholders(
  texts: Map<string, string>,
  rendering: Rendering,
  { project, environment, options, folder }: EsbuildOutput,
): ReadonlySet<string> {
  const { base: configured, isModuleRelative } = project.settings;
  const base = isModuleRelative ? undefined : (configured ?? options.publicPath);
  const format = formatOf(options);
  const changed = new Set<string>();
  for (const [path, text] of texts) {
    if (!isScript(path, options)) continue;
    const chunk = relative(folder, path).split(sep).join('/');
    const usual =
      base === undefined
        ? urlsBeside(format, chunk, format === 'esm' ? NO_INLINE : '')
        : urlsBelow(base);
    const replaced = rendering.replace(
      text,
      environment.isServer ? serverUrls(project, environment) : usual,
    );
    if (!replaced) continue;
    changed.add(path);
    texts.set(path, withInlineMap(text, replaced));
    const map = texts.get(`${path}.map`);
    if (map) texts.set(`${path}.map`, JSON.stringify(joinWithMap(replaced, map), undefined, 2));
  }
  return changed;
}

function joinWithMap(replaced: ReplacedCode, map: string): EncodedSourceMap {
  return joinMaps(replaced.decodedMap(), JSON.parse(map));
}

const INLINE_MAP = /(\/\/# sourceMappingURL=data:application\/json;base64,)([\w+/=]+)\s*$/;

function withInlineMap(before: string, replaced: ReplacedCode): string {
  const [, start = '', data] = INLINE_MAP.exec(before) ?? [];
  if (data === undefined) return replaced.code;
  const map = joinWithMap(replaced, Buffer.from(data, 'base64').toString());
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return replaced.code.replace(INLINE_MAP, () => `${start}${encoded}\n`);
}

/** Format of an output, with esbuild's defaults. */
export function formatOf({ format, platform, splitting }: BuildOptions): string {
  return format ?? (splitting ? 'esm' : platform === 'node' ? 'cjs' : 'iife');
}

function isText(path: string, options: BuildOptions): boolean {
  return isScript(path, options) || /\.(css|map)$/.test(path);
}

/** @param text its current text; `undefined` for files without hashes in their contents */
function updateFile(
  file: OutputFile,
  text: string | undefined,
  hashes: ReadonlyMap<string, string>,
): OutputFile {
  const path = withHashes(file.path, hashes);
  const newText = text === undefined ? undefined : withHashes(text, hashes);
  if (path === file.path && (newText === undefined || newText === file.text)) return file;
  return newText === undefined ? { ...file, path, text: file.text } : newFile(path, newText);
}

function newFile(path: string, text: string): OutputFile {
  const hash = createHash('sha256').update(text).digest('base64').slice(0, 12);
  return { path, text, hash, contents: Buffer.from(text) };
}
