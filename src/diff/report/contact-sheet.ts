import type { Icon } from '../../core/types.ts';
import type { IconDiff, IconPair } from '../model.ts';
import { pageFacts } from './facts.ts';
import {
  GAP,
  MARGIN,
  SHEET_COLORS,
  SHEET_WIDTH,
  type SheetArea,
  SheetCanvas,
  TILE_PADDING,
} from './sheet-canvas.ts';
import { countsText, KIND_TITLES } from './text.ts';

const CONTENT = SHEET_WIDTH - 2 * MARGIN;
const PADDING = 14;
const TILE_GAP = 8;
/** Side of a tile, in px. */
const TILE = 66;
/** Ratio of width to height from which an icon gets wide tiles. */
const WIDE = 1.6;
/** Height in px of the text above the tiles of a pair, and of a single icon. */
const [PAIR_HEAD, ICON_HEAD] = [52, 34];
const LABEL = 24;
/** Maximum number of cards, so that programs can open the picture. */
const MAX_CARDS = 200;

interface Card {
  readonly title: string;
  readonly draw: (sheet: SheetCanvas) => Promise<void>;
}

/** Renders all changes as one PNG: before and after, on light and dark, and the difference. */
export async function renderContactSheet(diff: IconDiff): Promise<Uint8Array> {
  const sheet = new SheetCanvas();
  const { before, after } = diff;
  const title = `Icon changes: ${before.label} → ${after.label}`;
  sheet.text(MARGIN, 40, truncate(title, 70), { size: 20, weight: 700 });
  sheet.text(MARGIN, 64, countsText(diff) || 'no icons', { size: 14, color: SHEET_COLORS.soft });
  sheet.y = 78;
  const cards: readonly Card[] = [
    ...diff.removed.map((icon) => iconCard(KIND_TITLES.removed, icon, SHEET_COLORS.removed)),
    ...diff.renamed.map((pair) => pairCard(KIND_TITLES.renamed, pair)),
    ...diff.changed.map((pair) => pairCard(KIND_TITLES.changed, pair)),
    ...diff.added.map((icon) => iconCard(KIND_TITLES.added, icon, SHEET_COLORS.added)),
  ];
  let group = '';
  for (const card of cards.slice(0, MAX_CARDS)) {
    if (card.title !== group) {
      startGroup(sheet, card.title, cards.filter((each) => each.title === card.title).length);
    }
    group = card.title;
    await card.draw(sheet);
  }
  sheet.row();
  if (cards.length > MAX_CARDS) {
    const rest = `… and ${cards.length - MAX_CARDS} more`;
    sheet.text(MARGIN, sheet.y + 24, rest, { size: 14, color: SHEET_COLORS.soft });
    sheet.y += 40;
  }
  return sheet.png();
}

function startGroup(sheet: SheetCanvas, title: string, count: number): void {
  sheet.row();
  sheet.text(MARGIN, sheet.y + 30, `${title} (${count})`, { size: 17, weight: 700 });
  sheet.y += 44;
}

function pairCard(title: string, pair: IconPair): Card {
  return {
    title,
    async draw(sheet) {
      const { before, after, png } = pair;
      const name = before.name === after.name ? after.name : `${before.name} → ${after.name}`;
      const isWide = Math.min(ratioOf(before), ratioOf(after)) > WIDE;
      const width = isWide ? CONTENT : (CONTENT - GAP) / 2;
      const columns = isWide ? 3 : 5;
      const tileWidth = (width - 2 * PADDING - (columns - 1) * TILE_GAP) / columns;
      const ratio = Math.min(ratioOf(before), ratioOf(after));
      const tileHeight = isWide ? wideTileHeight(tileWidth, ratio) : TILE;
      const rows = isWide ? 2 : 1;
      const card = sheet.card(width, PAIR_HEAD + rows * (tileHeight + LABEL) + 4);
      const [left, top] = [card.x + PADDING, card.y];
      sheet.text(left, top + 23, truncate(name, isWide ? 90 : 40), { size: 14, weight: 700 });
      const note = truncate(pageFacts(pair).join(' · '), isWide ? 130 : 64);
      sheet.text(left, top + 41, note, { size: 12, color: SHEET_COLORS.soft });
      const tiles = [
        ['Before', before, 'light'],
        ['After', after, 'light'],
        ['Difference', png, 'light'],
        ['Before', before, 'dark'],
        ['After', after, 'dark'],
      ] as const;
      for (const [index, [label, content, theme]] of tiles.entries()) {
        const box: SheetArea = {
          x: left + (index % columns) * (tileWidth + TILE_GAP),
          y: top + PAIR_HEAD + Math.floor(index / columns) * (tileHeight + LABEL),
          ...{ width: tileWidth, height: tileHeight },
        };
        if (content === undefined || content instanceof Uint8Array) sheet.imageTile(box, content);
        else await sheet.tile(box, content, theme);
        drawLabel(sheet, box, content === undefined && pair.share === 0 ? 'Same' : label);
      }
    },
  };
}

function drawLabel(sheet: SheetCanvas, box: SheetArea, text: string): void {
  const [x, y] = [box.x + box.width / 2, box.y + box.height + 16];
  sheet.text(x, y, text, { size: 12, color: SHEET_COLORS.soft, anchor: 'middle' });
}

function iconCard(title: string, icon: Icon, color: string): Card {
  return {
    title,
    async draw(sheet) {
      const isWide = ratioOf(icon) > WIDE;
      const width = (CONTENT - 3 * GAP) / 4;
      const inner = width - 2 * PADDING;
      const tileWidth = isWide ? inner : (inner - TILE_GAP) / 2;
      const tileHeight = isWide ? wideTileHeight(tileWidth, ratioOf(icon)) : TILE;
      const second = isWide
        ? { x: 0, y: tileHeight + TILE_GAP }
        : { x: tileWidth + TILE_GAP, y: 0 };
      const height = ICON_HEAD + second.y + tileHeight + LABEL + 4;
      const card = sheet.card(width, height);
      const [left, top] = [card.x + PADDING, card.y + ICON_HEAD];
      sheet.text(left, card.y + 23, truncate(icon.name, 19), { size: 14, color, weight: 700 });
      const size = { width: tileWidth, height: tileHeight };
      await sheet.tile({ x: left, y: top, ...size }, icon, 'light');
      await sheet.tile({ x: left + second.x, y: top + second.y, ...size }, icon, 'dark');
      const { width: w, height: h } = icon.facts;
      drawLabel(sheet, { ...card, height: height - LABEL - 4 }, `${w} × ${h} px`);
    },
  };
}

function ratioOf({ facts: { width, height } }: Icon): number {
  return width / height;
}

/** Height of a tile in which a wide icon takes the whole width, within limits. */
function wideTileHeight(width: number, ratio: number): number {
  const height = (width - 2 * TILE_PADDING) / ratio + 2 * TILE_PADDING;
  return Math.min(Math.max(height, 36), 110);
}

/** Leaves out the middle: the end of a name tells variants apart. */
function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = Math.floor((maxLength - 1) / 2);
  return `${text.slice(0, maxLength - 1 - end)}…${text.slice(text.length - end)}`;
}
