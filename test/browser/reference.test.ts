import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareReference } from '../../src/icon/verify/reference.ts';
import { renderPicture } from '../../src/icon/verify/renderer.ts';
import { decodePng, type Picture, wrongOnes } from './compare.ts';
import { SOURCES } from './reference-sources.ts';
import { imageOf, openStudio, type Studio } from './studio.ts';

const SIDE = 96;

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

/** The renderer's picture of a prepared source, on white. */
async function rendered(svg: string): Promise<Picture> {
  const reference = await prepareReference(svg);
  if ('unsupported' in reference) throw new Error(`Not verified: ${reference.unsupported}`);
  const options = { side: SIDE, isWide: true, hasText: false };
  const { width, height, data } = decodePng(
    await (await renderPicture(reference.svg, options)).asPng(),
  );
  const onWhite = new Uint8Array(data);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] as number) / 255;
    for (let channel = at; channel < at + 3; channel++) {
      onWhite[channel] = Math.round((data[channel] as number) * alpha + 255 * (1 - alpha));
    }
    onWhite[at + 3] = 255;
  }
  return { width, height, data: onWhite };
}

test('the renderer draws each prepared source as Chromium draws the file', async () => {
  const names = Object.keys(SOURCES);
  for (const [name, svg] of Object.entries(SOURCES)) {
    studio.files.set(`/${name}.svg`, { type: 'image/svg+xml', body: svg });
  }
  const expected = await studio.shoot(names.map((name) => imageOf(`/${name}.svg`, SIDE, SIDE)));
  const actual: Picture[] = [];
  for (const svg of Object.values(SOURCES)) actual.push(await rendered(svg));
  expect(wrongOnes(names, expected, actual)).toEqual({});
});
