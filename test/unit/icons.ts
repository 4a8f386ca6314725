import type { Icon, IconFacts, IconMeta, Sprite } from '../../src/core/types.ts';

/** What differs from an ordinary icon. */
export interface IconChanges {
  readonly id?: string;
  readonly title?: string;
  readonly aliases?: readonly string[];
  readonly symbol?: string;
  readonly facts?: Partial<IconFacts>;
  readonly meta?: IconMeta;
}

/** A finished icon: one square, all facts ordinary. */
export function iconOf(name: string, changes: IconChanges = {}): Icon {
  const { id = name, title = name, aliases = [], meta = {} } = changes;
  const viewBox = changes.facts?.viewBox ?? '0 0 24 24';
  const symbol =
    changes.symbol ?? `<symbol id="${id}" viewBox="${viewBox}"><path d="M0 0h8v8"/></symbol>`;
  return {
    name,
    id,
    title,
    aliases,
    symbol,
    plainSymbol: symbol,
    facts: {
      ...{ viewBox, width: 24, height: 24, color: 'mono', colors: ['#000'], title: '' },
      ...{ needs: [], form: 'symbol' },
      ...changes.facts,
    },
    source: { file: `icons/${name}.svg`, name, folder: '', hash: 'abc', bytes: 6, meta },
  };
}

export function spriteOf(...icons: readonly Icon[]): Sprite {
  return { name: 'sprite', file: 'sprite.svg', icons };
}
