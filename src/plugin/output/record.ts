import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../node/cache/folder.ts';
import { writeWhole } from '../../node/files.ts';
import type { Project } from '../project.ts';
import type { Rendering } from './render.ts';

/** What a client build wrote, for the server build of the same app. */
export interface ClientRecord {
  readonly isInline: boolean;
  readonly sprites: readonly {
    readonly name: string;
    readonly fileName: string;
    readonly icons: readonly string[];
  }[];
}

/** Where the record of a project is kept: one for each project and options. */
export function recordFile({ root, settings }: Project): string {
  const { config, fileName, base } = settings;
  const { inputs, exclude, prefix, split } = config;
  const about = JSON.stringify([root, inputs, exclude, prefix, split, fileName, base]);
  const key = createHash('sha256').update(about).digest('hex').slice(0, 16);
  return join(cacheFolder(root), `client-${key}.json`);
}

export function writeRecord(project: Project, { sprites, uses }: Rendering): void {
  const record: ClientRecord = {
    isInline: uses.isInline,
    sprites: sprites.map(({ sprite, fileName }) => ({
      name: sprite.name,
      fileName,
      icons: sprite.icons.map(({ name }) => name),
    })),
  };
  writeWhole(recordFile(project), `${JSON.stringify(record)}\n`);
}

/** `undefined` where there was no client build. */
export function readRecord(project: Project): ClientRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(project), 'utf8'));
  } catch {
    return undefined;
  }
}
