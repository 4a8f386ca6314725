import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.ts';
import { kebabCase } from '../core/names.ts';
import type { Look, LookedIcon, Taken, WrittenMeta } from '../core/preview.ts';
import type { Icon, IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { type Cleaned, cleanDrawing } from './clean.ts';
import type { IconSet } from './icon-set.ts';
import type { LintedDrawing } from './lint.ts';
import type { Live } from './live-data.ts';
import type { Looks } from './looks.ts';
import { asProblem } from './problem.ts';
import { familyOf, proposeCategory, proposeName, proposeTags, proposeTitle } from './propose.ts';
import { takenBy } from './taken.ts';

/** Source file that was dropped on the page. */
export interface Held {
  readonly bytes: Uint8Array;
  /** Name of its file, or ''. */
  readonly file: string;
  /** Name that the user entered. */
  readonly name: string | undefined;
  /** Metadata that the user entered. */
  readonly meta?: WrittenMeta;
}

/** State that the handlers of requests share. */
export interface Desk {
  readonly set: IconSet;
  readonly live: Live;
  readonly looks: Looks;
  /** Absolute path to save icons in; `undefined` when nothing can be saved. */
  readonly folder: string | undefined;
}

/** Reports what a source would become, without writing files. */
export async function lookAt(held: Held, desk: Desk): Promise<Look> {
  const { bytes, file, name: wanted } = held;
  const { icons } = desk.set.now();
  const names = icons.map(({ name }) => name);
  const guess = nameOf(wanted) || proposeName(file, '', names);
  const replaced = icons.find((icon) => icon.name === takenAt(guess, icons, desk)?.name);
  const before = replaced?.source.meta ?? {};
  const shown = file === '' ? 'the pasted drawing' : file;
  const called = { name: guess || 'icon', file: shown, savedAs: pathOf(guess || 'icon', desk) };
  const cleaned = await cleanDrawing(bytes, { ...called, meta: before }, desk.set.config);
  const { icon } = cleaned;
  const drawn = icon?.facts.title ?? '';
  const name = guess || proposeName('', drawn, names);
  const taken = takenAt(name, icons, desk);
  const family = familyOf(name, before.category, icons);
  const meta = {
    title: before.title ?? proposeTitle(name, drawn),
    tags: before.tags ?? proposeTags(name, family),
    category: before.category ?? proposeCategory(name, family),
  };
  const linted = icon && (await lintAs({ ...before, ...meta, ...held.meta }, cleaned, desk));
  return {
    ...{ name, ...meta },
    ...(taken && { taken }),
    problems: [...cleaned.diagnostics, ...(linted?.problems ?? [])].map(asProblem),
    ...(icon && { icon: lookedIcon(icon, cleaned, bytes.length, desk) }),
    ...(linted?.fixed && { fixed: linted.fixed }),
    family: family.map((each) => each.name),
    twins: icon ? twinsOf(icon, name, icons) : [],
  };
}

/** Lints an icon with its future metadata. */
async function lintAs(
  { title, tags, category, ...rest }: IconMeta,
  { icon, svg }: Cleaned,
  { set }: Desk,
): Promise<LintedDrawing | undefined> {
  if (!icon) return undefined;
  const meta = {
    ...rest,
    ...(title && { title }),
    ...(tags && tags.length > 0 && { tags }),
    ...(category && { category }),
  };
  return set.linter.one(svg, { ...icon, source: { ...icon.source, meta } }, set.now());
}

/** Normalizes a name as in the set: `nav/Menu Open` → `nav-menu-open`. */
export function nameOf(wanted: string | undefined): string {
  return (wanted ?? '').split('/').map(kebabCase).filter(Boolean).join('-');
}

function pathOf(name: string, { folder, set }: Desk): string {
  return folder === undefined
    ? `${name}.svg`
    : displayPath(join(folder, `${name}.svg`), set.config.cwd);
}

function takenAt(name: string, icons: readonly Icon[], { folder, set }: Desk): Taken | undefined {
  return folder === undefined ? undefined : takenBy(name, icons, folder, set.config);
}

function lookedIcon(icon: Icon, { svg }: Cleaned, before: number, { looks }: Desk): LookedIcon {
  const { viewBox, width, height } = icon.facts;
  const [saved, symbol] = [svg, icon.symbol].map((text) => Buffer.byteLength(text));
  const bytes = { before, saved: saved as number, symbol: symbol as number };
  return { href: looks.put(icon), viewBox, width, height, svg, bytes };
}

/** Names of other icons with the same symbol. */
function twinsOf(icon: Icon, name: string, icons: readonly Icon[]): readonly string[] {
  const drawn = bodyOf(icon);
  return icons
    .filter((each) => each.name !== name && bodyOf(each) === drawn)
    .map((each) => each.name);
}

/** Symbol without its id, which inner ids contain, too. */
function bodyOf({ id, plainSymbol }: Icon): string {
  const scope = id.replace(/[-.]/g, '_');
  return plainSymbol.replaceAll(`"${id}"`, '""').replaceAll(`${scope}_`, '_');
}

/** True if problems include an error. */
export function isRefused(problems: readonly Pick<Diagnostic, 'severity'>[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
