import { createHash } from 'node:crypto';
import { dirname, relative, resolve, sep } from 'node:path';
import type { BuildOptions, BuildResult, OnEndResult, OutputFile, PluginBuild } from 'esbuild';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Core } from '../core.ts';
import { told } from '../hooks.ts';
import { joinMaps, type WrittenMap } from '../output/join-maps.ts';
import { clientFile } from '../output/record.ts';
import type { Rendering } from '../output/render.ts';
import type { ReplacedCode } from '../output/replace.ts';
import { clientsHaveWritten } from '../output/running.ts';
import { renderSide, type Side, type SideRendering, serverUrls, sideOf } from '../output/sides.ts';
import { NO_INLINE, urlsBelow, urlsBeside } from '../output/url.ts';
import type { Project } from '../project.ts';
import { reportOf } from '../report.ts';
import type { PlaceOfName } from '../transform.ts';
import { isScript, namedFiles, renewedMetafile, usedInputs } from './esbuild-metafile.ts';
import { newHashes, withHashes } from './esbuild-names.ts';
import { esbuildPattern } from './esbuild-pattern.ts';
import { openWriter, refuseOverwriting } from './esbuild-write.ts';

/**
 * Makes esbuild return its files instead of writing them. Returns the handler for the end of a build:
 * it creates the sprite of the used icons, replaces the placeholders, and writes the files.
 */
export function openOutput(
  core: Core,
  { initialOptions: options }: PluginBuild,
  toldSide: Side,
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
    const side = sideOf(project, toldSide);
    if (side.isServer) await clientsHaveWritten(clientFile(project, false));
    const inputs = new Set(
      Object.keys(result.metafile?.inputs ?? {}).map((path) => resolve(root, path)),
    );
    if (writes && !options.allowOverwrite) refuseOverwriting(result, inputs, root);
    const rendering = await renderFiles(result, {
      ...{ project, side, options, root, folder },
      placeOf: core.placeOf,
    });
    const used = usedInputs(result, root);
    const { info, warnings } = reportOf(rendering, project, core.unclear(used), {
      modules: used,
      isServer: side.isServer,
    });
    if (writes) {
      await writer(result.outputFiles ?? []);
      delete (result as Partial<BuildResult>).outputFiles;
    }
    if (!hasMetafile) delete (result as Partial<BuildResult>).metafile;
    if (tells(options)) for (const message of info) console.info(message);
    return { warnings: warnings.map((text) => ({ text })) };
  };
}

interface Output {
  readonly project: Project;
  readonly side: Side;
  readonly options: BuildOptions;
  /** Absolute paths of the project and of the output. */
  readonly root: string;
  readonly folder: string;
  readonly placeOf: PlaceOfName;
}

/** Replaces the files of a result with the final ones, and adds the sprites. */
function renderFiles(result: BuildResult, output: Output): Promise<SideRendering> {
  const { project, side, options, root, folder } = output;
  const given = result.outputFiles ?? [];
  const texts = new Map(given.map(({ path, text }) => [path, text]));
  const codes = [...texts].filter(([path]) => isScript(path, options)).map(([, text]) => text);
  return told(() => {
    const rendering = renderSide(project, codes, side, {
      pattern: esbuildPattern(options),
      placeOf: output.placeOf,
    });
    if (rendering.files.length > 0 && !options.outdir && !options.outfile) {
      throw new BuildError([diagnose('no-output-folder', { file: 'options of esbuild' })]);
    }
    const changed = replaceAll(texts, rendering, output);
    const named = namedFiles(texts, result, options, root);
    const hashes = newHashes(named, (path) => changed.has(resolve(root, path)));
    const files = given.map((file) =>
      renewed(file, texts.get(file.path) ?? '', hashes, isScript(file.path, options)),
    );
    for (const { fileName, source } of rendering.files) {
      files.push(newFile(resolve(folder, fileName), source));
    }
    result.outputFiles = files;
    if (result.metafile) result.metafile = renewedMetafile(result.metafile, files, hashes, root);
    return rendering;
  });
}

/** Checks that esbuild's log level shows infos, as it does by default. */
function tells({ logLevel = 'info' }: BuildOptions): boolean {
  return ['verbose', 'debug', 'info'].includes(logLevel);
}

function outputFolder({ outdir, outfile }: BuildOptions, root: string): string {
  return resolve(root, outdir ?? dirname(outfile ?? 'x'));
}

/** Replaces the placeholders in all scripts and updates their maps. Returns the changed paths. */
function replaceAll(
  texts: Map<string, string>,
  rendering: Rendering,
  { project, side, options, folder }: Output,
): ReadonlySet<string> {
  const base = project.settings.base ?? options.publicPath;
  const format = formatOf(options);
  const changed = new Set<string>();
  for (const [path, text] of texts) {
    if (!isScript(path, options)) continue;
    const chunk = relative(folder, path).split(sep).join('/');
    const usual =
      base === undefined
        ? urlsBeside(format, chunk, format === 'esm' ? NO_INLINE : '')
        : urlsBelow(base);
    const replaced = rendering.replace(text, side.isServer ? serverUrls(project, side) : usual);
    if (!replaced) continue;
    changed.add(path);
    texts.set(path, withInlineMap(text, replaced));
    const map = texts.get(`${path}.map`);
    if (map) texts.set(`${path}.map`, JSON.stringify(joined(replaced, map), undefined, 2));
  }
  return changed;
}

function joined(replaced: ReplacedCode, map: string): WrittenMap {
  return joinMaps(replaced.decoded(), JSON.parse(map));
}

const INLINE = /(\/\/# sourceMappingURL=data:application\/json;base64,)([\w+/=]+)\s*$/;

function withInlineMap(before: string, replaced: ReplacedCode): string {
  const [, start = '', data] = INLINE.exec(before) ?? [];
  if (data === undefined) return replaced.code;
  const map = joined(replaced, Buffer.from(data, 'base64').toString());
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return replaced.code.replace(INLINE, () => `${start}${encoded}\n`);
}

/** Format of an output, with esbuild's defaults. */
export function formatOf({ format, platform, splitting }: BuildOptions): string {
  return format ?? (splitting ? 'esm' : platform === 'node' ? 'cjs' : 'iife');
}

function renewed(
  file: OutputFile,
  text: string,
  hashes: ReadonlyMap<string, string>,
  isCode: boolean,
): OutputFile {
  const path = withHashes(file.path, hashes);
  const isText = isCode || /\.(css|map)$/.test(path);
  const now = isText ? withHashes(text, hashes) : undefined;
  if (path === file.path && (now === undefined || now === file.text)) return file;
  return now === undefined ? { ...file, path, text: file.text } : newFile(path, now);
}

function newFile(path: string, text: string): OutputFile {
  const hash = createHash('sha256').update(text).digest('base64').slice(0, 12);
  return { path, text, hash, contents: Buffer.from(text) };
}
