import type { CatalogIcon } from '../core/catalog.ts';
import { type Taken, takePng, takeText } from './clipboard.ts';
import { coloredDrawing, drawingOf } from './drawing.ts';
import { button, element } from './element.ts';
import { pngOf } from './raster.ts';
import { SNIPPETS, type Snippet, scaled, snippetOf } from './snippets.ts';
import type { Sprites } from './sprites.ts';
import type { PageState } from './state.ts';
import { sign } from './ui-icons.ts';

/** Longer side of a PNG, in px. */
const PNG_SIDE = 512;
/** Time in ms for which a button shows its result. */
const TOLD = 1600;
const EXTENSIONS = {
  name: 'txt',
  html: 'html',
  jsx: 'jsx',
  vue: 'vue',
  css: 'css',
  svg: 'svg',
} as const;

/** Buttons that copy an icon in each format. */
export interface CopyPanel {
  readonly show: (icon: CatalogIcon) => HTMLElement;
  /** Copies the name of an icon. */
  readonly name: (icon: CatalogIcon) => void;
}

export function createCopyPanel({
  state,
  sprites,
  announce,
}: {
  readonly state: PageState;
  readonly sprites: Sprites;
  readonly announce: (text: string) => void;
}): CopyPanel {
  async function text(kind: Snippet, icon: CatalogIcon): Promise<Taken> {
    const { data, size } = state.get();
    const needsDrawing = kind === 'css' || kind === 'svg';
    const drawing = needsDrawing ? drawingOf(icon, await sprites.symbolOf(icon), size) : '';
    const snippet = snippetOf(kind, { icon, data, size, drawing });
    return takeText(snippet, `${icon.name}.${EXTENSIONS[kind]}`);
  }

  async function png(icon: CatalogIcon, look: CSSStyleDeclaration): Promise<Blob> {
    const { width, height } = scaled(icon, PNG_SIDE);
    const drawing = drawingOf(icon, await sprites.symbolOf(icon), PNG_SIDE);
    return pngOf(
      coloredDrawing(drawing, look),
      Math.max(1, Math.round(width)),
      Math.max(1, Math.round(height)),
    );
  }

  function tell(what: string, icon: CatalogIcon, taken: Taken): void {
    announce(
      taken === 'copied' ? `Copied ${icon.name} as ${what}` : `Saved ${icon.name} as a file`,
    );
  }

  function copyButton(label: string, icon: CatalogIcon, take: () => Promise<Taken>): HTMLElement {
    const face = element('span', { class: 'copy__label' }, [label]);
    const made = button(
      { class: 'button copy', 'aria-label': `Copy as ${label}` },
      [face],
      async () => {
        try {
          const taken = await take();
          tell(label, icon, taken);
          face.replaceChildren(sign('check', 16), taken === 'copied' ? 'Copied' : 'Saved');
        } catch (error) {
          face.textContent = 'Failed';
          announce(error instanceof Error ? error.message : String(error));
        }
        setTimeout(() => face.replaceChildren(label), TOLD);
      },
    );
    return made;
  }

  return {
    show(icon) {
      const kinds = Object.entries(SNIPPETS) as [Snippet, string][];
      const buttons = kinds.map(([kind, label]) => copyButton(label, icon, () => text(kind, icon)));
      const node = element('section', { class: 'copies' }, [
        element('h3', { class: 'detail__section' }, ['Copy']),
        element('div', { class: 'copies__buttons' }, [
          ...buttons,
          copyButton('PNG', icon, () =>
            takePng(png(icon, getComputedStyle(ground())), `${icon.name}.png`),
          ),
        ]),
      ]);
      const ground = (): Element => document.querySelector('.preview__ground') ?? node;
      return node;
    },
    name: (icon) => void text('name', icon).then((taken) => tell('name', icon, taken)),
  };
}
