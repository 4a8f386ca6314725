import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Icon } from '../core/types.ts';
import { emitSvg, standaloneSvg } from '../emit/svg.ts';
import { SPRITES, versionOf } from './live-data.ts';
import { type PreviewContext, previewSource } from './preview-source.ts';
import { renameIcon } from './rename.ts';
import { parsePreviewRequest, parseRenameRequest, parseSaveRequest } from './requests.ts';
import { jsonResponse, notFound, type PreviewResponse, svgResponse } from './response.ts';
import { saveIcon } from './save.ts';
import type { SetState } from './set-state.ts';

type RequestBody = Readonly<Record<string, unknown>>;

/** Headers of immutable files: other contents have another URL. */
const IMMUTABLE = { 'cache-control': 'private, max-age=31536000, immutable' };

/** Answers GET requests; `undefined` for other paths. */
export async function handleGet(
  path: string,
  query: URLSearchParams,
  context: PreviewContext,
): Promise<PreviewResponse | undefined> {
  const state = context.set.getState();
  if (path === 'api/catalog') return jsonResponse(context.live.all(state));
  if (path === 'api/changes')
    return jsonResponse(context.live.since(query.get('since') ?? '', state));
  if (path.startsWith(SPRITES)) {
    return serveSprite(decoded(path.slice(SPRITES.length)), query.get('v') ?? '', state);
  }
  const [, key] = /^api\/look\/([0-9a-f]+)\.svg$/.exec(path) ?? [];
  if (key !== undefined) {
    const symbolSprite = context.previewSymbols.get(key);
    return symbolSprite === undefined
      ? notFound('This preview has expired. Open the SVG again.')
      : svgResponse(symbolSprite, IMMUTABLE);
  }
  const [, name, variant] = /^api\/icon\/([^/]+)\/(before|after)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const icon = state.icons.find((each) => each.name === decoded(name));
  if (!icon) return notFound(`There is no icon '${decoded(name)}'.`);
  return variant === 'after' ? svgResponse(standaloneSvg(icon)) : serveSource(icon, context);
}

/** Handlers of POST requests by path. */
export const POST_HANDLERS: Readonly<
  Record<string, (body: RequestBody, context: PreviewContext) => Promise<PreviewResponse>>
> = {
  'api/look': async (body, context) =>
    jsonResponse(await previewSource(parsePreviewRequest(body), context)),
  'api/save': async (body, context) =>
    jsonResponse(await saveIcon(parseSaveRequest(body), context)),
  'api/rename': async (body, context) =>
    jsonResponse(await renameIcon(parseRenameRequest(body), context)),
};

/** Serves a sprite. URLs of other versions are answered, but not cached. */
function serveSprite(file: string, version: string, { sprites }: SetState): PreviewResponse {
  const sprite = sprites.find((each) => each.file === file);
  if (!sprite) return notFound(`There is no sprite '${file}'.`);
  return svgResponse(emitSvg(sprite).contents, version === versionOf(sprite) ? IMMUTABLE : {});
}

/** Serves the source file from disk; icons from a set in one file have none. */
async function serveSource(icon: Icon, { set }: PreviewContext): Promise<PreviewResponse> {
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
