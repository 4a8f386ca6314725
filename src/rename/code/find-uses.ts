import { join, resolve } from 'node:path';
import type { Program } from 'acorn';
import { scopeOf } from '../../code/create-scope.ts';
import { parseCode } from '../../code/parse.ts';
import type { Scope } from '../../code/scope.ts';
import type { ResolvedConfig } from '../../config/types.ts';
import type { Where } from '../../core/diagnostics.ts';
import { identifierFromName, kebabCase } from '../../core/names.ts';
import { type Replacement, replaceAll } from '../../edit/replace.ts';
import { LAYOUTS } from '../../emit/layouts.ts';
import { MAIN_SPRITE } from '../../sprite/create-sprites.ts';
import type { CodeEdit, FileChange, UnsureUse } from '../model.ts';
import { type CodeFile, readCodeFiles } from './code-files.ts';
import { ExportResolver, importsIconloom, type ParsedModule } from './export-resolver.ts';
import { findUsesInCode } from './find-in-code.ts';
import { findUsesInMarkup } from './find-in-markup.ts';
import { findGlobalComponents } from './global-components.ts';
import type { Language } from './languages.ts';
import type { CodeMatches, NameMatch, RenamedIcon } from './model.ts';
import { loadPathAliases } from './path-aliases.ts';

/** Uses of an icon name in the app's code, and the changed files. */
export interface CodeUses {
  readonly uses: readonly CodeEdit[];
  readonly unsure: readonly UnsureUse[];
  readonly files: readonly FileChange[];
}

/**
 * Finds the uses of an icon in code; uncertain ones are listed separately.
 *
 * @throws {BuildError} when a glob matches no file.
 */
export function findUsesInFiles(
  globs: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  config: ResolvedConfig,
  folders: readonly string[],
): CodeUses {
  const out = resolve(config.cwd, config.out);
  const ownPaths = [join(out, 'icons'), resolve(config.cwd, config.configFile)];
  const codeFiles = readCodeFiles(globs, config.cwd, [out, ...ownPaths.slice(1)]);
  const resolver = resolverFor(codeFiles, join(out, 'icons'), config.cwd);
  const icon: RenamedIcon = {
    from,
    to,
    fromKey: identifierFromName(from),
    toKey: identifierFromName(to),
    fromId: config.prefix + from,
    toId: config.prefix + to,
    sprites: spriteFileNames(config, folders),
  };
  const globalNames = findGlobalComponents(codeFiles, resolver);
  const found = codeFiles.map((codeFile) => ({
    source: codeFile,
    ...findUsesInFile(codeFile, icon, resolver, globalNames),
  }));
  return {
    uses: found.flatMap(({ source, uses }) => uses.map((use) => toCodeEdit(source, use))),
    unsure: found.flatMap(({ source, unsure }) =>
      unsure.map(({ start, reason }) => ({
        file: source.file,
        where: positionAt(source.text ?? '', start),
        reason,
        text: lineAt(source.text ?? '', start),
      })),
    ),
    files: found.flatMap(({ source, uses }) => {
      if (uses.length === 0) return [];
      const after = replaceAll(source.text ?? '', uses);
      return { file: source.file, before: source.bytes, after: Buffer.from(after) };
    }),
  };
}

const LANGUAGE_BY_EXTENSION: Readonly<Record<string, Language>> = {
  html: 'html',
  htm: 'html',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
};
const NO_MATCHES: CodeMatches = { uses: [], unsure: [] };

function findUsesInFile(
  { path, text }: CodeFile,
  icon: RenamedIcon,
  resolver: ExportResolver,
  globalNames: ReadonlySet<string>,
): CodeMatches {
  if (text === undefined) return { uses: [], unsure: [{ start: 0, reason: 'it is not UTF-8' }] };
  if (!text.includes(icon.from) && !text.includes(icon.fromKey)) return NO_MATCHES;
  const language = LANGUAGE_BY_EXTENSION[/[^.]+$/.exec(path)?.[0].toLowerCase() ?? ''];
  const found = language
    ? findUsesInMarkup({ text, file: path, language, globalNames }, icon, resolver)
    : findUsesInModule(text, path, icon, resolver);
  const byStart = (a: { readonly start: number }, b: { readonly start: number }) =>
    a.start - b.start;
  return { uses: [...found.uses].sort(byStart), unsure: [...found.unsure].sort(byStart) };
}

function findUsesInModule(
  text: string,
  file: string,
  icon: RenamedIcon,
  resolver: ExportResolver,
): CodeMatches {
  const root = parseCode(text);
  if (root)
    return findUsesInCode(
      { root, file, isIconloomFile: importsIconloom(root, file, resolver) },
      icon,
      resolver,
    );
  const start = text.includes(icon.from) ? text.indexOf(icon.from) : text.indexOf(icon.fromKey);
  return { uses: [], unsure: [{ start, reason: 'the code cannot be parsed' }] };
}

function resolverFor(
  codeFiles: readonly CodeFile[],
  namesModule: string,
  cwd: string,
): ExportResolver {
  const byPath = new Map(
    codeFiles.map((source) => [source.path.replace(/\.[mc]?[jt]sx?$/, ''), source] as const),
  );
  const parsedModules = new Map<string, ParsedModule | undefined>();
  return new ExportResolver({
    namesModule,
    resolveAlias: loadPathAliases(cwd),
    openModule(path) {
      const codeFile = byPath.get(path);
      if (!codeFile) return undefined;
      if (!parsedModules.has(path))
        parsedModules.set(path, toParsedModule(parseCode(codeFile.text ?? '')));
      const module = parsedModules.get(path);
      return module && { file: codeFile.path, module };
    },
  });
}

function toParsedModule(program: Program | undefined): ParsedModule | undefined {
  if (!program) return undefined;
  const scope: Scope = scopeOf(program, undefined);
  return { program, scope };
}

/** Possible file names of the sprites. */
function spriteFileNames(
  { split }: ResolvedConfig,
  folders: readonly string[],
): ReadonlySet<string> {
  const names = split === 'folder' ? folders.map(kebabCase).filter((each) => each !== '') : [];
  const numbers =
    typeof split === 'number'
      ? Array.from({ length: 1000 }, (_, n) => `${MAIN_SPRITE}-${n + 1}`)
      : [];
  const endings = ['', ...Object.keys(LAYOUTS).map((layout) => `-${layout}`)];
  return new Set(
    [MAIN_SPRITE, ...names, ...numbers].flatMap((name) =>
      endings.map((end) => `${name}${end}.svg`),
    ),
  );
}

/** Characters of code to show. */
const MAX_CONTEXT_LENGTH = 70;

function toCodeEdit({ file, text = '' }: CodeFile, use: NameMatch): CodeEdit {
  const [start, end] = contextSpan(text, use);
  const change: Replacement = { start: use.start - start, end: use.end - start, text: use.text };
  const before = text.slice(start, end);
  const collapseSpaces = (code: string) => code.replace(/\s+/g, ' ');
  const after = collapseSpaces(replaceAll(before, [change]));
  return { file, where: positionAt(text, use.start), before: collapseSpaces(before), after };
}

/** Span of code to show around a use, shortened to fit. */
function contextSpan(
  text: string,
  { start, end, context: [from, to] }: NameMatch,
): readonly [number, number] {
  if (to - from <= MAX_CONTEXT_LENGTH) return [from, to];
  const [lineStart, lineEnd] = lineAround(text, start);
  const fitsFromStart = end - Math.max(from, lineStart) <= MAX_CONTEXT_LENGTH;
  const first = fitsFromStart
    ? Math.max(from, lineStart)
    : Math.max(lineStart, start - MAX_CONTEXT_LENGTH / 2);
  return [first, Math.max(end, Math.min(to, lineEnd, first + MAX_CONTEXT_LENGTH))];
}

function lineAround(text: string, offset: number): readonly [start: number, end: number] {
  const end = text.indexOf('\n', offset);
  return [text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end];
}

function lineAt(text: string, offset: number): string {
  const [start, end] = lineAround(text, offset);
  const line = text.slice(start, end).trim();
  return line.length > MAX_CONTEXT_LENGTH ? `${line.slice(0, MAX_CONTEXT_LENGTH - 1)}…` : line;
}

function positionAt(text: string, offset: number): Where {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
