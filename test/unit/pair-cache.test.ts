import { expect, test } from 'vitest';
import { findSimilarPairs } from '../../src/lint/similar-pairs.ts';
import { AREA, type Thumbnail } from '../../src/lint/thumbnail.ts';
import { TURNS } from '../../src/lint/turns.ts';

/** A picture with a bar; of few lengths, so that many look alike. */
function picture(seed: number): Thumbnail {
  const values = new Uint8Array(AREA);
  values.fill(255, 0, 96 * (1 + (seed % 7)));
  return { values };
}

const likeness = () => ({ total: 12, isSimilar: () => true });
const pictures = Array.from({ length: 60 }, (_, seed) => picture(seed));

/** The next list: some are gone, some are others, some are new. */
function changed(list: readonly Thumbnail[], step: number): readonly Thumbnail[] {
  const left = list.filter((_, index) => index % 11 !== step);
  const others = left.map((each, index) => (index % 13 === step ? picture(index + step) : each));
  return [...others, picture(step)];
}

test.each([
  ['as they are', undefined],
  ['turned', TURNS],
])('pairs %s are the same, whatever is remembered of lists before', (_, turns) => {
  const remembering = likeness();
  let list: readonly Thumbnail[] = pictures;
  for (let step = 0; step < 4; step++) {
    const found = findSimilarPairs(list, remembering, turns);
    expect(found.length).toBeGreaterThan(100);
    expect(found).toEqual(findSimilarPairs(list, likeness(), turns));
    list = changed(list, step);
  }
  expect(findSimilarPairs(pictures, remembering, turns)).toEqual(
    findSimilarPairs(pictures, likeness(), turns),
  );
});

test('what was held against each other before is not again', () => {
  let held = 0;
  const counting = {
    total: 12,
    isSimilar() {
      held += 1;
      return true;
    },
  };
  findSimilarPairs(pictures, counting);
  const whole = held;
  findSimilarPairs(pictures, counting);
  expect(held).toBe(whole);
  findSimilarPairs([...pictures, picture(3)], counting);
  expect(held - whole).toBe(pictures.filter((_, seed) => seed % 7 === 3).length);
});
