import type { XastRoot } from 'svgo';
import type { Pass } from '../tree.ts';
import { applicablePasses } from './applicable-passes.ts';
import { isIdempotent, passesWithWorkAfter } from './pass-bits.ts';
import { CHANGES, TreeSnapshot } from './tree-changes.ts';

/** A pass that is skipped if it has nothing to do. */
export interface OptionalPass extends Pass {
  /** Bit of the pass in `pass-bits.ts`; without one it runs after any change. */
  readonly bit?: number | undefined;
  /** A closer check than that of the bit, for a pass that takes long. */
  readonly hasWork?: ((root: XastRoot) => boolean) | undefined;
}

/** Changes after which the same passes apply, except those that depend on order. */
const MINOR_CHANGES = CHANGES.pathData | CHANGES.order;

/**
 * Passes that cannot change a tree: by its names and attributes, or since nothing changed that they
 * depend on after they ran.
 */
export class IdlePasses {
  private readonly root: XastRoot;
  private readonly snapshot: TreeSnapshot;
  private idleMask = 0;
  private applicableMask = 0;
  private isMaskCurrent = false;
  /** Idle passes that have no bit. */
  private readonly others = new Set<OptionalPass>();

  constructor(root: XastRoot) {
    this.root = root;
    this.snapshot = new TreeSnapshot(root);
  }

  has(pass: OptionalPass): boolean {
    const { bit, hasWork } = pass;
    if (bit === undefined) return this.others.has(pass);
    if ((this.idleMask & bit) !== 0) return true;
    if (!this.isMaskCurrent) {
      this.applicableMask = applicablePasses(this.root);
      this.idleMask |= ~this.applicableMask;
      this.isMaskCurrent = true;
    }
    if ((this.idleMask & bit) === 0 && hasWork?.(this.root) === false) this.idleMask |= bit;
    return (this.idleMask & bit) !== 0;
  }

  /** Updates the passes after one of them ran. */
  update(pass: OptionalPass): void {
    const changes = this.snapshot.update();
    if (changes !== 0) {
      this.idleMask &= ~passesWithWorkAfter(changes);
      if ((changes & ~MINOR_CHANGES) !== 0) this.isMaskCurrent = false;
      else if (this.isMaskCurrent) {
        const order = passesWithWorkAfter(changes & CHANGES.order);
        this.idleMask |= ~(this.applicableMask | order);
      }
      this.others.clear();
    }
    if (changes !== 0 && !isIdempotent(pass.name)) return;
    if (pass.bit === undefined) this.others.add(pass);
    else this.idleMask |= pass.bit;
  }
}
