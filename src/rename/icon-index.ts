import type { ResolvedConfig } from '../config/types.ts';
import { isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { kebabCase } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import { META_ENDING } from '../node/metadata.ts';
import { collectSources, type SourceFile } from '../pipeline/collect-sources.ts';
import { refuse } from './refuse.ts';

/** All source files of icons, by name and by alias. */
export interface IconIndex {
  readonly sourceFiles: readonly SourceFile[];
  readonly byName: ReadonlyMap<string, SourceFile>;
  /** Alias → its source file. */
  readonly byAlias: ReadonlyMap<string, SourceFile>;
}

/**
 * Collects all source files. Problems with icons do not prevent a rename.
 *
 * @throws {BuildError} when the inputs do not exist.
 */
export async function indexIcons(config: ResolvedConfig): Promise<IconIndex> {
  const { value: sourceFiles, diagnostics } = await collectSources(config);
  const inputs = diagnostics.filter(
    (each) => isUsageProblem(each) && each.code !== 'alias-unknown',
  );
  if (sourceFiles.length === 0 && inputs.length > 0) throw new BuildError(inputs);
  return {
    sourceFiles,
    byName: new Map(sourceFiles.map((sourceFile) => [sourceFile.name, sourceFile])),
    byAlias: new Map(
      sourceFiles.flatMap((sourceFile) =>
        sourceFile.aliases.map((alias) => [alias, sourceFile] as const),
      ),
    ),
  };
}

/**
 * Finds the source file of an icon by its name, its display name, or its path in the icons folder.
 *
 * @param verb participle for the message: `renamed`
 * @param options.acceptsDisplayName false if only the real name will do. Default: true.
 * @throws {BuildError} when there is none, or it is not in a file of the project.
 */
export function findSourceFile(
  nameOrPath: string,
  iconIndex: IconIndex,
  verb: string,
  { acceptsDisplayName = true }: { readonly acceptsDisplayName?: boolean } = {},
): SourceFile {
  const what = `'${nameOrPath}' cannot be ${verb}`;
  const name = kebabCase(nameOrPath.replace(/\.svg$/i, ''));
  const owner = iconIndex.byAlias.get(nameOrPath) ?? iconIndex.byAlias.get(name);
  const isDisplayed =
    acceptsDisplayName && owner && [nameOrPath, name].includes(owner.meta.displayName ?? '');
  const sourceFile =
    iconIndex.byName.get(nameOrPath) ??
    iconIndex.byName.get(name) ??
    (isDisplayed ? owner : undefined);
  if (!sourceFile) {
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
        suggestion: suggestion(nameOrPath, [...iconIndex.byName.keys()]),
      },
    );
  }
  if (sourceFile.entry !== undefined || /(^|[\\/])node_modules[\\/]/.test(sourceFile.path)) {
    refuse(
      what,
      'it is in an installed package',
      `Give it another name under 'aliases' in the configuration, or copy it with \`iconloom add\`.`,
      { file: sourceFile.file },
    );
  }
  return sourceFile;
}

/** Path of the metadata file of an SVG file; absolute if that of the SVG is. */
export function metaPathOf(svgPath: string): string {
  return svgPath.replace(/\.svg$/i, META_ENDING);
}
