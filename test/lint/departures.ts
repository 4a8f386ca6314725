/** Icons of a set whose lines follow the text color, and icons that depart from them. */

export const LINE_ROOT =
  'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** A small icon; `index` keeps icons of one set apart. */
export function icon(root: string, index = 0, box = '0 0 24 24'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${root}><path d="M4 4h${9 + index}v5"/></svg>\n`;
}

/** Files of a set of icons that agree. */
export function agreeingIcons(count: number, folder = 'icons'): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${folder}/even-${'z'.repeat(Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}.svg`,
      icon(LINE_ROOT, index / 10),
    ]),
  );
}

/** What Figma exports if nobody changed the color; the clip is its frame. */
export const FIGMA = `<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_1_2)">
<path d="M3 7H21M3 17H21" stroke="#1E1E1E" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
</g>
<defs>
<clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath>
</defs>
</svg>
`;
