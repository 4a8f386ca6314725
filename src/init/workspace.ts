import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { findBundlerConfig, findBundlers } from './bundlers.ts';
import { detectStack, findPlatformConfig } from './frameworks.ts';
import { type ProjectInfo, readProject } from './project.ts';

/** Package of a workspace. */
export interface WorkspacePackage {
  /** Relative to the workspace, with forward slashes; `.` for the workspace itself. */
  readonly folder: string;
  /** `undefined` if its package.json has none. */
  readonly name: string | undefined;
  readonly isApp: boolean;
}

/**
 * Finds the packages of a workspace by its root project, sorted by folder, with the root first;
 * `undefined` for a project that is no workspace root.
 *
 * @throws {BuildError} when the package.json of a package cannot be read.
 */
export function findWorkspacePackages(root: ProjectInfo): readonly WorkspacePackage[] | undefined {
  const patterns = workspacePatterns(root);
  if (!patterns) return undefined;
  const packageGlobs = patterns.map((each) =>
    each.replace(/^(!?)(?:\.\/)?(.*?)\/*$/, (_, not, path) => `${not}${path}/package.json`),
  );
  const files = fastGlob.sync(
    packageGlobs.filter((each) => !each.startsWith('!')),
    {
      cwd: root.folder,
      ignore: [
        '**/node_modules/**',
        ...packageGlobs.filter((each) => each.startsWith('!')).map((each) => each.slice(1)),
      ],
    },
  );
  const packages = files
    .map((file) => file.slice(0, -'/package.json'.length))
    .sort()
    .map((folder): WorkspacePackage => {
      const project = readProject(join(root.folder, folder));
      const { name, isLibrary } = describePackage(project);
      return { folder, name, isApp: isApp(project, { isLibrary }) };
    });
  // The root lists the tools of all packages, so only its own configuration makes it an app.
  return [{ folder: '.', name: undefined, isApp: hasBuildConfig(root) }, ...packages];
}

function isApp(project: ProjectInfo, { isLibrary }: { readonly isLibrary: boolean }): boolean {
  const { platform, bundlers } = detectStack(project);
  return platform !== undefined || project.has('index.html') || (bundlers.length > 0 && !isLibrary);
}

function hasBuildConfig(project: ProjectInfo): boolean {
  const { platform } = detectStack(project);
  const isOfPlatform =
    platform !== undefined && findPlatformConfig(platform, project) !== undefined;
  const isOfBundler = findBundlers(project).some(
    (bundler) => bundler !== 'esbuild' && findBundlerConfig(bundler, project)?.exists,
  );
  return isOfPlatform || isOfBundler || project.has('index.html');
}

/** Name of a package; it is a library if it has an entry that others import. */
function describePackage({ packageText = '{}' }: ProjectInfo) {
  const { name, exports, main, module } = JSON.parse(packageText.replace(/^\ufeff/, ''));
  return {
    name: typeof name === 'string' ? name : undefined,
    isLibrary: [exports, main, module].some((entry) => entry !== undefined),
  };
}

/** Workspace globs of npm, yarn, bun or pnpm. */
function workspacePatterns({
  folder,
  packageText = '{}',
}: ProjectInfo): readonly string[] | undefined {
  const file = join(folder, 'pnpm-workspace.yaml');
  if (existsSync(file)) return parsePnpmPackages(readFileSync(file, 'utf8'));
  const { workspaces } = JSON.parse(packageText.replace(/^\ufeff/, ''));
  const patterns = Array.isArray(workspaces) ? workspaces : workspaces?.packages;
  return Array.isArray(patterns) ? patterns.filter((each) => typeof each === 'string') : undefined;
}

/** The list `packages` of a YAML file; `undefined` without one, as it may hold settings alone. */
function parsePnpmPackages(yaml: string): readonly string[] | undefined {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd());
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  if (start < 0) return undefined;
  const [, inlineList = ''] = /^packages\s*:\s*\[(.*)\]$/.exec(lines[start] ?? '') ?? [];
  if (inlineList !== '') return inlineList.split(',').map(unquote);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[^\s-]/.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => {
    const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? [];
    return item === undefined ? [] : unquote(item);
  });
}

function unquote(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}
