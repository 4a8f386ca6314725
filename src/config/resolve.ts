import { relative, resolve } from 'node:path';
import * as v from 'valibot';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { suggestion } from '../core/suggest.ts';
import { TEMPLATE_KEYS } from '../core/symbol-ids.ts';
import type { VerificationSettings } from '../core/types.ts';
import { CATALOG_FORMS } from '../emit/catalog-forms.ts';
import { PRESET_NAMES } from '../lint/presets.ts';
import { COLOR_MODES, OPTIONS, type OptionValueKind } from './options.ts';
import type { ResolvedConfig, UserConfig } from './types.ts';

/** Origin of a configuration. */
export interface ConfigOrigin {
  /** Absolute path of the folder that relative paths are resolved from. */
  readonly cwd: string;
  /** File to name in diagnostics. */
  readonly configFile: string;
}

/**
 * Checks a configuration and fills in the defaults.
 *
 * @throws {BuildError} with a diagnostic for each option that is unknown or has a wrong value.
 */
export function resolveConfig(config: unknown, origin: ConfigOrigin): ResolvedConfig {
  if (!isRecord(config)) {
    throw new BuildError([invalidOption(origin.configFile, 'configuration', 'an object', config)]);
  }
  const problems = Object.entries(config).flatMap(([key, value]) =>
    value === undefined ? [] : check(key, value, origin.configFile),
  );
  if (problems.length > 0) throw new BuildError(problems);

  const defaults = Object.entries(OPTIONS).map(([key, option]) => [key, option.default]);
  const set = Object.entries(config).filter(([, value]) => value !== undefined);
  const merged = {
    ...Object.fromEntries(defaults),
    ...Object.fromEntries(set),
  } as Required<UserConfig>;
  const publicDir = merged.publicDir || merged.out;
  checkFileName(merged, origin.configFile);
  return {
    ...merged,
    ...origin,
    publicDir,
    spriteFolder: spriteFolder(merged.out, publicDir, origin.cwd),
    inputs: toArray(merged.inputs),
    exclude: toArray(merged.exclude),
    ids: toArray(merged.ids),
    layouts: [...new Set(toArray(merged.layouts))],
    styles: [...new Set(toArray(merged.styles))],
    color: typeof merged.color === 'string' ? { '**': merged.color } : merged.color,
    verify: resolveVerification(merged.verify),
    limits: { ...LIMITS, ...merged.limits },
  };
}

/** Returns the path from one folder to the other, with forward slashes. */
function spriteFolder(out: string, publicDir: string, cwd: string): string {
  const path = relative(resolve(cwd, out), resolve(cwd, publicDir)).replaceAll('\\', '/');
  return path === '' ? '' : `${path}/`;
}

/** Checks that several sprites do not overwrite each other. */
function checkFileName(
  { split, fileName }: Pick<Required<UserConfig>, 'split' | 'fileName'>,
  file: string,
): void {
  if (split === false || /\[(name|hash)/.test(fileName)) return;
  const expected = "a path with '[name]' or '[hash]' in it, because split creates several sprites";
  throw new BuildError([invalidOption(file, 'fileName', expected, fileName)]);
}

/** Longer side of the pictures in px. The second one is odd, so that edges fall between pixels. */
const VERIFY_SIDES = { usual: [64], strict: [64, 97] };
/** Share of pixels that may differ: two pixels of a picture of 64 px. */
const DEFAULT_TOLERANCE = 0.0005;

function resolveVerification(verify: Required<UserConfig>['verify']): VerificationSettings | false {
  if (verify === false) return false;
  const tolerance = typeof verify === 'number' ? verify : DEFAULT_TOLERANCE;
  const isStrict = verify === 'strict';
  return { sides: isStrict ? VERIFY_SIDES.strict : VERIFY_SIDES.usual, tolerance, isStrict };
}

function toArray<T extends string | object>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function check(key: string, value: unknown, file: string): Diagnostic[] {
  const known = Object.keys(OPTIONS);
  if (!Object.hasOwn(OPTIONS, key)) {
    const args = { key, known: known.join(', '), suggestion: suggestion(key, known) };
    return [diagnose('unknown-option', { file, args })];
  }
  const { kind } = OPTIONS[key as keyof UserConfig];
  const { schema, expected } = EXPECTATIONS[kind.type](kind);
  return v.is(schema, value) ? [] : [diagnoseValue(key, value, kind, expected, file)];
}

function diagnoseValue(
  key: string,
  value: unknown,
  kind: OptionValueKind,
  expected: string,
  file: string,
): Diagnostic {
  const keys = OBJECT_KEYS[kind.type] ?? [];
  const choices = 'of' in kind ? kind.of : keys;
  const candidates = keys.length > 0 && isRecord(value) ? Object.keys(value) : [value].flat();
  const unknownWord = candidates.find(
    (word) => typeof word === 'string' && !choices.includes(word),
  );
  const suggestionText =
    typeof unknownWord === 'string' && choices.length > 0 ? suggestion(unknownWord, choices) : '';
  return invalidOption(file, key, expected, value, suggestionText);
}

function invalidOption(
  file: string,
  key: string,
  expected: string,
  received: unknown,
  suggestionText = '',
): Diagnostic {
  const text = JSON.stringify(received) ?? String(received);
  const args = {
    key,
    expected,
    received: text.length > 80 ? `${text.slice(0, 77)}…` : text,
    suggestion: suggestionText,
  };
  return diagnose('invalid-option', { file, args });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Expectation {
  readonly schema: v.GenericSchema;
  /** End of the sentence “must be …”. */
  readonly expected: string;
}

/** Schema of an object. Unlike `v.record`, it checks `constructor`, `prototype` and `__proto__`, too. */
function recordOf(value: v.GenericSchema): v.GenericSchema {
  return v.custom<object>(
    (input) => isRecord(input) && Object.values(input).every((each) => v.is(value, each)),
  );
}

const TEXT = v.pipe(v.string(), v.nonEmpty());
const INPUT = v.union([
  TEXT,
  v.strictObject({
    from: TEXT,
    icons: v.optional(v.array(TEXT)),
    folder: v.optional(v.string()),
  }),
]);
const COLOR = v.picklist(COLOR_MODES);
const SVGO = v.strictObject({
  floatPrecision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))),
  overrides: v.optional(v.record(v.string(), v.any())),
  plugins: v.optional(v.array(v.union([TEXT, v.looseObject({ name: TEXT })]))),
});
const SVGO_KEYS: readonly string[] = Object.keys(SVGO.entries);

const ID_TEMPLATE = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(?=.*\\[(?:name|path)\\])(?:[\\w.:/-]|\\[(?:${TEMPLATE_KEYS.join('|')})\\])+$`),
  ),
);

const COUNT = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const LIMIT_KEYS: readonly string[] = Object.keys(LIMITS);

const CHECK = v.strictObject({
  preset: v.optional(v.picklist(PRESET_NAMES)),
  // The rules check their own names and options.
  rules: v.optional(v.record(v.string(), v.unknown())),
  maxWarnings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  drift: v.optional(v.boolean()),
});
const CHECK_KEYS: readonly string[] = Object.keys(CHECK.entries);

/** Keys of options that are objects. */
const OBJECT_KEYS: Readonly<Partial<Record<OptionValueKind['type'], readonly string[]>>> = {
  svgo: SVGO_KEYS,
  limits: LIMIT_KEYS,
  check: CHECK_KEYS,
};

const EXPECTATIONS: Readonly<
  Record<OptionValueKind['type'], (kind: OptionValueKind) => Expectation>
> = {
  text: () => ({ schema: v.string(), expected: 'a string' }),
  path: () => ({ schema: TEXT, expected: 'a string' }),
  fileName: () => ({
    schema: v.pipe(
      v.string(),
      v.regex(/^(?!.*(^|\/)\.{0,2}\/)([\w./-]|\[(name|hash(:[1-9]\d?)?)\])+\.svg$/),
    ),
    expected: "a relative path that ends in '.svg', of letters, digits, ., -, _, [name] and [hash]",
  }),
  prefix: () => ({
    schema: v.pipe(v.string(), v.regex(/^([A-Za-z_][\w.-]*)?$/)),
    expected: 'letters, digits, dots, hyphens and underscores, starting with a letter',
  }),
  ids: () => ({
    schema: v.union([ID_TEMPLATE, v.array(ID_TEMPLATE)]),
    expected: `a template or a list of templates: letters, digits, '-', '_', '.', ':', '/' and ${TEMPLATE_KEYS.map((key) => `[${key}]`).join(', ')}, with [name] or [path] in it`,
  }),
  texts: () => ({
    schema: v.union([TEXT, v.array(TEXT)]),
    expected: 'a string or a list of strings',
  }),
  verify: () => ({
    schema: v.union([
      v.boolean(),
      v.literal('strict'),
      v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    ]),
    expected: "true, false, 'strict' or a number from 0 to 1",
  }),
  color: () => ({
    schema: v.union([COLOR, recordOf(COLOR)]),
    expected: `one of ${COLOR_MODES.map((mode) => `'${mode}'`).join(', ')}, or an object of globs and these`,
  }),
  flag: () => ({ schema: v.boolean(), expected: 'true or false' }),
  inputs: () => ({
    schema: v.union([INPUT, v.array(INPUT)]),
    expected: 'a string, an object with from, icons, folder, or a list of these',
  }),
  split: () => ({
    schema: v.union([
      v.literal(false),
      v.literal('folder'),
      v.pipe(v.number(), v.integer(), v.minValue(1)),
    ]),
    expected: "false, 'folder' or a whole number of bytes, 1 or greater",
  }),
  catalog: () => ({
    schema: v.union([v.literal(false), v.picklist(CATALOG_FORMS)]),
    expected: "false, 'folder' or 'file'",
  }),
  cache: () => ({ schema: v.union([v.boolean(), TEXT]), expected: 'true, false or a folder' }),
  count: () => ({
    schema: v.pipe(v.number(), v.integer(), v.minValue(0)),
    expected: 'a whole number, 0 or greater',
  }),
  names: () => ({
    schema: recordOf(v.string()),
    expected: 'an object of strings',
  }),
  svgo: () => ({
    schema: SVGO,
    expected: `an object with ${SVGO_KEYS.join(', ')} (a whole number, an object, a list of svgo plugins)`,
  }),
  limits: () => ({
    schema: v.strictObject(Object.fromEntries(LIMIT_KEYS.map((key) => [key, COUNT]))),
    expected: `an object with ${LIMIT_KEYS.join(', ')} (whole numbers, 1 or greater)`,
  }),
  check: () => ({
    schema: CHECK,
    expected: `an object with ${CHECK_KEYS.join(', ')} (one of ${PRESET_NAMES.map((name) => `'${name}'`).join(', ')}; an object; a whole number, 0 or greater; true or false)`,
  }),
  choice: (kind) => ({ schema: picklist(kind), expected: `one of ${choicesOf(kind)}` }),
  choices: (kind) => ({
    schema: v.union([picklist(kind), v.array(picklist(kind))]),
    expected: `one or more of ${choicesOf(kind)}`,
  }),
};

function picklist(kind: OptionValueKind): v.GenericSchema {
  return v.picklist('of' in kind ? kind.of : []);
}

function choicesOf(kind: OptionValueKind): string {
  return 'of' in kind ? kind.of.map((choice) => `'${choice}'`).join(', ') : '';
}
