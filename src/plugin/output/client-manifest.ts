import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Icon } from '../../core/types.ts';
import { cacheFolder } from '../../node/cache/folder.ts';
import { writeFileAtomic } from '../../node/files.ts';
import type { PluginProject } from '../project.ts';
import type { RenderedSprite } from './sprite-files.ts';

/** Output of a client build, for the server build of the same app. */
export interface ClientManifest {
  /** The process that built. */
  readonly pid: number;
  readonly isInline: boolean;
  /** Public path; missing if it is only known in the browser. */
  readonly base?: string;
  readonly sprites: readonly RecordedSprite[];
}

/** A sprite that a build wrote. */
export interface RecordedSprite {
  readonly name: string;
  readonly fileName: string;
  /** Names of its icons. */
  readonly icons: readonly string[];
}

/** Icons that server builds of one run need from a client build that comes after them. */
interface ServerManifest {
  readonly pid: number;
  /** The process that started it, which may start others of the same run. */
  readonly parent: number;
  /** Entries by the key of the build. */
  readonly builds: Readonly<Record<string, ServerBuildEntry>>;
}

interface ServerBuildEntry {
  readonly isInline: boolean;
  /** True if the client is built after it, in any process. */
  readonly isFirst: boolean;
  /** True if it wrote the sprites. */
  readonly isOwn: boolean;
  /** Names of all icons that it uses, also of those in the page. */
  readonly names: readonly string[];
  readonly sprites: readonly RecordedSprite[];
}

/** Build that a manifest belongs to; development builds, which keep all icons, have their own. */
type ManifestKind = 'client' | 'client-development' | 'server';

/** Path of a manifest: one for each project and options. */
export function manifestFile({ root, settings }: PluginProject, kind: ManifestKind): string {
  const { config, fileName, base } = settings;
  const { inputs, exclude, prefix, split } = config;
  const identity = JSON.stringify([root, inputs, exclude, prefix, split, fileName, base]);
  const key = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  return join(cacheFolder(root), `${kind}-${key}.json`);
}

/** Result of a client build. */
interface ClientBuildResult {
  readonly sprites: readonly RenderedSprite[];
  readonly isInline: boolean;
  readonly base: string | undefined;
  /** True for development builds, which keep all icons. */
  readonly keepsAll: boolean;
}

/**
 * Saves the output of a client build.
 *
 * @throws {BuildError} when an earlier server build links to sprites that this build did not write.
 */
export function saveClientManifest(project: PluginProject, build: ClientBuildResult): void {
  const { sprites, isInline, base, keepsAll } = build;
  writeManifest(clientManifestFile(project, { keepsAll }), {
    pid: process.pid,
    isInline,
    ...(base !== undefined && { base }),
    sprites: sprites.map(toRecordedSprite),
  } satisfies ClientManifest);
  const servers = keepsAll
    ? []
    : precedingServerBuilds(project).filter((each) => !hasSeparateSprites(each));
  const server = servers.find((each) => !matchesServerBuild(each, build, project));
  if (!server) return;
  const files = (all: readonly { readonly fileName: string }[]) =>
    all.map(({ fileName }) => fileName).join(', ');
  const inPage = 'a sprite in the page';
  const args = {
    before: server.isInline ? inPage : files(server.sprites),
    after: isInline ? inPage : files(sprites) || 'no sprite',
  };
  throw new BuildError([
    diagnose('client-build-later', { file: project.settings.config.configFile, args }),
  ]);
}

/** Checks that each icon is in the file that a server build links to; deleted icons are ignored. */
function matchesServerBuild(
  server: ServerBuildEntry,
  { sprites, isInline }: ClientBuildResult,
  project: PluginProject,
) {
  if (server.isInline || isInline) return server.isInline === isInline || !server.isFirst;
  return server.sprites.every(({ fileName, icons }) => {
    const written = sprites.find((each) => each.fileName === fileName);
    const known = icons.filter((name) => project.catalog().icon(name)?.name === name);
    if (!written) return known.length === 0;
    const names = new Set(written.sprite.icons.map(({ name }) => name));
    return known.every((name) => names.has(name));
  });
}

function toRecordedSprite({ sprite, fileName }: RenderedSprite): RecordedSprite {
  return { name: sprite.name, fileName, icons: sprite.icons.map(({ name }) => name) };
}

/** Manifest of the last client build; `undefined` if there was none. */
export function readClientManifest(
  project: PluginProject,
  options: BuildKind = {},
): ClientManifest | undefined {
  return readManifest<ClientManifest>(clientManifestFile(project, options));
}

/** Kind of a client build. */
export interface BuildKind {
  /** True for development builds, which keep all icons. Default: false. */
  readonly keepsAll?: boolean;
}

/** Absolute path of the manifest of client builds. */
export function clientManifestFile(
  project: PluginProject,
  { keepsAll = false }: BuildKind = {},
): string {
  return manifestFile(project, keepsAll ? 'client-development' : 'client');
}

/** Result of a server build. */
interface ServerBuildResult {
  readonly sprites: readonly RenderedSprite[];
  /** All icons that it uses. */
  readonly icons: readonly Icon[];
  readonly isInline: boolean;
  readonly isFirst: boolean;
  readonly isOwn: boolean;
}

/**
 * Saves the icons that a server build needs from a client build.
 *
 * @param build key of the build among the server builds of one process
 */
export function saveServerManifest(
  project: PluginProject,
  build: string,
  result: ServerBuildResult,
): void {
  const { sprites, icons, isInline, isFirst, isOwn } = result;
  const names = icons.map(({ name }) => name);
  const before = readServerManifest(project);
  writeManifest(manifestFile(project, 'server'), {
    pid: process.pid,
    parent: process.ppid,
    builds: {
      ...(before && isSameRun(before) && before.builds),
      [build]: { isInline, isFirst, isOwn, names, sprites: sprites.map(toRecordedSprite) },
    },
  } satisfies ServerManifest);
}

/**
 * Checks that the last server build came before its client build. A client build that followed does
 * not change the order of the next builds.
 */
export function wasServerBuiltFirst(project: PluginProject): boolean {
  return Object.values(readServerManifest(project)?.builds ?? {}).some(({ isFirst }) => isFirst);
}

/** Checks that a server build of this process wrote its own sprites, and will again. */
export function hasOwnSprites(project: PluginProject, build: string): boolean {
  const manifest = readServerManifest(project);
  return manifest?.pid === process.pid && manifest.builds[build]?.isOwn === true;
}

/** Names of icons that the client build has to put into its sprite for servers. */
export function iconsNeededByServer(project: PluginProject): readonly string[] {
  const servers = precedingServerBuilds(project).filter((each) => !hasSeparateSprites(each));
  return [...new Set(servers.flatMap(({ names }) => names))];
}

/** Sprites that server builds wrote and link to, in addition to those of the client. */
export function readServerSprites(project: PluginProject): readonly RecordedSprite[] {
  const manifest = readServerManifest(project);
  if (!manifest || !isSameRun(manifest)) return [];
  return Object.values(manifest.builds)
    .filter(hasSeparateSprites)
    .flatMap(({ sprites }) => sprites);
}

/** Checks that a manifest is of this process or a sibling: some frameworks build in one for each environment. */
function isSameRun({ pid, parent }: ServerManifest): boolean {
  return pid === process.pid || (parent === process.ppid && parent > 1);
}

/** Checks that sprites of a server build are separate files from those of the client. */
function hasSeparateSprites({ isOwn, isFirst }: ServerBuildEntry): boolean {
  return isOwn && !isFirst;
}

/** Last server builds, if this build follows them. */
function precedingServerBuilds(project: PluginProject): readonly ServerBuildEntry[] {
  const manifest = readServerManifest(project);
  if (!manifest) return [];
  const isHere = manifest.pid === process.pid;
  return Object.values(manifest.builds).filter(({ isFirst }) => isFirst || isHere);
}

function readServerManifest(project: PluginProject): ServerManifest | undefined {
  const manifest = readManifest<ServerManifest>(manifestFile(project, 'server'));
  const builds = Object.values(manifest?.builds ?? {});
  const isComplete = builds.every(
    (each) => Array.isArray(each?.names) && Array.isArray(each.sprites),
  );
  return manifest?.builds && isComplete ? manifest : undefined;
}

/** Writes a manifest. A read-only folder must not stop builds of a single environment. */
function writeManifest(path: string, manifest: object): void {
  try {
    writeFileAtomic(path, `${JSON.stringify(manifest)}\n`);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
  }
}

function readManifest<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
