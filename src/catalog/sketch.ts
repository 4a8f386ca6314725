import { coverageOfPicture } from './coverage.ts';
import { button, element } from './element.ts';
import { imageToCanvas } from './image-file.ts';
import { createSimilarityIndex } from './similarity-index.ts';
import { createSketchPad } from './sketch-pad.ts';
import { createSketchPanel } from './sketch-panel.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import type { Likes, PageState } from './state.ts';
import type { Coverage } from './visual-similarity.ts';

/** Search by a sketch or an image. */
export interface SketchSearch {
  /** Button that opens and closes the panel. */
  readonly opener: HTMLElement;
  /** Panel with the pad. It stays open beside the results, which change while one sketches. */
  readonly panel: HTMLElement;
  /** Closes the panel; returns whether it was open. */
  readonly close: () => boolean;
  /** Searches for icons similar to an image. */
  readonly searchByImage: (file: Blob) => Promise<void>;
}

export interface SketchSearchOptions {
  readonly state: PageState;
  readonly sprites: SpriteLoader;
  readonly announce: (text: string) => void;
}

export function createSketchSearch({
  state,
  sprites,
  announce,
}: SketchSearchOptions): SketchSearch {
  const similarity = createSimilarityIndex(sprites, state.get().data);
  let latest: Coverage | undefined;
  const status = element('p', { class: 'sketch__told' });
  const pad = createSketchPad({
    onStroke: () => void search(pad.coverage(), 'sketch'),
    onProgress: () => showSimilar(pad.coverage(), 'sketch'),
  });
  const file = element('input', {
    class: 'unseen sketch__file',
    type: 'file',
    accept: 'image/*',
    id: 'catalog--picture',
  });
  const { opener, panel, open, close } = createSketchPanel(content(), {
    onFirstHover: () => void analyzeIcons().catch(() => {}),
    onOpen: () => void analyzeIcons().catch(fail),
  });

  function content(): HTMLElement {
    const clear = button({ class: 'button' }, ['Clear'], () => {
      pad.clear();
      state.set({ likes: undefined });
    });
    return element('div', { class: 'sketch' }, [
      pad.node,
      element('div', { class: 'sketch__side' }, [
        element('p', { class: 'sketch__hint' }, ['Sketch the icon that you are looking for.']),
        element('div', { class: 'sketch__buttons' }, [
          clear,
          file,
          element('label', { class: 'button', for: file.id }, ['Use an image …']),
        ]),
        status,
      ]),
    ]);
  }

  function analyzeIcons(): Promise<void> {
    return similarity
      .analyze((done, total) => {
        const percent = Math.round((done / total) * 100);
        status.textContent = `Analyzing icons: ${percent} %`;
      })
      .then(() => {
        status.textContent = 'Or drop or paste an image anywhere on the page.';
      });
  }

  /** Shows the icons that are similar among those analyzed so far. */
  function showSimilar(picture: Coverage, of: Likes['of']): void {
    latest = picture;
    state.set({ query: '', likes: { of, names: similarity.findSimilar(picture) } });
  }

  async function search(picture: Coverage, of: Likes['of']): Promise<void> {
    try {
      const analysis = analyzeIcons();
      showSimilar(picture, of);
      await analysis;
      if (latest === picture) showSimilar(picture, of);
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    status.textContent = error instanceof Error ? error.message : String(error);
    announce(status.textContent);
    open();
  }

  async function searchByImage(picture: Blob): Promise<void> {
    try {
      await search(coverageOfPicture(await imageToCanvas(picture)), 'picture');
    } catch (error) {
      fail(error);
    }
  }

  file.addEventListener('change', () => {
    const [picture] = file.files ?? [];
    if (picture) void searchByImage(picture);
    file.value = '';
  });
  state.watch((now, before) => {
    if (now.data !== before.data) similarity.refresh(now.data);
    if (now.likes || !before.likes) return;
    latest = undefined;
    pad.clear();
  });
  return { opener, panel, close, searchByImage };
}
