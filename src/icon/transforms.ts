/** Reading and writing of lists of transforms, as SVG's attribute and as CSS spell them. */

const FUNCTION = /([a-z]+)\s*\(([^()]*)\)/gi;
const ANGLE: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
};

/** Numbers of a function's arguments in the attribute's units, px and degrees. */
function numbersOf(list: string): number[] | undefined {
  const numbers = list
    .trim()
    .split(/[\s,]+/)
    .map((text) => {
      const [, number, unit = ''] =
        /^([-+]?[\d.]+(?:e[-+]?\d+)?)(px|deg|grad|rad|turn)?$/i.exec(text) ?? [];
      return Number(number) * (ANGLE[unit.toLowerCase()] ?? 1);
    });
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

/** CSS functions that take one axis, as those of the attribute. */
const ONE_AXIS: Readonly<Record<string, (value: number) => string>> = {
  translatex: (x) => `translate(${x})`,
  translatey: (y) => `translate(0 ${y})`,
  scalex: (x) => `scale(${x} 1)`,
  scaley: (y) => `scale(1 ${y})`,
};

/** A value of the CSS property as the attribute; `undefined` where the attribute cannot say it. */
export function transformAttribute(css: string): string | undefined {
  const rest = css
    .replace(FUNCTION, '')
    .replace(/!important/i, '')
    .trim();
  if (rest !== '') return undefined;
  const functions = [...css.matchAll(FUNCTION)].map(([, name = '', list = '']) => {
    const numbers = numbersOf(list);
    const oneAxis = ONE_AXIS[name.toLowerCase()];
    if (!numbers) return undefined;
    if (oneAxis) return oneAxis(numbers[0] ?? 0);
    const plain = /^(matrix|translate|scale|rotate|skewX|skewY)$/i.exec(name)?.[0];
    return plain && `${plain}(${numbers.join(' ')})`;
  });
  return functions.every((each) => each !== undefined) && functions.length > 0
    ? functions.join(' ')
    : undefined;
}

/** A list with all lengths in it scaled: those of translations, and the centers of rotations. */
export function scaleTranslations(transform: string, x: number, y: number): string {
  if (x === 1 && y === 1) return transform;
  return transform.replace(FUNCTION, (whole, name: string, list: string) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersOf(list) ?? [];
    if (name === 'translate') return `translate(${a * x} ${b * y})`;
    if (name === 'matrix') return `matrix(${a} ${b} ${c} ${d} ${e * x} ${f * y})`;
    const isAround = name === 'rotate' && (b !== 0 || c !== 0);
    return isAround ? `rotate(${a} ${b * x} ${c * y})` : whole;
  });
}
