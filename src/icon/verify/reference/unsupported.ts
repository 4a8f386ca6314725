/** Something in a source that cannot be said in a way that the renderer reads as browsers do. */
export class Unsupported extends Error {
  /** Follows “could not be verified:”. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
