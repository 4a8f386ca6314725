import type { ResolvedConfig } from '../config/types.ts';
import { isUsage } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { kebabCase } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import { type Found, gather } from '../node/gather.ts';
import { META_ENDING } from '../node/metadata.ts';
import { refuse } from './refuse.ts';

/** The icons that there are, and what their names and aliases stand for. */
export interface Known {
  readonly drawings: readonly Found[];
  readonly byName: ReadonlyMap<string, Found>;
  /** Alias → the drawing that it stands for. */
  readonly byAlias: ReadonlyMap<string, Found>;
}

/**
 * Looks for all drawings. Problems of icons do not stand in the way of giving them other names.
 *
 * @throws {BuildError} when the inputs are not there.
 */
export async function lookAtNames(config: ResolvedConfig): Promise<Known> {
  const { value: drawings, diagnostics } = await gather(config);
  const inputs = diagnostics.filter((each) => isUsage(each) && each.code !== 'alias-unknown');
  if (drawings.length === 0 && inputs.length > 0) throw new BuildError(inputs);
  return {
    drawings,
    byName: new Map(drawings.map((found) => [found.name, found])),
    byAlias: new Map(
      drawings.flatMap((found) => found.aliases.map((alias) => [alias, found] as const)),
    ),
  };
}

/**
 * The drawing of that name, which also may be given as its path below the icons folder.
 *
 * @param verb what is to be done with it: `renamed`
 * @throws {BuildError} when there is none, or it is not a file of the project.
 */
export function drawingOf(called: string, known: Known, verb: string): Found {
  const what = `'${called}' cannot be ${verb}`;
  const name = kebabCase(called.replace(/\.svg$/i, ''));
  const found = known.byName.get(called) ?? known.byName.get(name);
  if (!found) {
    const owner = known.byAlias.get(called) ?? known.byAlias.get(name);
    if (owner) {
      return refuse(
        what,
        `it is an alias of '${owner.name}'`,
        `Name the icon itself: ${owner.name}; aliases stand in its metadata, or in the configuration.`,
      );
    }
    return refuse(what, 'there is no icon of that name', '`iconloom list` prints all names.', {
      suggestion: suggestion(called, [...known.byName.keys()]),
    });
  }
  if (found.entry !== undefined || /(^|[\\/])node_modules[\\/]/.test(found.path)) {
    refuse(
      what,
      'it lies in an installed package',
      `Give it a further name under 'aliases' in the configuration, or copy it with \`iconloom add\`.`,
      { file: found.file },
    );
  }
  return found;
}

/** Path of what is said of a drawing; absolute if that of the drawing is. */
export function metaPathOf(drawing: string): string {
  return drawing.replace(/\.svg$/i, META_ENDING);
}
