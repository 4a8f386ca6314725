/** Part of a schema that validation needs. It keeps the types of the library out of the public ones. */
interface StandardSchema {
  readonly '~standard': { readonly validate: (value: unknown) => object };
}

/** Accepted values of an option. */
export interface ValueSchema {
  readonly schema: StandardSchema;
  /** End of the sentence “must be …”. */
  readonly expected: string;
  /** Accepted words, or keys of an object, for suggestions. */
  readonly choices?: readonly string[];
}

/**
 * Users of an option: `any`, `files` for those that write files themselves and not through a
 * bundler, `check` for `iconloom check` alone.
 */
export type OptionScope = 'any' | 'files' | 'check';

/**
 * One option.
 *
 * @template Input type of its value in a configuration
 * @template Output type of its value in a resolved configuration
 */
export interface Option<Input, Output = Input, Scope extends OptionScope = 'any'>
  extends ValueSchema {
  readonly default: Input;
  /** Description for help texts, the README and the JSON Schema: one sentence in lower case, without a period. */
  readonly description: string;
  /**
   * Flag of `iconloom build`, `check` and others: `-o, --out <dir>`. `<list>` splits the text at commas,
   * `<glob>` lets the flag be repeated. Default: none.
   */
  readonly flag?: string;
  /** Description of the flag. Default: the description. */
  readonly flagDescription?: string;
  /** Description of the flag `--no-…`. Default: there is no such flag. */
  readonly negativeFlag?: string;
  /** Converts the text of the flag; lists are split before. Default: the text itself. */
  readonly parse?: (text: string) => unknown;
  /** Normalizes a valid value. Default: the value itself. */
  readonly resolve?: (value: Input) => Output;
  readonly scope?: Scope;
}

/** Any option, for code that treats all of them alike. */
// biome-ignore lint/suspicious/noExplicitAny: the types of its values depend on the option
export type AnyOption = Option<any, any, OptionScope>;

export type InputOf<T extends AnyOption> = T['default'];
export type OutputOf<T extends AnyOption> = ReturnType<NonNullable<T['resolve']>>;

/**
 * Declares an option. The types follow from an assertion of the result, since declarations must not
 * depend on inference.
 */
export function option<Input, Output, Scope extends OptionScope>({
  value,
  ...rest
}: Omit<Option<NoInfer<Input>, NoInfer<Output>, NoInfer<Scope>>, keyof ValueSchema> & {
  readonly value: ValueSchema;
}): Option<Input, Output, Scope> {
  return { ...value, ...rest };
}

/** Checks if a value is valid for a schema. */
export function accepts({ schema }: ValueSchema, value: unknown): boolean {
  return !('issues' in schema['~standard'].validate(value));
}
