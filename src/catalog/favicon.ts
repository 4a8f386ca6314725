import { whenIdle } from './idle.ts';
import { findSetIcon } from './set-icon.ts';
import { encodeDataUrl } from './snippets.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import { standaloneSvg } from './standalone-svg.ts';
import type { PageState } from './state.ts';

const SIDE = 32;
/** Color of one-color icons: tabs are light or dark, whatever the theme of the page. */
const TAB_COLORS =
  '<style>svg{color:#1c1c1e}@media (prefers-color-scheme:dark){svg{color:#ededf1}}</style>';

/** Shows an icon of the set as the icon of the page. */
export async function showFavicon(state: PageState, sprites: SpriteLoader): Promise<void> {
  await whenIdle();
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const icon = findSetIcon(state.get().data);
  if (!link || !icon) return;
  try {
    const svg = standaloneSvg(icon, await sprites.symbolOf(icon), SIDE);
    // Without a fill of its own, a shape is black.
    const root = /^<svg[^>]*\sfill="/.test(svg)
      ? svg
      : svg.replace('<svg', '<svg fill="currentColor"');
    link.href = `data:image/svg+xml,${encodeDataUrl(root.replace('>', `>${TAB_COLORS}`))}`;
  } catch {
    // A page without an icon works as well.
  }
}
