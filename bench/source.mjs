import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);

/** Loads a module of `src`: parts of the bundle cannot be measured separately. */
export const load = (path) => jiti.import(`../src/${path}`);
