import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import type {
  BuildOptions,
  Loader,
  OnLoadArgs,
  OnLoadResult,
  PluginBuild,
  TransformOptions,
} from 'esbuild';
import { type Diagnostic, isError } from '../../core/diagnostics.ts';
import type { Core } from '../core.ts';
import { type EncodedSourceMap, joinMaps } from '../output/join-maps.ts';
import { formatDiagnostics } from '../report.ts';

/** Files that can be read as code. */
export const CODE: RegExp = /\.[cm]?[jt]sx?$/;

/**
 * Puts placeholders into a file of the app. `undefined` if it does not use icons, so that esbuild or
 * another plugin loads it.
 */
export async function loadFile(
  core: Core,
  { esbuild, initialOptions, resolve: resolveImport }: PluginBuild,
  { path, with: attributes = {} }: OnLoadArgs,
): Promise<OnLoadResult | undefined> {
  // Import attributes request something other than code.
  if (Object.keys(attributes).length > 0) return undefined;
  const text = await readFile(path, 'utf8');
  if (!text.includes('iconloom')) return undefined;
  const loader = loaderOf(path, initialOptions);
  if (!loader) return undefined;
  // JSX and TypeScript are compiled first: names are found in JavaScript.
  const compiled =
    loader === 'js'
      ? undefined
      : await compile(esbuild, text, { ...compileOptions(initialOptions, path), loader });
  // esbuild reports the syntax error itself.
  if (loader !== 'js' && !compiled) return undefined;
  const code = compiled?.code ?? text;
  const map = compiled && (JSON.parse(compiled.map) as EncodedSourceMap);
  const transformed = await core.transform(
    code,
    path,
    () => map,
    async (source, importer) => {
      const resolved = await resolveImport(source, {
        importer,
        resolveDir: dirname(importer),
        kind: 'import-statement' as const,
      });
      return resolved.errors.length > 0 || resolved.external ? undefined : resolved.path;
    },
  );
  if (!transformed) return undefined;
  const errors = transformed.unknown.filter(isError).map((each) => toMessage(each, text));
  if (errors.length > 0) return { errors };
  const { root } = await core.project();
  const warnings = [...transformed.unknown, ...transformed.deprecated].map((each) =>
    toMessage(each, resolve(root, each.file) === path ? text : undefined),
  );
  const watchFiles = [...transformed.files];
  const changed = transformed.code;
  if (!changed) return warnings.length > 0 ? { warnings } : undefined;
  const source = { sources: [relative(dirname(path), path)], sourcesContent: [text] };
  const joinedMap = map
    ? { ...joinMaps(changed.decoded(), { ...map, sources: [''] }), ...source }
    : { ...changed.map, ...source };
  const url = Buffer.from(JSON.stringify(joinedMap)).toString('base64');
  return {
    contents: `${changed.code}\n//# sourceMappingURL=data:application/json;base64,${url}`,
    loader: 'js',
    resolveDir: dirname(path),
    ...(warnings.length > 0 && { warnings }),
    ...(watchFiles.length > 0 && { watchFiles }),
  };
}

/** Compiles code; `undefined` if that fails. */
async function compile(
  { transform }: PluginBuild['esbuild'],
  text: string,
  options: TransformOptions,
) {
  try {
    return await transform(text, options);
  } catch {
    return undefined;
  }
}

/** Converts a diagnostic to esbuild's format. @param text text of its file, if known */
function toMessage(problem: Diagnostic, text: string | undefined) {
  const { file, where } = problem;
  const location = where && {
    file,
    line: where.line,
    column: where.column - 1,
    lineText: text?.split('\n')[where.line - 1] ?? '',
  };
  return { text: `iconloom\n${formatDiagnostics([problem])}`, ...(location && { location }) };
}

const LOADERS: Readonly<Record<string, Loader>> = {
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.jsx': 'jsx',
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
};

/** Loader that esbuild uses for a file; `undefined` for files without code. */
export function loaderOf(path: string, { loader = {} }: BuildOptions): Loader | undefined {
  const extension = extname(path);
  const given = loader[extension] ?? LOADERS[extension];
  return given && ['js', 'jsx', 'ts', 'tsx'].includes(given) ? given : undefined;
}

/** Options of the build that affect how a file is compiled. */
function compileOptions(options: BuildOptions, path: string) {
  const { jsx, jsxDev, jsxFactory, jsxFragment, jsxImportSource, jsxSideEffects } = options;
  const { target, charset } = options;
  const raw = options.tsconfigRaw ?? tsconfigOf(options, path);
  const jsxOptions = { jsx, jsxDev, jsxFactory, jsxFragment, jsxImportSource, jsxSideEffects };
  const allOptions = { ...jsxOptions, target, charset };
  return {
    ...Object.fromEntries(Object.entries(allOptions).filter(([, value]) => value !== undefined)),
    ...(raw !== undefined && { tsconfigRaw: raw }),
    sourcemap: 'external' as const,
    sourcefile: path,
  };
}

function tsconfigOf({ tsconfig, absWorkingDir = '.' }: BuildOptions, path: string) {
  if (tsconfig) return readFileSync(resolve(absWorkingDir, tsconfig), 'utf8');
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const file = join(folder, 'tsconfig.json');
    if (existsSync(file)) return readFileSync(file, 'utf8');
    if (folder === dirname(folder)) return undefined;
  }
}
