import { renderAsync } from '@resvg/resvg-js';
import type { Icon } from '../../core/types.ts';
import type { IconDiff, IconPair } from '../model.ts';
import { renderIcon } from '../picture.ts';
import { countsText, KIND_TITLES, mismatchText, notesOf } from './text.ts';

/** Sizes in px; the picture has two device pixels for each. */
const WIDTH = 1040;
const MARGIN = 32;
const TILE = 88;
const ICON = 64;
const GAP = 12;
const CARD = (WIDTH - 2 * MARGIN - GAP) / 2;
/** Maximum number of cards, so that programs can open the picture. */
const MAX_CARDS = 200;
const [LIGHT, DARK] = ['#1b1f24', '#e8ebef'];
const FONT = "font-family='system-ui, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif'";

/** Renders all changes as one PNG: before and after, on light and dark, and the difference. */
export async function renderContactSheet(diff: IconDiff): Promise<Uint8Array> {
  const sheet = new ContactSheet();
  const { before, after } = diff;
  sheet.text(MARGIN, 44, `Icons: ${before.label} → ${after.label}`, 22, LIGHT, 700);
  sheet.text(MARGIN, 68, countsText(diff) || 'no icons', 14, '#57606a');
  sheet.y = 84;
  const cards = [
    ...diff.removed.map((icon) => ({
      title: KIND_TITLES.removed,
      draw: iconCard(icon, '#b34400'),
    })),
    ...diff.renamed.map((pair) => ({ title: KIND_TITLES.renamed, draw: pairCard(pair) })),
    ...diff.changed.map((pair) => ({ title: KIND_TITLES.changed, draw: pairCard(pair) })),
    ...diff.added.map((icon) => ({ title: KIND_TITLES.added, draw: iconCard(icon, '#0b5cc2') })),
  ];
  let title = '';
  for (const card of cards.slice(0, MAX_CARDS)) {
    if (card.title !== title)
      sheet.section(card.title, cards.filter((each) => each.title === card.title).length);
    title = card.title;
    await card.draw(sheet);
  }
  sheet.row();
  if (cards.length > MAX_CARDS) {
    sheet.text(MARGIN, sheet.y + 24, `… and ${cards.length - MAX_CARDS} more`, 14, '#57606a');
    sheet.y += 40;
  }
  return sheet.png();
}

type DrawCard = (sheet: ContactSheet) => Promise<void>;

function pairCard(pair: IconPair): DrawCard {
  return async (sheet) => {
    const { before, after, png, share } = pair;
    const name = before.name === after.name ? after.name : `${before.name} → ${after.name}`;
    const note = share === 0 ? notesOf(pair).join('; ') : mismatchText(share);
    const [x, y] = sheet.card(CARD, 150);
    sheet.text(x + 14, y + 24, truncate(name, 34), 14, LIGHT, 700);
    sheet.text(x + CARD - 14, y + 24, truncate(note, 30), 12, '#57606a', 400, 'end');
    const step = TILE + (CARD - 28 - 5 * TILE) / 4;
    const at = (index: number) => x + 14 + index * step;
    await sheet.tile(at(0), y + 36, before, 'light');
    await sheet.tile(at(1), y + 36, after, 'light');
    sheet.frame(at(2), y + 36, '#ffffff');
    if (png) sheet.image(png, at(2) + (TILE - ICON) / 2, y + 36 + (TILE - ICON) / 2, ICON, ICON);
    await sheet.tile(at(3), y + 36, before, 'dark');
    await sheet.tile(at(4), y + 36, after, 'dark');
    for (const [index, word] of ['before', 'after', 'difference', 'before', 'after'].entries()) {
      sheet.text(at(index) + TILE / 2, y + 140, word, 11, '#57606a', 400, 'middle');
    }
  };
}

function iconCard(icon: Icon, color: string): DrawCard {
  return async (sheet) => {
    const width = (WIDTH - 2 * MARGIN - 3 * GAP) / 4;
    const [x, y] = sheet.card(width, 150);
    sheet.text(x + 14, y + 24, truncate(icon.name, 24), 14, color, 700);
    const left = x + (width - 2 * TILE - 8) / 2;
    await sheet.tile(left, y + 36, icon, 'light');
    await sheet.tile(left + TILE + 8, y + 36, icon, 'dark');
    const { width: w, height: h } = icon.facts;
    sheet.text(x + width / 2, y + 140, `${w} × ${h} px`, 11, '#57606a', 400, 'middle');
  };
}

function truncate(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

/** Picture that grows downward. */
class ContactSheet {
  y = 0;
  #x = MARGIN;
  #height = 0;
  readonly #parts: string[] = [];

  section(title: string, count: number): void {
    this.row();
    this.text(MARGIN, this.y + 30, title, 17, LIGHT, 700);
    this.text(WIDTH - MARGIN, this.y + 30, String(count), 14, '#57606a', 400, 'end');
    this.y += 44;
  }

  /** Ends the row of cards. */
  row(): void {
    if (this.#height > 0) this.y += this.#height + GAP;
    this.#x = MARGIN;
    this.#height = 0;
  }

  /** A card beside the last, or in a new row. */
  card(width: number, height: number): readonly [x: number, y: number] {
    if (this.#x + width > WIDTH - MARGIN + 1) this.row();
    const at = [this.#x, this.y] as const;
    this.#rect(...at, width, height, 10, '#ffffff', '#d5dae1');
    this.#x += width + GAP;
    this.#height = Math.max(this.#height, height);
    return at;
  }

  async tile(x: number, y: number, icon: Icon, theme: 'light' | 'dark'): Promise<void> {
    const isDark = theme === 'dark';
    this.frame(x, y, isDark ? '#0d1117' : '#ffffff');
    const color = isDark ? DARK : LIGHT;
    const picture = await renderIcon(icon, { side: 2 * ICON, ...(color && { color }) });
    if (!picture) return;
    const [width, height] = [picture.width / 2, picture.height / 2];
    const png = await picture.asPng();
    this.image(png, x + (TILE - width) / 2, y + (TILE - height) / 2, width, height);
  }

  frame(x: number, y: number, fill: string): void {
    this.#rect(x, y, TILE, TILE, 6, fill, '#d5dae1');
  }

  image(png: Uint8Array, x: number, y: number, width: number, height: number): void {
    const data = Buffer.from(png).toString('base64');
    this.#parts.push(
      `<image x="${x}" y="${y}" width="${width}" height="${height}" href="data:image/png;base64,${data}"/>`,
    );
  }

  text(
    x: number,
    y: number,
    text: string,
    size: number,
    color = LIGHT,
    weight = 400,
    anchor = 'start',
  ): void {
    this.#parts.push(
      `<text x="${x}" y="${y}" ${FONT} font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="${anchor}">${xmlText(text)}</text>`,
    );
  }

  async png(): Promise<Uint8Array> {
    const height = Math.ceil(this.y + MARGIN - GAP);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><rect width="100%" height="100%" fill="#f6f7f9"/>${this.#parts.join('')}</svg>`;
    const image = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: 2 },
      font: { loadSystemFonts: true },
      logLevel: 'off',
    });
    return image.asPng();
  }

  #rect(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    fill: string,
    stroke: string,
  ): void {
    this.#parts.push(
      `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`,
    );
  }
}

function xmlText(text: string): string {
  const plain = text.replace(/[^\P{C}]/gu, ' ');
  return plain.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
