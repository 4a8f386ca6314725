import { join, resolve } from 'node:path';
import type { Program } from 'acorn';
import { parseCode } from '../../code/parse.ts';
import { type Scope, scopeOf } from '../../code/scope.ts';
import type { ResolvedConfig } from '../../config/types.ts';
import type { Where } from '../../core/diagnostics.ts';
import { identifierFromName, kebabCase } from '../../core/names.ts';
import { type Replacement, replaceAll } from '../../edit/replace.ts';
import { LAYOUTS } from '../../emit/layouts.ts';
import { MAIN_SPRITE } from '../../sprite/create.ts';
import type { CodeEdit, PlannedFile, UnsureUse } from '../model.ts';
import { findInCode } from './find-in-code.ts';
import { findInMarkup, type Language } from './find-in-markup.ts';
import { globalComponents } from './global-components.ts';
import type { Findings, Renamed, Use } from './model.ts';
import { isOurs, type Module, type Modules, openModules } from './modules.ts';
import { openPathAliases } from './path-aliases.ts';
import { readSources, type SourceFile } from './source-files.ts';

/** Uses of an icon name in the app's code, and the changed files. */
export interface FoundUses {
  readonly uses: readonly CodeEdit[];
  readonly unsure: readonly UnsureUse[];
  readonly files: readonly PlannedFile[];
}

/**
 * Finds the uses of an icon in code; uncertain ones are listed separately.
 *
 * @throws {BuildError} when a glob matches no file.
 */
export function findUses(
  globs: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  config: ResolvedConfig,
  folders: readonly string[],
): FoundUses {
  const out = resolve(config.cwd, config.out);
  const ours = [join(out, 'icons'), resolve(config.cwd, config.configFile)];
  const sources = readSources(globs, config.cwd, [out, ...ours.slice(1)]);
  const modules = modulesOf(sources, join(out, 'icons'), config.cwd);
  const renamed: Renamed = {
    ...{ from, to, fromKey: identifierFromName(from), toKey: identifierFromName(to) },
    ...{ fromId: config.prefix + from, toId: config.prefix + to },
    sprites: spritesOf(config, folders),
  };
  const everywhere = globalComponents(sources, modules);
  const found = sources.map((source) => ({
    source,
    ...findIn(source, renamed, modules, everywhere),
  }));
  return {
    uses: found.flatMap(({ source, uses }) => uses.map((use) => shown(source, use))),
    unsure: found.flatMap(({ source, unsure }) =>
      unsure.map(({ start, reason }) => ({
        ...{ file: source.file, where: whereIn(source.text ?? '', start), reason },
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

const LANGUAGES: Readonly<Record<string, Language>> = {
  ...{ html: 'html', htm: 'html', vue: 'vue', svelte: 'svelte', astro: 'astro' },
};
const NONE: Findings = { uses: [], unsure: [] };

function findIn(
  { path, text }: SourceFile,
  renamed: Renamed,
  modules: Modules,
  everywhere: ReadonlySet<string>,
): Findings {
  if (text === undefined) return { uses: [], unsure: [{ start: 0, reason: 'it is not UTF-8' }] };
  if (!text.includes(renamed.from) && !text.includes(renamed.fromKey)) return NONE;
  const language = LANGUAGES[/[^.]+$/.exec(path)?.[0].toLowerCase() ?? ''];
  const found = language
    ? findInMarkup(text, { file: path, language, everywhere }, renamed, modules)
    : findInModule(text, path, renamed, modules);
  const byPlace = (a: { readonly start: number }, b: { readonly start: number }) =>
    a.start - b.start;
  return { uses: [...found.uses].sort(byPlace), unsure: [...found.unsure].sort(byPlace) };
}

function findInModule(text: string, file: string, renamed: Renamed, modules: Modules): Findings {
  const root = parseCode(text);
  if (root)
    return findInCode({ root, file, isOurs: isOurs(root, file, modules) }, renamed, modules);
  const start = text.includes(renamed.from)
    ? text.indexOf(renamed.from)
    : text.indexOf(renamed.fromKey);
  return { uses: [], unsure: [{ start, reason: 'the code cannot be parsed' }] };
}

function modulesOf(sources: readonly SourceFile[], names: string, cwd: string): Modules {
  const byPath = new Map(
    sources.map((source) => [source.path.replace(/\.[mc]?[jt]sx?$/, ''), source] as const),
  );
  const opened = new Map<string, Module | undefined>();
  return openModules({
    names,
    aliased: openPathAliases(cwd),
    open(path) {
      const source = byPath.get(path);
      if (!source) return undefined;
      if (!opened.has(path)) opened.set(path, moduleOf(parseCode(source.text ?? '')));
      const module = opened.get(path);
      return module && { file: source.path, module };
    },
  });
}

function moduleOf(program: Program | undefined): Module | undefined {
  if (!program) return undefined;
  const scope: Scope = scopeOf(program, undefined);
  return { program, scope };
}

/** Possible file names of the sprites. */
function spritesOf({ split }: ResolvedConfig, folders: readonly string[]): ReadonlySet<string> {
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
const SHOWN = 70;

function shown({ file, text = '' }: SourceFile, use: Use): CodeEdit {
  const [start, end] = spanShown(text, use);
  const change: Replacement = { start: use.start - start, end: use.end - start, text: use.text };
  const before = text.slice(start, end);
  const flat = (code: string) => code.replace(/\s+/g, ' ');
  const after = flat(replaceAll(before, [change]));
  return { file, where: whereIn(text, use.start), before: flat(before), after };
}

/** Span of code to show around a use, shortened to fit. */
function spanShown(
  text: string,
  { start, end, shown: [from, to] }: Use,
): readonly [number, number] {
  if (to - from <= SHOWN) return [from, to];
  const [lineStart, lineEnd] = lineAround(text, start);
  const isRoom = end - Math.max(from, lineStart) <= SHOWN;
  const first = isRoom ? Math.max(from, lineStart) : Math.max(lineStart, start - SHOWN / 2);
  return [first, Math.max(end, Math.min(to, lineEnd, first + SHOWN))];
}

function lineAround(text: string, offset: number): readonly [start: number, end: number] {
  const end = text.indexOf('\n', offset);
  return [text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end];
}

function lineAt(text: string, offset: number): string {
  const [start, end] = lineAround(text, offset);
  const line = text.slice(start, end).trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

function whereIn(text: string, offset: number): Where {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
