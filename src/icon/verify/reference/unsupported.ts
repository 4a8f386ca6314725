/** Content of a source that cannot be translated for the renderer. */
export class Unsupported extends Error {
  /** Follows “could not be verified:”. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
