/** Conditions for resolving source files: those of an import in Node. */
const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'module-sync', 'default']);

/**
 * Resolves a subpath of a package as Node does: `./svg` → `./src/svg`. `null` if the package blocks
 * it, `undefined` if it does not export it.
 *
 * @param exports the field of package.json
 * @param subpath `.` or a path that begins with `./`
 */
export function exportedPath(exports: unknown, subpath: string): string | null | undefined {
  const table = tableOf(exports);
  const exact = Object.hasOwn(table, subpath) && !subpath.includes('*');
  if (exact) return targetOf(table[subpath], '');
  const key = Object.keys(table)
    .filter((each) => matches(each, subpath))
    .sort(bySpecificity)[0];
  if (key === undefined) return undefined;
  const [before = '', after = ''] = key.split('*');
  return targetOf(table[key], subpath.slice(before.length, subpath.length - after.length));
}

/** Normalizes `exports`: a single target is the entry `.`. */
function tableOf(exports: unknown): Readonly<Record<string, unknown>> {
  if (exports === undefined || exports === null) return {};
  const isTable = isRecord(exports) && Object.keys(exports).every((key) => key.startsWith('.'));
  return isTable ? exports : { '.': exports };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function matches(key: string, subpath: string): boolean {
  const [before = '', after, ...others] = key.split('*');
  return (
    after !== undefined &&
    others.length === 0 &&
    subpath.startsWith(before) &&
    subpath.endsWith(after) &&
    subpath.length >= key.length
  );
}

/** Compares keys: longest prefix first, then longest key. */
function bySpecificity(a: string, b: string): number {
  return b.indexOf('*') - a.indexOf('*') || b.length - a.length;
}

/** @param part replacement for `*` */
function targetOf(target: unknown, part: string): string | null | undefined {
  if (target === null) return null;
  if (typeof target === 'string') {
    const path = target.replaceAll('*', () => part);
    const isBelow = path.startsWith('./') && !path.split('/').some((each) => each === '..');
    return isBelow ? path : undefined;
  }
  if (Array.isArray(target)) {
    const found = target.map((each) => targetOf(each, part));
    return found.find((each) => typeof each === 'string') ?? found[0];
  }
  if (!isRecord(target)) return undefined;
  for (const [condition, value] of Object.entries(target)) {
    if (!CONDITIONS.has(condition)) continue;
    const found = targetOf(value, part);
    if (found !== undefined) return found;
  }
  return undefined;
}
