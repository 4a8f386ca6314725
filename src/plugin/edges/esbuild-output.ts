import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { BuildOptions, BuildResult, OnEndResult, OutputFile, PluginBuild } from 'esbuild';
import type { Core } from '../core.ts';
import { told } from '../hooks.ts';
import { joinMaps, type WrittenMap } from '../output/join-maps.ts';
import { type Rendering, render } from '../output/render.ts';
import type { ReplacedCode } from '../output/replace.ts';
import { urlsBelow, urlsBeside } from '../output/url.ts';
import type { Project } from '../project.ts';
import { reportOf } from '../report.ts';
import { type NamedFile, newHashes, withHashes } from './esbuild-names.ts';

/** What a build asked for that is done here instead. */
export interface TakenOver {
  readonly writes: boolean;
  readonly hasMetafile: boolean;
}

/** Has esbuild hand over its files instead of writing them. */
export function takeOver(options: BuildOptions): TakenOver {
  const taken = { writes: options.write !== false, hasMetafile: options.metafile === true };
  options.write = false;
  options.metafile = true;
  return taken;
}

/** Makes the sprite of what is left in the code, replaces the placeholders, and writes the files. */
export async function finish(
  core: Core,
  build: PluginBuild,
  taken: TakenOver,
  result: BuildResult,
): Promise<OnEndResult> {
  if (result.errors.length > 0) return {};
  const options = build.initialOptions;
  const root = resolve(options.absWorkingDir ?? '.');
  const folder = outputFolder(options, root);
  const project = await core.project();
  const given = result.outputFiles ?? [];
  const texts = new Map(given.map(({ path, text }) => [path, text]));
  const codes = [...texts].filter(([path]) => isScript(path)).map(([, text]) => text);
  const rendering = await told(() =>
    render(project, codes, { fileName: 'assets/[name].[hash].svg' }),
  );
  const changed = replaceAll(texts, rendering, project, options, folder);
  const hashes = newHashes(namedFiles(texts, result, options, root), (path) =>
    changed.has(resolve(root, path)),
  );
  const files = given.map((file) => renewed(file, texts.get(file.path) ?? '', hashes));
  for (const { fileName, source } of rendering.files) {
    files.push(newFile(resolve(folder, fileName), source));
  }
  result.outputFiles = files;
  const metafile = JSON.parse(withHashes(JSON.stringify(result.metafile), hashes));
  for (const file of files) {
    const name = relative(root, file.path).split(sep).join('/');
    const known = metafile.outputs[name];
    if (known) known.bytes = file.contents.length;
    else metafile.outputs[name] = { bytes: file.contents.length, ...NO_PARTS };
  }
  result.metafile = metafile;
  if (taken.writes) {
    for (const { path, contents } of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, contents);
    }
    delete (result as Partial<BuildResult>).outputFiles;
  }
  const inputs = new Set(
    Object.values(result.metafile?.outputs ?? {}).flatMap((output) =>
      Object.keys(output.inputs).map((path) => resolve(root, path)),
    ),
  );
  const { info, warnings } = reportOf(rendering, project, core.unclear(inputs));
  if (!taken.hasMetafile) delete (result as Partial<BuildResult>).metafile;
  if (tells(options)) for (const message of info) console.info(message);
  return { warnings: warnings.map((text) => ({ text })) };
}

const NO_PARTS = { inputs: {}, imports: [], exports: [] };

/** esbuild's own levels, of which `info` is what is told unless less is asked for. */
function tells({ logLevel = 'info' }: BuildOptions): boolean {
  return ['verbose', 'debug', 'info'].includes(logLevel);
}

function outputFolder({ outdir, outfile }: BuildOptions, root: string): string {
  return resolve(root, outdir ?? dirname(outfile ?? 'x'));
}

function isScript(path: string): boolean {
  return /\.[cm]?js$/.test(path) || path.endsWith('<stdout>');
}

/** Replaces the placeholders in all scripts, and has their maps follow. Gives what was changed. */
function replaceAll(
  texts: Map<string, string>,
  rendering: Rendering,
  { settings }: Project,
  options: BuildOptions,
  folder: string,
): ReadonlySet<string> {
  const base = settings.base ?? options.publicPath;
  const changed = new Set<string>();
  for (const [path, text] of texts) {
    if (!isScript(path)) continue;
    const chunk = relative(folder, path).split(sep).join('/');
    const urls = base === undefined ? urlsBeside(formatOf(options), chunk) : urlsBelow(base);
    const replaced = rendering.replace(text, urls);
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

function formatOf({ format, platform, splitting }: BuildOptions): string {
  return format ?? (splitting ? 'esm' : platform === 'node' ? 'cjs' : 'iife');
}

/** The scripts with the templates of their names. */
function namedFiles(
  texts: ReadonlyMap<string, string>,
  { metafile }: BuildResult,
  options: BuildOptions,
  root: string,
): readonly NamedFile[] {
  const { entryNames = '[dir]/[name]', chunkNames = '[name]-[hash]' } = options;
  return [...texts].map(([path, text]) => {
    const name = relative(root, path).split(sep).join('/');
    const output = metafile?.outputs[name];
    const template = output?.entryPoint ? entryNames : chunkNames;
    return { path: name, text, template: isScript(path) ? template : undefined };
  });
}

function renewed(file: OutputFile, text: string, hashes: ReadonlyMap<string, string>): OutputFile {
  const path = withHashes(file.path, hashes);
  const isText = /\.([cm]?js|css|map)$/.test(path) || isScript(path);
  const now = isText ? withHashes(text, hashes) : undefined;
  if (path === file.path && (now === undefined || now === file.text)) return file;
  return now === undefined ? { ...file, path, text: file.text } : newFile(path, now);
}

function newFile(path: string, text: string): OutputFile {
  const hash = createHash('sha256').update(text).digest('base64').slice(0, 12);
  return { path, text, hash, contents: Buffer.from(text) };
}
