import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Program } from 'acorn';
import { parseCode } from '../code/parse.ts';
import { byCodeUnit } from '../core/names.ts';
import { type Replacement, replaceAll } from '../edit/replace.ts';
import type { ProjectInfo } from '../init/project.ts';
import { displayPath } from '../node/display-path.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { loadPathAliases } from '../rename/code/path-aliases.ts';
import type { CodeEdit, FileChange } from '../rename/model.ts';
import type { ManualStep } from './model.ts';

/** Icons of a set that an app imports individually. */
interface SetInput {
  readonly from: string;
  readonly folder: string;
  readonly icons: Set<string>;
}

/** iconloom options that replace those of a project's tools. */
interface MigratedSettings {
  /** Folders, relative to the project. */
  readonly folders: Set<string>;
  /** Icon sets by prefix. */
  readonly sets: Map<string, SetInput>;
  readonly ids: Set<string>;
  /** Other options and their values. */
  readonly options: Map<string, string>;
}

/** Project whose migration is planned, with the changes so far. */
export interface Workspace {
  /** Absolute path. */
  readonly cwd: string;
  readonly project: ProjectInfo;
  readonly codeFiles: readonly CodeFile[];
  readonly settings: MigratedSettings;
  /** Files that get the iconloom plugin. */
  readonly filesWithPlugin: Set<string>;
  /** Syntax tree of a file; `undefined` if it cannot be parsed. */
  readonly parseFile: (source: CodeFile) => Program | undefined;
  /** Replaces a span of a file. */
  readonly replace: (source: CodeFile, replacement: Replacement) => void;
  /** Tests whether the code at an offset is replaced. */
  readonly isReplaced: (source: CodeFile, offset: number) => boolean;
  /** Adds a place that a person has to change. */
  readonly addManualStep: (
    source: CodeFile,
    offset: number,
    step: Pick<ManualStep, 'reason' | 'instead'>,
  ) => void;
  /** Resolves an import to a file; `undefined` for a package. */
  readonly resolveImport: (source: string, importer: string) => string | undefined;
  /** Changes a text after all replacements. @param about addition, as a noun */
  readonly editAfterwards: (
    source: CodeFile,
    about: string,
    change: (text: string) => Promise<string>,
  ) => void;
  /** Adds a step for a person after the migration. */
  readonly addNextStep: (sentence: string) => void;
}

/** Planned changes of a workspace. */
export interface MigrationChanges {
  readonly files: readonly FileChange[];
  /** Additions to files besides changes in code. */
  readonly added: readonly { readonly file: string; readonly about: string }[];
  readonly edits: readonly CodeEdit[];
  readonly manual: readonly ManualStep[];
  readonly next: readonly string[];
}

/** Characters of code to show. */
const MAX_LINE_LENGTH = 110;

export function openWorkspace(
  project: ProjectInfo,
  codeFiles: readonly CodeFile[],
): { readonly workspace: Workspace; readonly collectChanges: () => Promise<MigrationChanges> } {
  const cwd = project.folder;
  const programs = new Map<CodeFile, Program | undefined>();
  const replacements = new Map<CodeFile, Replacement[]>();
  const manual: ManualStep[] = [];
  const next: string[] = [];
  const pendingEdits = new Map<
    CodeFile,
    { about: string; change: (text: string) => Promise<string> }
  >();
  const resolveAlias = loadPathAliases(cwd);

  const workspace: Workspace = {
    cwd,
    project,
    codeFiles,
    filesWithPlugin: new Set(),
    settings: { folders: new Set(), sets: new Map(), ids: new Set(), options: new Map() },
    parseFile(source) {
      if (!programs.has(source)) programs.set(source, parseCode(source.text ?? ''));
      return programs.get(source);
    },
    replace(source, replacement) {
      const existing = replacements.get(source) ?? [];
      const isDuplicate = existing.some(
        ({ start, end }) => start === replacement.start && end === replacement.end,
      );
      if (!isDuplicate) replacements.set(source, [...existing, replacement]);
    },
    isReplaced: (source, offset) =>
      (replacements.get(source) ?? []).some(({ start, end }) => start <= offset && offset < end),
    addManualStep(source, offset, step) {
      const text = source.text ?? '';
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const line = text.slice(0, start).split('\n').length;
      const where = { line, column: offset - start + 1 };
      const isDuplicate = ({ file, where: at, reason }: ManualStep) =>
        file === source.file && at.line === line && reason === step.reason;
      if (manual.some(isDuplicate)) return;
      manual.push({ file: source.file, where, text: lineAt(text, offset), ...step });
    },
    resolveImport(source, importer) {
      const path = source.replace(/[?#].*$/, '');
      if (path.startsWith('.')) return resolve(dirname(importer), path);
      if (path.startsWith('/')) return resolve(cwd, `.${path}`);
      const [first] = resolveAlias(path);
      if (first !== undefined) return first;
      return /^[@~]\//.test(path) ? resolve(cwd, 'src', path.slice(2)) : undefined;
    },
    editAfterwards: (source, about, change) => void pendingEdits.set(source, { about, change }),
    addNextStep: (sentence) => void (next.includes(sentence) || next.push(sentence)),
  };
  return {
    workspace,
    async collectChanges() {
      const touched = [...new Set([...replacements.keys(), ...pendingEdits.keys()])];
      const changed = touched.map((source) => ({
        source,
        list: [...(replacements.get(source) ?? [])].sort((a, b) => a.start - b.start),
      }));
      const files: FileChange[] = [];
      const added: { readonly file: string; readonly about: string }[] = [];
      for (const { source, list } of changed) {
        const replaced = replaceAll(source.text ?? '', list);
        const { about = '', change } = pendingEdits.get(source) ?? {};
        const text = change ? await change(replaced) : replaced;
        if (text !== replaced) added.push({ file: source.file, about });
        if (text === source.text) continue;
        files.push({ file: source.file, before: source.bytes, after: Buffer.from(text) });
      }
      return {
        files,
        added,
        edits: changed.flatMap(({ source, list }) => editsOf(source, list)),
        manual: manual.sort((a, b) => byCodeUnit(a.file, b.file) || a.where.line - b.where.line),
        next,
      };
    },
  };
}

/** Changed lines before and after; adjacent lines are one change. */
function editsOf({ file, text = '' }: CodeFile, list: readonly Replacement[]): readonly CodeEdit[] {
  const groups: { start: number; end: number; list: Replacement[] }[] = [];
  for (const each of list) {
    const start = text.lastIndexOf('\n', each.start - 1) + 1;
    const newline = text.indexOf('\n', Math.max(each.end - 1, each.start));
    const end = newline < 0 ? text.length : newline;
    const last = groups.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.list.push(each);
    } else groups.push({ start, end, list: [each] });
  }
  return groups.map(({ start, end, list: groupReplacements }) => {
    const before = text.slice(start, end);
    const shifted = groupReplacements.map((each) => {
      return { start: each.start - start, end: Math.min(each.end, end) - start, text: each.text };
    });
    const where = { line: text.slice(0, start).split('\n').length, column: 1 };
    return {
      file,
      where,
      before: toSingleLine(before),
      after: toSingleLine(replaceAll(before, shifted)),
    };
  });
}

function toSingleLine(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH - 1)}…` : line;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return toSingleLine(
    text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end),
  );
}

/** Path relative to the project, as in options and imports. */
export function projectPath(path: string, { cwd }: Pick<Workspace, 'cwd'>): string {
  return displayPath(path, cwd);
}

/** Reads a file that is not part of the app's code, such as an SVG or a configuration. */
export function readProjectFile(file: string, cwd: string): CodeFile | undefined {
  const path = resolve(cwd, file);
  try {
    const bytes = readFileSync(path);
    return { path, file: displayPath(path, cwd), bytes, text: bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}
