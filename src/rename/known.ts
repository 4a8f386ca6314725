import type { ResolvedConfig } from '../config/types.ts';
import { isUsage } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { kebabCase } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import { collectSources, type SourceFile } from '../node/gather.ts';
import { META_ENDING } from '../node/metadata.ts';
import { refuse } from './refuse.ts';

/** All source files of icons, by name and by alias. */
export interface Known {
  readonly drawings: readonly SourceFile[];
  readonly byName: ReadonlyMap<string, SourceFile>;
  /** Alias → its source file. */
  readonly byAlias: ReadonlyMap<string, SourceFile>;
}

/**
 * Collects all source files. Problems with icons do not prevent a rename.
 *
 * @throws {BuildError} when the inputs do not exist.
 */
export async function lookAtNames(config: ResolvedConfig): Promise<Known> {
  const { value: drawings, diagnostics } = await collectSources(config);
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
 * Finds the source file of an icon by its name, or by its path in the icons folder.
 *
 * @param verb participle for the message: `renamed`
 * @throws {BuildError} when there is none, or it is not in a file of the project.
 */
export function drawingOf(called: string, known: Known, verb: string): SourceFile {
  const what = `'${called}' cannot be ${verb}`;
  const name = kebabCase(called.replace(/\.svg$/i, ''));
  const found = known.byName.get(called) ?? known.byName.get(name);
  if (!found) {
    const owner = known.byAlias.get(called) ?? known.byAlias.get(name);
    if (owner) {
      return refuse(
        what,
        `it is an alias of '${owner.name}'`,
        `Use the name of the icon: ${owner.name}. Aliases are in its metadata or in the configuration.`,
      );
    }
    return refuse(
      what,
      'there is no icon with that name',
      'Run `iconloom list` to see all names.',
      {
        suggestion: suggestion(called, [...known.byName.keys()]),
      },
    );
  }
  if (found.entry !== undefined || /(^|[\\/])node_modules[\\/]/.test(found.path)) {
    refuse(
      what,
      'it is in an installed package',
      `Give it another name under 'aliases' in the configuration, or copy it with \`iconloom add\`.`,
      { file: found.file },
    );
  }
  return found;
}

/** Path of the metadata file of an SVG file; absolute if that of the SVG is. */
export function metaPathOf(drawing: string): string {
  return drawing.replace(/\.svg$/i, META_ENDING);
}
