import type { Coverage } from '../core/likeness.ts';
import { coverageOfPicture } from './coverage.ts';
import { button, element } from './element.ts';
import { createPad } from './pad.ts';
import { canvasOf } from './picture-file.ts';
import { createPopover, type Popover } from './popover.ts';
import { openShapes } from './shapes.ts';
import type { Sprites } from './sprites.ts';
import type { Likes, PageState } from './state.ts';

/** Search by a sketch or an image. */
export interface Sketch {
  readonly popover: Popover;
  /** Searches for icons similar to an image. */
  readonly find: (file: Blob) => Promise<void>;
}

export interface SketchOptions {
  readonly state: PageState;
  readonly sprites: Sprites;
  readonly announce: (text: string) => void;
}

export function createSketch({ state, sprites, announce }: SketchOptions): Sketch {
  const shapes = openShapes(sprites, state.get().data);
  let latest: Coverage | undefined;
  const told = element('p', { class: 'sketch__told' });
  const pad = createPad(() => void search(pad.coverage(), 'sketch'));
  const file = element('input', {
    class: 'unseen sketch__file',
    type: 'file',
    accept: 'image/*',
    id: 'catalog--picture',
  });
  const popover = createPopover('Search by sketch', 'draw', content(), {
    onNear: () => void learn().catch(() => {}),
    onOpen: () => void learn().catch(fail),
  });

  function content(): HTMLElement {
    const clear = button({ class: 'button' }, ['Clear'], () => {
      pad.clear();
      state.set({ likes: undefined });
    });
    return element('div', { class: 'sketch' }, [
      element('p', { class: 'sketch__hint' }, ['Sketch the icon that you are looking for.']),
      pad.node,
      element('div', { class: 'sketch__buttons' }, [
        clear,
        file,
        element('label', { class: 'button', for: file.id }, ['Use an image …']),
      ]),
      told,
    ]);
  }

  function learn(): Promise<void> {
    return shapes
      .learn((done, total) => {
        const percent = Math.round((done / total) * 100);
        told.textContent = `Analyzing icons: ${percent} %`;
      })
      .then(() => {
        told.textContent = 'Or drop or paste an image anywhere on the page.';
      });
  }

  async function search(picture: Coverage, of: Likes['of']): Promise<void> {
    const show = () => state.set({ query: '', likes: { of, names: shapes.like(picture) } });
    latest = picture;
    try {
      // Results of the icons analyzed so far.
      const learned = learn();
      show();
      await learned;
      if (latest === picture) show();
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    told.textContent = error instanceof Error ? error.message : String(error);
    announce(told.textContent);
    popover.open();
  }

  async function find(picture: Blob): Promise<void> {
    try {
      await search(coverageOfPicture(await canvasOf(picture)), 'picture');
    } catch (error) {
      fail(error);
    }
  }

  file.addEventListener('change', () => {
    const [picture] = file.files ?? [];
    if (picture) void find(picture);
    file.value = '';
  });
  state.watch((now, before) => {
    if (now.data !== before.data) shapes.refresh(now.data);
    if (now.likes || !before.likes) return;
    latest = undefined;
    pad.clear();
  });
  return { popover, find };
}
