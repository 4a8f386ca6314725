import { describe, expect, test } from 'vitest';
import { canRender } from '../../src/icon/verify/can-render.ts';

const drawing = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${content}</svg>`;

describe('drawings that the renderer reads as browsers do', () => {
  test.each([
    '<path id="a" d="M0 0h8v8z"/><use href="#a"/>',
    '<switch><g requiredExtensions="urn:x"/><path d="M0 0h8v8z"/></switch>',
    '<path style="enable-background:new 0 0 8 8" d="M0 0h8v8z"/>',
    '<path fill="url(#a) red" d="M0 0h8v8z"/>',
    '<symbol id="a" viewBox="0 0 8 8"/><use href="#a" width="4"/>',
  ])('%s', (content) => {
    expect(canRender(drawing(content))).toBe(true);
  });
});

describe('drawings that it reads in another way', () => {
  test.each([
    '<linearGradient id="a"/><linearGradient id="a"/>',
    '<use href="#a" xlink:href="#b"/>',
    '<use xlink:href="#a" href="#b"/>',
    '<path fill="URL(#a)" d="M0 0h8v8z"/>',
    '<path fill="url(#a) currentColor" d="M0 0h8v8z"/>',
    '<path requiredFeatures="urn:x" d="M0 0h8v8z"/>',
    '<path requiredExtensions="http://www.w3.org/1999/xhtml" d="M0 0h8v8z"/>',
    '<switch><title>A</title><path d="M0 0h8v8z"/></switch>',
    '<symbol id="a" viewBox="0 0 8 8" width="4"/>',
    '<path style="filter:drop-shadow(1px 1px)" d="M0 0h8v8z"/>',
    '<text><tref href="#a"/></text>',
  ])('%s', (content) => {
    expect(canRender(drawing(content))).toBe(false);
  });

  test('a background of the root', () => {
    expect(canRender(drawing('', ' style="background:red"'))).toBe(false);
  });
});
