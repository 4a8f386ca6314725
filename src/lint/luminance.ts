/** Red, green and blue, 0 to 255. */
export type RgbTuple = readonly [red: number, green: number, blue: number];

/** Contrast of two colors, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastRatio(one: RgbTuple, other: RgbTuple): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, 0 to 1. Source: WCAG 2.2, "relative luminance". */
export function luminanceOf(color: RgbTuple): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
