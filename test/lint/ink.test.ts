import { expect, test } from 'vitest';
import { measureInk } from '../../src/lint/ink.ts';
import { drawn, picture } from './drawings.ts';

const SQUARE = { x: 0, y: 0, width: 24, height: 24 };

test('bounds are those of what is painted, with the width of lines', async () => {
  const ink = await measureInk(
    picture('<path d="M6 12h12" stroke="#000" stroke-width="3"/>'),
    SQUARE,
  );
  expect(ink?.left).toBeCloseTo(6, 1);
  expect(ink?.right).toBeCloseTo(18, 1);
  expect(ink?.top).toBeCloseTo(10.5, 1);
  expect(ink?.bottom).toBeCloseTo(13.5, 1);
  expect(ink?.share).toBeCloseTo(36 / 576, 2);
});

test('edges between pixels are told apart', async () => {
  const ink = await measureInk(picture('<path d="M6.33 6.06h8.6v8H6.33z"/>'), SQUARE);
  expect(ink?.left).toBeCloseTo(6.33, 1);
  expect(ink?.right).toBeCloseTo(14.93, 1);
  expect(Math.abs((ink?.left ?? 0) - 6.33)).toBeLessThan(0.02);
});

test('white is ink', async () => {
  const ink = await measureInk(picture('<path fill="#fff" d="M4 4h8v8H4z"/>'), SQUARE);
  expect(ink?.center[0]).toBeCloseTo(8, 2);
});

test('what the edge cuts off counts for the bounds, not for the weight', async () => {
  const ink = await measureInk(picture('<path d="M20 10h6v4h-6z"/>'), SQUARE);
  expect(ink?.right).toBeCloseTo(26, 1);
  expect(ink?.center[0]).toBeCloseTo(22, 1);
});

test('the origin of the viewBox is where it says', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -960 960 960"><path d="M88 -860h100v100h-100z"/></svg>';
  const ink = await (await drawn(svg)).ink();
  expect(ink?.left).toBeCloseTo(88, 0);
  expect(ink?.bottom).toBeCloseTo(-760, 0);
});

test('nothing painted is no ink, nor are letters', async () => {
  expect(await (await drawn(picture('<path fill="none" d="M4 4h8v8H4z"/>'))).ink()).toBeUndefined();
  expect(await (await drawn(picture('<text y="9">A</text>'))).ink()).toBeUndefined();
});

test('variables count with their defaults, gradients and clips as they look', async () => {
  const svg = picture(
    '<clipPath id="c"><path d="M4 4h8v8H4z"/></clipPath><g clip-path="url(#c)"><path fill="var(--x, red)" d="M0 0h24v24H0z"/></g>',
  );
  const ink = await (await drawn(svg)).ink();
  expect(ink?.right).toBeCloseTo(12, 1);
});
