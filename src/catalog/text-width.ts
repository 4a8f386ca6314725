/**
 * Measures the width of texts in px without layout, for the font of an element. Widths are cached:
 * most names have parts in common.
 */
export function createTextMeasure(element: Element): (text: string) => number {
  const widths = new Map<string, number>();
  let context: CanvasRenderingContext2D | null | undefined;
  return (text) => {
    const cached = widths.get(text);
    if (cached !== undefined) return cached;
    if (context === undefined) {
      context = document.createElement('canvas').getContext('2d');
      if (context) context.font = fontOf(element);
    }
    const width = context?.measureText(text).width ?? 0;
    widths.set(text, width);
    return width;
  };
}

/** Font for a canvas. Not the shorthand `font`, which is empty while the system forces colors. */
function fontOf(element: Element): string {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
}
