import { coverageIn, pixelsOf } from './coverage.ts';
import { element } from './element.ts';
import type { Coverage } from './visual-similarity.ts';

/** Canvas to sketch on. */
export interface SketchPad {
  readonly node: HTMLCanvasElement;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
  /** Coverage of the sketch. */
  readonly coverage: () => Coverage;
}

/** Side of the canvas, width of the pen, and side of the sample that is compared, in px. */
const SIDE = 240;
const PEN_WIDTH = 14;
const SAMPLE_SIDE = 80;
/** Time in ms between results during a stroke. */
const PROGRESS_INTERVAL = 250;

export interface SketchPadHandlers {
  /** Called at the end of each stroke. */
  readonly onStroke: () => void;
  /** Called during a long stroke, from time to time. */
  readonly onProgress: () => void;
}

export function createSketchPad({ onStroke, onProgress }: SketchPadHandlers): SketchPad {
  const node = element('canvas', {
    class: 'pad',
    width: SIDE,
    height: SIDE,
    role: 'img',
    'aria-label': 'Area to sketch in with a mouse, a pen or a finger',
  });
  const context = node.getContext('2d', { willReadFrequently: true });
  let strokes = 0;
  let last: readonly [x: number, y: number] | undefined;
  let nextProgress = 0;

  function pointOf({ clientX, clientY }: PointerEvent): readonly [x: number, y: number] {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [((clientX - left) / width) * SIDE, ((clientY - top) / height) * SIDE];
  }

  function lineTo(point: readonly [x: number, y: number]): void {
    if (!context || !last) return;
    context.lineWidth = PEN_WIDTH;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = getComputedStyle(node).color;
    context.beginPath();
    context.moveTo(...last);
    context.lineTo(...point);
    context.stroke();
    last = point;
  }

  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    last = pointOf(event);
    lineTo(last);
    nextProgress = performance.now() + PROGRESS_INTERVAL;
  });
  node.addEventListener('pointermove', (event) => {
    if (!last) return;
    for (const each of event.getCoalescedEvents?.() ?? []) lineTo(pointOf(each));
    lineTo(pointOf(event));
    if (performance.now() < nextProgress) return;
    const start = performance.now();
    onProgress();
    // On slow machines, the pen comes first.
    const duration = performance.now() - start;
    nextProgress = performance.now() + Math.max(PROGRESS_INTERVAL, 4 * duration);
  });
  const end = () => {
    if (!last) return;
    last = undefined;
    strokes += 1;
    onStroke();
  };
  node.addEventListener('pointerup', end);
  node.addEventListener('pointercancel', end);

  return {
    node,
    isEmpty: () => strokes === 0,
    clear() {
      strokes = 0;
      context?.clearRect(0, 0, SIDE, SIDE);
    },
    coverage() {
      const small = element('canvas', { width: SAMPLE_SIDE, height: SAMPLE_SIDE });
      small.getContext('2d')?.drawImage(node, 0, 0, SAMPLE_SIDE, SAMPLE_SIDE);
      return coverageIn(pixelsOf(small), 0, 0, SAMPLE_SIDE);
    },
  };
}
