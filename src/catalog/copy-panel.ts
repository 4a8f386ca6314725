import type { CatalogIcon } from '../emit/catalog-format.ts';
import { type CopyOutcome, copyPng, copyText } from './clipboard.ts';
import { button, element } from './element.ts';
import { rasterizePng } from './raster.ts';
import { shownName } from './shown-name.ts';
import { SNIPPETS, type Snippet, scaledSize, snippetOf } from './snippets.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import { resolveColors, standaloneSvg } from './standalone-svg.ts';
import type { PageState } from './state.ts';
import { uiIcon } from './ui-icons.ts';

/** Longer side of a PNG, in px. */
const PNG_SIDE = 512;
/** Time in ms for which a button shows its result. */
const FEEDBACK_TIME = 1600;
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
  readonly sprites: SpriteLoader;
  readonly announce: (text: string) => void;
}): CopyPanel {
  async function text(kind: Snippet, icon: CatalogIcon): Promise<CopyOutcome> {
    const { data, size } = state.get();
    const needsSvg = kind === 'css' || kind === 'svg';
    const svg = needsSvg ? standaloneSvg(icon, await sprites.symbolOf(icon), size) : '';
    const snippet = snippetOf(kind, { icon, data, size, svg });
    return copyText(snippet, `${shownName(icon)}.${EXTENSIONS[kind]}`);
  }

  async function png(icon: CatalogIcon, style: CSSStyleDeclaration): Promise<Blob> {
    const { width, height } = scaledSize(icon, PNG_SIDE);
    const svg = standaloneSvg(icon, await sprites.symbolOf(icon), PNG_SIDE);
    return rasterizePng(
      resolveColors(svg, style),
      Math.max(1, Math.round(width)),
      Math.max(1, Math.round(height)),
    );
  }

  function announceCopy(what: string, icon: CatalogIcon, outcome: CopyOutcome): void {
    announce(
      outcome === 'copied'
        ? `Copied ${shownName(icon)} as ${what}`
        : `Saved ${shownName(icon)} as a file`,
    );
  }

  function copyButton(
    label: string,
    icon: CatalogIcon,
    copy: () => Promise<CopyOutcome>,
  ): HTMLElement {
    const face = element('span', { class: 'copy__label' }, [label]);
    const control = button(
      { class: 'button copy', 'aria-label': `Copy as ${label}` },
      [face],
      async () => {
        try {
          const outcome = await copy();
          announceCopy(label, icon, outcome);
          face.replaceChildren(uiIcon('check', 16), outcome === 'copied' ? 'Copied' : 'Saved');
        } catch (error) {
          face.textContent = 'Failed';
          announce(error instanceof Error ? error.message : String(error));
        }
        setTimeout(() => face.replaceChildren(label), FEEDBACK_TIME);
      },
    );
    return control;
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
            copyPng(png(icon, getComputedStyle(ground())), `${shownName(icon)}.png`),
          ),
        ]),
      ]);
      const ground = (): Element => document.querySelector('.preview__ground') ?? node;
      return node;
    },
    name: (icon) => void text('name', icon).then((outcome) => announceCopy('name', icon, outcome)),
  };
}
