import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { addToList, hasValueAt, stringsAt } from '../edit/add-to-json.ts';
import { firstExisting, type ProjectInfo } from './project.ts';

/** TypeScript configurations of an app's source, the most likely first. */
const TSCONFIG_FILES = ['tsconfig.app.json', 'tsconfig.json', 'jsconfig.json'];

/** Path of the types that the plugin writes for a project's icon names. */
export function typesFile({ has }: ProjectInfo): string {
  return has('src') ? 'src/iconloom.d.ts' : 'iconloom.d.ts';
}

interface TsconfigChange {
  /** Path relative to the project. */
  readonly file: string;
  readonly before: string;
  readonly contents: string;
}

/** Adds a file to TypeScript's configuration; `undefined` if not needed, or not certain. */
export function includeTypes(project: ProjectInfo, types: string): TsconfigChange | undefined {
  const file = firstExisting(project, TSCONFIG_FILES);
  if (file === undefined) return undefined;
  const text = readFileSync(join(project.folder, file), 'utf8');
  const include = stringsAt(text, ['include']);
  if (include && !isIncluded(include, types)) return addToConfig(file, text, 'include', types);
  const files = stringsAt(text, ['files']);
  const listsFilesOnly = !include && !hasValueAt(text, ['extends']) && files && files.length > 0;
  return listsFilesOnly && !files.includes(types)
    ? addToConfig(file, text, 'files', types)
    : undefined;
}

function addToConfig(
  file: string,
  text: string,
  key: string,
  types: string,
): TsconfigChange | undefined {
  const contents = addToList(text, [key], types);
  return contents === undefined ? undefined : { file, before: text, contents };
}

function isIncluded(patterns: readonly string[], file: string): boolean {
  return patterns
    .map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, ''))
    .some((pattern) => {
      const isFolder = !/\.\w+$|\*$/.test(pattern);
      return file === pattern || picomatch.isMatch(file, isFolder ? `${pattern}/**` : pattern);
    });
}
