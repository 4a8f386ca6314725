import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { bundlerConfig, findBundlers } from './bundlers.ts';
import { detect, platformConfig } from './frameworks.ts';
import { lookAtProject, type Project } from './project.ts';

/** Package of a workspace. */
export interface Member {
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
export function findMembers(root: Project): readonly Member[] | undefined {
  const patterns = workspacePatterns(root);
  if (!patterns) return undefined;
  const wanted = patterns.map((each) =>
    each.replace(/^(!?)(?:\.\/)?(.*?)\/*$/, (_, not, path) => `${not}${path}/package.json`),
  );
  const files = fastGlob.sync(
    wanted.filter((each) => !each.startsWith('!')),
    {
      cwd: root.folder,
      ignore: [
        '**/node_modules/**',
        ...wanted.filter((each) => each.startsWith('!')).map((each) => each.slice(1)),
      ],
    },
  );
  const members = files
    .map((file) => file.slice(0, -'/package.json'.length))
    .sort()
    .map((folder): Member => {
      const project = lookAtProject(join(root.folder, folder));
      const { name, isLibrary } = describe(project);
      return { folder, name, isApp: isApp(project, isLibrary) };
    });
  // The root lists the tools of all packages, so only its own configuration makes it an app.
  return [{ folder: '.', name: undefined, isApp: hasOwnConfig(root) }, ...members];
}

function isApp(project: Project, isLibrary: boolean): boolean {
  const { platform, bundlers } = detect(project);
  return platform !== undefined || project.has('index.html') || (bundlers.length > 0 && !isLibrary);
}

function hasOwnConfig(project: Project): boolean {
  const { platform } = detect(project);
  const isOfPlatform = platform !== undefined && platformConfig(platform, project) !== undefined;
  const isOfBundler = findBundlers(project).some(
    (bundler) => bundler !== 'esbuild' && bundlerConfig(bundler, project)?.exists,
  );
  return isOfPlatform || isOfBundler || project.has('index.html');
}

/** Name of a package; it is a library if it has an entry that others import. */
function describe({ packageText = '{}' }: Project) {
  const { name, exports, main, module } = JSON.parse(packageText.replace(/^\ufeff/, ''));
  return {
    name: typeof name === 'string' ? name : undefined,
    isLibrary: [exports, main, module].some((entry) => entry !== undefined),
  };
}

/** Workspace globs of npm, yarn, bun or pnpm. */
function workspacePatterns({ folder, packageText = '{}' }: Project): readonly string[] | undefined {
  const file = join(folder, 'pnpm-workspace.yaml');
  if (existsSync(file)) return packagesIn(readFileSync(file, 'utf8'));
  const { workspaces } = JSON.parse(packageText.replace(/^\ufeff/, ''));
  const patterns = Array.isArray(workspaces) ? workspaces : workspaces?.packages;
  return Array.isArray(patterns) ? patterns.filter((each) => typeof each === 'string') : undefined;
}

/** The list `packages` of a YAML file; `undefined` without one, as it may hold settings alone. */
function packagesIn(yaml: string): readonly string[] | undefined {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd());
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  if (start < 0) return undefined;
  const [, inLine = ''] = /^packages\s*:\s*\[(.*)\]$/.exec(lines[start] ?? '') ?? [];
  if (inLine !== '') return inLine.split(',').map(unquoted);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[^\s-]/.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => {
    const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? [];
    return item === undefined ? [] : unquoted(item);
  });
}

function unquoted(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}
