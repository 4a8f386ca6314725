import { describe, expect, test } from 'vitest';
import { cleanTitle } from '../../src/core/default-names.ts';
import { proposeName } from '../../src/preview/propose-name.ts';

describe('the title of a drawing', () => {
  test.each([
    'Group 3',
    'Layer 1',
    'Layer_1',
    'Artboard 2 copy',
    'Artboard 2 copy 3',
    'Artboard',
    'Frame 12',
    'Copy of Layer 1',
    'Rectangle 5 (2)',
    'Asset 12@4x',
    'Combined Shape',
    'Page-1',
    'path1234',
    'Untitled-1',
    'untitled',
    'Ebene 1',
    'Ebene 2 Kopie',
    'Zeichenfläche 1',
    'Zeichenfla\u0308che 1',
    'Unbenannt-2',
    'Ohne Titel',
    'Calque 1',
    'Plan de travail 1',
    'Sans titre - 1'.replace(' - ', '-'),
    'Capa 4',
    'Mesa de trabajo 1 copia',
    'Livello 2',
    'Tavola disegno 1',
    'Camada 1',
    'Laag 3',
    'Warstwa 1',
    'Слой 1',
    'レイヤー 1',
    '图层 1',
    '画板1',
    '레이어 2',
    '未命名',
    '/Users/anna/Desktop/x.svg',
    'C:\\Users\\anna\\x.svg',
    'c:/users/anna/x',
    '\\\\server\\share\\x',
    '~/icons/x',
    './x/y',
    'Exported from /home/anna/work',
    'file:///home/anna/x.svg',
    'https://intranet.invalid/anna/x',
    'icon/24px/home',
    'Icons / Navigation / Home',
    'icon/home',
    '24px/home',
    'home.svg',
    'My Logo_final.ai',
    'home.sketch',
    'Size=24, Type=Home',
    'Created with Sketch.',
    'Made by Anna',
    '0b1c2d3e-1234-4abc-8def-0123456789ab',
    '\u200b',
    '',
  ])('%j is none', (title) => {
    expect(cleanTitle(title)).toBe('');
  });

  test.each([
    'Home',
    'Group',
    'Layers',
    'Frame',
    'Copy',
    'Image',
    'Vector',
    'Play/Pause',
    'AC/DC',
    'and/or',
    '24/7',
    'Node.js',
    'Character.AI',
    'Ratio 16:9',
    'Home copy',
    'Windows 11',
    'Files and folders',
    'Größe ändern',
    '日本語',
    'می\u200cخواهم',
  ])('%j is one', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });

  test('is on one line and holds nothing hidden', () => {
    expect(cleanTitle(' Ho\u202eme\n\u001b[31m  door\ufeff ')).toBe('Home [31m door');
  });
});

test.each([
  'Ebene 1.svg',
  'Calque 2.svg',
  'レイヤー 1.svg',
  'Plan de travail 1.svg',
  'Слой 3 копия.svg',
])('the preview proposes no name for %s', (file) => {
  expect(proposeName([file], [])).toBe('');
});
