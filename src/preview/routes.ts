import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Icon } from '../core/types.ts';
import { emitSvg, standaloneSvg } from '../emit/svg.ts';
import { type Answer, json, notFound, svg } from './answer.ts';
import { SPRITES, versionOf } from './live-data.ts';
import { type Desk, lookAt } from './look.ts';
import { renameIcon } from './rename.ts';
import { readLook, readRename, readSave } from './requests.ts';
import { saveIcon } from './save.ts';
import type { SetState } from './set-state.ts';

type Said = Readonly<Record<string, unknown>>;

/** Headers of immutable files: other contents have another URL. */
const KEPT = { 'cache-control': 'private, max-age=31536000, immutable' };

/** Answers GET requests; `undefined` for other paths. */
export async function answerGet(
  path: string,
  query: URLSearchParams,
  desk: Desk,
): Promise<Answer | undefined> {
  const state = desk.set.now();
  if (path === 'api/catalog') return json(desk.live.all(state));
  if (path === 'api/changes') return json(desk.live.since(query.get('since') ?? '', state));
  if (path.startsWith(SPRITES)) {
    return spriteAt(decoded(path.slice(SPRITES.length)), query.get('v') ?? '', state);
  }
  const [, key] = /^api\/look\/([0-9a-f]+)\.svg$/.exec(path) ?? [];
  if (key !== undefined) {
    const found = desk.looks.get(key);
    return found === undefined
      ? notFound('This preview has expired. Open the drawing again.')
      : svg(found, KEPT);
  }
  const [, name, side] = /^api\/icon\/([^/]+)\/(before|after)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const icon = state.icons.find((each) => each.name === decoded(name));
  if (!icon) return notFound(`There is no icon '${decoded(name)}'.`);
  return side === 'after' ? svg(standaloneSvg(icon)) : drawingOf(icon, desk);
}

/** Handlers of POST requests by path. */
export const POSTS: Readonly<Record<string, (said: Said, desk: Desk) => Promise<Answer>>> = {
  'api/look': async (said, desk) => json(await lookAt(readLook(said), desk)),
  'api/save': async (said, desk) => json(await saveIcon(readSave(said), desk)),
  'api/rename': async (said, desk) => json(await renameIcon(readRename(said), desk)),
};

/** Serves a sprite. URLs of other versions are answered, but not cached. */
function spriteAt(file: string, version: string, { sprites }: SetState): Answer {
  const sprite = sprites.find((each) => each.file === file);
  if (!sprite) return notFound(`There is no sprite '${file}'.`);
  return svg(emitSvg(sprite).contents, version === versionOf(sprite) ? KEPT : {});
}

/** Serves the source file from disk; icons from a set in one file have none. */
async function drawingOf(icon: Icon, { set }: Desk): Promise<Answer> {
  const { file } = icon.source;
  try {
    const body = await readFile(resolve(set.config.cwd, file));
    return { type: 'image/svg+xml', body };
  } catch {
    return notFound(`${file} cannot be read.`);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
