import type { ServedPayload } from './served.ts';

/** Icons for code that runs in the server's own process. */
export interface ServerState extends ServedPayload {
  readonly symbolOf: (name: string) => string | undefined;
}

/** Key of the global that code in the server's own process reads the current icons from. */
const SERVER_STATES: unique symbol = Symbol.for('iconloom.served') as never;

/**
 * Makes the icons of a project known to code in the server's own process.
 *
 * @returns removes them, unless another server of the project has replaced them
 */
export function registerServerState(root: string, state: () => ServerState): () => void {
  const global = globalThis as { [SERVER_STATES]?: Record<string, () => ServerState> };
  const states = { ...global[SERVER_STATES], [root]: state };
  global[SERVER_STATES] = states;
  return () => {
    const current = global[SERVER_STATES];
    if (current?.[root] === state) delete current[root];
  };
}
