import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { UserConfig } from '../../src/config/types.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { BuildError } from '../../src/core/errors.ts';
import { type BuildOptions, type BuildResult, build } from '../../src/pipeline/build.ts';

/** Contents by path, with forward slashes. */
export type Tree = Readonly<Record<string, string>>;

export interface BuildCase {
  /** Files to put into a new folder, in this order. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly config?: UserConfig;
  readonly options?: BuildOptions;
  /** `file code` of each problem expected, in order. Default: none. */
  readonly diagnostics?: readonly string[];
  /** Folder of an earlier case, to build there again. Default: a new one. */
  readonly cwd?: string;
}

export interface BuiltCase {
  readonly cwd: string;
  /** What the output folder holds afterwards. */
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
  /** The result; `undefined` when the build threw a BuildError. */
  readonly result: BuildResult | undefined;
  readonly error: BuildError | undefined;
}

/** Builds in a temporary folder; any problem that is not expected fails the test. */
export async function testBuild(buildCase: BuildCase): Promise<BuiltCase> {
  const { files = {}, config = {}, options = {}, diagnostics: expected = [] } = buildCase;
  const cwd = buildCase.cwd ?? temporaryFolder();
  writeTree(cwd, files);
  let result: BuildResult | undefined;
  let error: BuildError | undefined;
  try {
    result = await build(config, { cwd, ...options });
  } catch (thrown) {
    if (!(thrown instanceof BuildError)) throw thrown;
    error = thrown;
  }
  // No problems of an icon: any that is wide and has a gradient, or keeps its colors, has them.
  const diagnostics = ((error ?? result)?.diagnostics ?? []).filter(
    ({ code }) => code !== 'image-snapped' && code !== 'colors-kept',
  );
  expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual(expected);
  return { cwd, tree: readTree(join(cwd, config.out ?? 'dist')), diagnostics, result, error };
}

/** A new empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeTree(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/** All files below a folder, sorted by path; empty where the folder is missing. */
export function readTree(folder: string): Tree {
  const paths = (() => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
  })()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

/** A drawing with one square of the side given, so that drawings differ. */
export function square(side: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h${side}v${side}H0z"/></svg>\n`;
}

/** Names of the icons of a manifest in a tree. */
export function namesIn(tree: Tree): readonly string[] {
  return Object.keys(JSON.parse(tree['manifest.json'] ?? '{"icons":{}}').icons);
}
