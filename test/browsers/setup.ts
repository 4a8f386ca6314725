import { ENGINES } from './engines.ts';

/** Reports which engines the tests will run in, before the first one. */
export default async function setup(): Promise<void> {
  for (const { name, packages, find } of ENGINES) {
    const isFound = (await find()) !== undefined;
    console.log(
      isFound
        ? `${name}: found`
        : `${name}: not found (install ${packages}); its tests are left out`,
    );
  }
}
