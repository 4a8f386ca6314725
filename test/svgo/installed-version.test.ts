import { readFileSync } from 'node:fs';
import { VERSION } from 'svgo/browser';
import { describe, expect, test } from 'vitest';
import { isTestedVersion, PRESET } from '../../src/icon/svgo/installed-svgo.ts';
import { expectSamePicture, FIXTURES } from './expect-pictures.ts';

// `npm run check:svgo` runs this file with the newest svgo that users can install.
const isOther = process.env.ICONLOOM_SVGO !== undefined;

test('the version in package-lock.json is tested', () => {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  if (!isOther) expect({ VERSION, isTestedVersion }).toEqual({ VERSION, isTestedVersion: true });
  expect(dependencies.svgo).toBe('^4.1.0');
  expect(PRESET?.plugins?.length).toBeGreaterThan(30);
});

describe(`svgo ${VERSION} draws fixtures like the tested version`, () => {
  test.for(FIXTURES)('$name', expectSamePicture);
});
