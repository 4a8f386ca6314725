/** Separate parts of css-tree, which load in a fraction of the time. */

declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}

declare module 'css-tree/utils' {
  export { ident, string, url } from 'css-tree';
}

declare module 'css-tree/lexer' {
  /** A compiled definition. */
  interface Descriptor {
    readonly name: string;
  }

  /** Match tree of a definition. */
  export interface Match {
    readonly syntax: { readonly type: string; readonly name?: string } | null;
    readonly match?: readonly Match[];
    readonly token?: string;
  }

  export class Lexer {
    constructor(config: {
      readonly generic: boolean;
      readonly types: Readonly<Record<string, string>>;
    });
    readonly types: Readonly<Record<string, Descriptor>>;
    match(
      syntax: Descriptor,
      value: string,
    ): { readonly matched: Match | null; readonly error: Error | null };
  }
}
