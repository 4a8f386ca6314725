import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  child,
  children,
  keyOf,
  parseJson,
  propertyValue,
  type SyntaxNode,
  stringOf,
} from '../../edit/parse.ts';

interface PathAlias {
  readonly before: string;
  readonly after: string;
  /** Targets, absolute; the text that matches the star goes between the two parts. */
  readonly to: readonly (readonly [before: string, after: string])[];
}

const TSCONFIG_FILES = ['tsconfig.json', 'jsconfig.json', 'tsconfig.app.json'];
/** Longest chain of `extends`. */
const MAX_DEPTH = 10;

/** Resolves module names by `paths` of a project's TypeScript configuration. */
export function loadPathAliases(cwd: string): (source: string) => readonly string[] {
  const aliases = TSCONFIG_FILES.flatMap((name) => readAliases(resolve(cwd, name), 0));
  return (source) =>
    aliases.flatMap(({ before, after, to }) => {
      const isMatch =
        source.length >= before.length + after.length &&
        source.startsWith(before) &&
        source.endsWith(after);
      if (!isMatch) return [];
      const star = source.slice(before.length, source.length - after.length);
      return to.map(([start, end]) => start + star + end);
    });
}

function readAliases(path: string, depth: number): readonly PathAlias[] {
  const root = readJson(path);
  if (!root || depth > MAX_DEPTH) return [];
  const options = propertyValue(root, 'compilerOptions');
  const base = stringOf(options && propertyValue(options, 'baseUrl')) ?? '.';
  const paths = options && propertyValue(options, 'paths');
  const aliases = children(paths ?? root, paths ? 'properties' : '').flatMap((property) => {
    const [before = '', after = ''] = (keyOf(property) ?? '').split('*');
    const targets = children(child(property, 'value') ?? property, 'elements');
    const to = targets.flatMap((each) => {
      const target = stringOf(each);
      if (target === undefined) return [];
      const [start = '', end = ''] = resolve(dirname(path), base, target).split('*');
      return [[start, end] as const];
    });
    return keyOf(property) === undefined ? [] : [{ before, after, to }];
  });
  if (aliases.length > 0) return aliases;
  const extended = propertyValue(root, 'extends');
  const parents =
    extended?.type === 'ArrayExpression' ? children(extended, 'elements') : [extended];
  return parents.flatMap((parent) => {
    const name = stringOf(parent);
    if (name === undefined || !name.startsWith('.')) return [];
    const target = resolve(dirname(path), name);
    return readAliases(target.endsWith('.json') ? target : `${target}.json`, depth + 1);
  });
}

function readJson(path: string): SyntaxNode | undefined {
  try {
    return parseJson(readFileSync(path, 'utf8'))?.root;
  } catch {
    return undefined;
  }
}
