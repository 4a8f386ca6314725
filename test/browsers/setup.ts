import { ENGINES } from './engines/index.ts';

/** Says which engines the tests will run in, before the first one. */
export default function setup(): void {
  for (const { name, packages, find } of ENGINES) {
    const version = find()?.version;
    console.log(
      version === undefined
        ? `${name}: not found (install ${packages}); its tests are left out`
        : `${name}: ${version}`,
    );
  }
}
