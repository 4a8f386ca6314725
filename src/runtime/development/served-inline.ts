import { type InlinedSprite, inlineSprite } from '../inline.ts';
import { isRealPage } from './real-page.ts';

/** What the server's bundler offers to a module of a page. */
interface Hot {
  on(event: string, listener: () => void): void;
}

/**
 * Puts the symbols of a development server into the page, and follows it.
 *
 * @param folder that the server answers icons in, such as `/@iconloom/`
 */
export function inlineServed(folder: string, hot?: Hot): void {
  if (!isRealPage()) return;
  let placed: InlinedSprite | undefined;
  let count = 0;
  const update = async (): Promise<void> => {
    const own = ++count;
    const response = await fetch(`${folder}sprite.svg`);
    const text = await response.text();
    if (!response.ok || own !== count) return;
    const before = placed;
    placed = inlineSprite(text);
    before?.remove();
  };
  const follow = () => void update().catch(() => {});
  hot?.on('iconloom:change', follow);
  follow();
}
