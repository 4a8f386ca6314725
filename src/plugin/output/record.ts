import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Icon } from '../../core/types.ts';
import { cacheFolder } from '../../node/cache/folder.ts';
import { writeWhole } from '../../node/files.ts';
import type { Project } from '../project.ts';
import type { SpriteFile } from './files.ts';

/** What a client build wrote, for the server build of the same app. */
export interface ClientRecord {
  /** The process that built. */
  readonly pid: number;
  readonly isInline: boolean;
  /** Public path; missing where only the browser knows. */
  readonly base?: string;
  readonly sprites: readonly {
    readonly name: string;
    readonly fileName: string;
    readonly icons: readonly string[];
  }[];
}

/** What a server build needs, for a client build that comes after it in the same process. */
interface ServerRecord {
  readonly pid: number;
  readonly names: readonly string[];
  readonly fileNames: readonly string[];
}

/** Whose record it is; builds that keep all icons, while developing, have one of their own. */
type RecordOf = 'client' | 'client-development' | 'server';

/** Where records of a project are kept: one for each project and options. */
export function recordFile({ root, settings }: Project, of: RecordOf): string {
  const { config, fileName, base } = settings;
  const { inputs, exclude, prefix, split } = config;
  const about = JSON.stringify([root, inputs, exclude, prefix, split, fileName, base]);
  const key = createHash('sha256').update(about).digest('hex').slice(0, 16);
  return join(cacheFolder(root), `${of}-${key}.json`);
}

/** What a client build has made. */
interface ClientBuild {
  readonly sprites: readonly SpriteFile[];
  readonly isInline: boolean;
  readonly base: string | undefined;
  /** Whether it is one of those that keep all icons. */
  readonly keepsAll: boolean;
}

/**
 * Keeps what a client build wrote.
 *
 * @throws {BuildError} when a server build of this process has linked to sprites of before.
 */
export function keepClient(project: Project, build: ClientBuild): void {
  const { sprites, isInline, base, keepsAll } = build;
  keep(clientFile(project, keepsAll), {
    ...{ pid: process.pid, isInline },
    ...(base !== undefined && { base }),
    sprites: sprites.map(({ sprite, fileName }) => ({
      name: sprite.name,
      fileName,
      icons: sprite.icons.map(({ name }) => name),
    })),
  } satisfies ClientRecord);
  const server = keepsAll ? undefined : serverBefore(project);
  const written = sprites.map(({ fileName }) => fileName);
  const gone = server?.fileNames.filter((fileName) => !written.includes(fileName)) ?? [];
  if (gone.length === 0 || isInline) return;
  const args = { before: gone.join(', '), after: written.join(', ') };
  throw new BuildError([
    diagnose('client-build-later', { file: project.settings.config.configFile, args }),
  ]);
}

/** `undefined` where there was no client build. */
export function clientBuild(project: Project, keepsAll: boolean): ClientRecord | undefined {
  return read<ClientRecord>(clientFile(project, keepsAll));
}

/** @param keepsAll whether it is of builds that keep all icons */
export function clientFile(project: Project, keepsAll: boolean): string {
  return recordFile(project, keepsAll ? 'client-development' : 'client');
}

/** Keeps what a server build needs of a client build. */
export function keepServer(
  project: Project,
  sprites: readonly SpriteFile[],
  icons: readonly Icon[],
): void {
  keep(recordFile(project, 'server'), {
    pid: process.pid,
    names: icons.map(({ name }) => name),
    fileNames: sprites.map(({ fileName }) => fileName),
  } satisfies ServerRecord);
}

/** Names of icons that the server build before this build, in the same process, needs. */
export function neededByServer(project: Project): readonly string[] {
  return serverBefore(project)?.names ?? [];
}

function serverBefore(project: Project): ServerRecord | undefined {
  const record = read<ServerRecord>(recordFile(project, 'server'));
  return record?.pid === process.pid ? record : undefined;
}

/** A folder that nobody may write to must not stop builds that have no other side. */
function keep(path: string, record: object): void {
  try {
    writeWhole(path, `${JSON.stringify(record)}\n`);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
  }
}

function read<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
