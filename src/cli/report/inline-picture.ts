import type { Icon } from '../../core/types.ts';
import { sizedSvg } from '../../emit/picture.ts';

/** Picture protocol of a terminal. Sources: kitty's “Terminal graphics protocol”, iTerm2's “Images”. */
export type PictureProtocol = 'kitty' | 'iterm2';

/** Cells of a picture: as high as a problem, about a square. */
const COLUMNS = 4;
const ROWS = 2;
/** Longer side in px, enough for high-density screens. */
const RENDER_SIDE = 64;
/** Maximum characters of a picture in one chunk for kitty. */
const CHUNK_LENGTH = 4096;

/**
 * Detects the protocol from the environment; `undefined` if the terminal does not announce pictures, if
 * a multiplexer runs in it, or without a terminal.
 */
export function pictureProtocol(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): PictureProtocol | undefined {
  const { TERM = '', TERM_PROGRAM = '', LC_TERMINAL, KITTY_WINDOW_ID, TMUX, STY } = env;
  if (!isTerminal || TMUX || STY || /^(screen|tmux|dumb)/.test(TERM)) return undefined;
  if (KITTY_WINDOW_ID || /^xterm-(kitty|ghostty)$/.test(TERM)) return 'kitty';
  const isLikeIterm = /^(iTerm\.app|WezTerm|mintty)$/.test(TERM_PROGRAM);
  return isLikeIterm || LC_TERMINAL === 'iTerm2' ? 'iterm2' : undefined;
}

/** Renders a small picture of an icon on lines of its own; '' if it cannot be rendered. */
export async function inlinePicture(icon: Icon, protocol: PictureProtocol): Promise<string> {
  const { renderPicture } = await import('../../icon/verify/renderer.ts');
  const svg = sizedSvg(icon, RENDER_SIDE);
  const { width, height } = icon.facts;
  const options = { side: RENDER_SIDE, isWide: width >= height, hasText: false };
  try {
    const png = Buffer.from(await (await renderPicture(svg, options)).asPng()).toString('base64');
    return protocol === 'kitty' ? forKitty(png) : forIterm(png);
  } catch {
    return '';
  }
}

function forKitty(png: string): string {
  const chunks = png.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
  const parts = chunks.map((chunk, index) => {
    // q=2: no response, which would be typed into the shell.
    const head = index === 0 ? `f=100,a=T,q=2,c=${COLUMNS},r=${ROWS},` : '';
    return `\x1b_G${head}m=${index < chunks.length - 1 ? 1 : 0};${chunk}\x1b\\`;
  });
  return `${parts.join('')}\n`;
}

function forIterm(png: string): string {
  const options = `inline=1;width=${COLUMNS};height=${ROWS};preserveAspectRatio=1`;
  return `\x1b]1337;File=${options}:${png}\x07\n`;
}
