import { relative, resolve, sep } from 'node:path';
import type { BuildOptions, BuildResult, Metafile, OutputFile } from 'esbuild';
import { type HashableFile, withHashes } from './esbuild-names.ts';
import { isStdout } from './esbuild-write.ts';

export function isScript(path: string, { outExtension }: BuildOptions): boolean {
  const jsExtension = outExtension?.['.js'];
  return (
    /\.[cm]?js$/.test(path) ||
    isStdout(path) ||
    (jsExtension !== undefined && path.endsWith(jsExtension))
  );
}

/** Updates the metafile for changed and added files. */
export function updateMetafile(
  before: Metafile,
  files: readonly OutputFile[],
  hashes: ReadonlyMap<string, string>,
  root: string,
): Metafile {
  const metafile: Metafile = JSON.parse(withHashes(JSON.stringify(before), hashes));
  for (const file of files) {
    const name = relative(root, file.path).split(sep).join('/');
    const output = metafile.outputs[name];
    if (output) output.bytes = file.contents.length;
    else metafile.outputs[name] = { bytes: file.contents.length, ...EMPTY_OUTPUT };
  }
  return metafile;
}

const EMPTY_OUTPUT = { inputs: {}, imports: [], exports: [] };

/** Files of the modules in the output. */
export function bundledInputs({ metafile }: BuildResult, root: string): ReadonlySet<string> {
  const outputs = Object.values(metafile?.outputs ?? {});
  return new Set(
    outputs.flatMap(({ inputs }) => Object.keys(inputs).map((path) => resolve(root, path))),
  );
}

/** The scripts with the templates of their names. */
export function hashableFiles(
  texts: ReadonlyMap<string, string>,
  { metafile }: BuildResult,
  options: BuildOptions,
  root: string,
): readonly HashableFile[] {
  const { entryNames = '[dir]/[name]', chunkNames = '[name]-[hash]' } = options;
  const outputs = metafile?.outputs ?? {};
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const dynamicImports = new Set(
    imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
  );
  return [...texts].map(([path, text]) => {
    const name = relative(root, path).split(sep).join('/');
    const isEntry = outputs[name]?.entryPoint !== undefined;
    // A dynamic import is an entry point, too, but is named like a chunk unless it is both.
    const templates = [
      ...(isEntry ? [entryNames] : []),
      ...(isEntry && !dynamicImports.has(name) ? [] : [chunkNames]),
    ];
    return { path: name, text, templates: isScript(path, options) ? templates : [] };
  });
}
