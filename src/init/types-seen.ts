import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { addToList, hasValueAt, stringsAt } from '../edit/add-to-json.ts';
import { firstOf, type Project } from './project.ts';

/** TypeScript configurations of an app's source, the most likely first. */
const CONFIGS = ['tsconfig.app.json', 'tsconfig.json', 'jsconfig.json'];

/** Path of the types that the plugin writes for a project's icon names. */
export function typesFile({ has }: Project): string {
  return has('src') ? 'src/iconloom.d.ts' : 'iconloom.d.ts';
}

interface TypesChange {
  /** Path relative to the project. */
  readonly file: string;
  readonly before: string;
  readonly contents: string;
}

/** Adds a file to TypeScript's configuration; `undefined` if not needed, or not certain. */
export function seeTypes(project: Project, types: string): TypesChange | undefined {
  const file = firstOf(project, CONFIGS);
  if (file === undefined) return undefined;
  const text = readFileSync(join(project.folder, file), 'utf8');
  const include = stringsAt(text, ['include']);
  if (include && !matches(include, types)) return added(file, text, 'include', types);
  const files = stringsAt(text, ['files']);
  const isClosed = !include && !hasValueAt(text, ['extends']) && files && files.length > 0;
  return isClosed && !files.includes(types) ? added(file, text, 'files', types) : undefined;
}

function added(file: string, text: string, key: string, types: string): TypesChange | undefined {
  const contents = addToList(text, [key], types);
  return contents === undefined ? undefined : { file, before: text, contents };
}

function matches(patterns: readonly string[], file: string): boolean {
  return patterns
    .map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, ''))
    .some((pattern) => {
      const isFolder = !/\.\w+$|\*$/.test(pattern);
      return file === pattern || picomatch.isMatch(file, isFolder ? `${pattern}/**` : pattern);
    });
}
