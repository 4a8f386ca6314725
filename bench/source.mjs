import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);

/** Loads a module of `src`: what is bundled cannot be measured by its parts. */
export const load = (path) => jiti.import(`../src/${path}`);
