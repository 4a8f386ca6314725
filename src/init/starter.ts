import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kebabCase, nameFromPath, titleFromName } from '../core/names.ts';
import { packageFile } from '../core/package-file.ts';
import { META_ENDING } from '../node/metadata.ts';
import { firstOf, type Project } from './project.ts';

/** The icon of our own set that a project starts with. */
const FIRST = 'search';

/** Where people keep drawings, the likeliest first. */
const FOLDERS = ['icons', 'src/icons', 'src/assets/icons', 'assets/icons', 'app/assets/icons'];

/** The icons that a project has or is to have. */
export interface StarterIcons {
  /** Folder of the drawings, relative to the project. */
  readonly folder: string;
  /** How many there are already. */
  readonly count: number;
  /** Name of the icon to show as an example. */
  readonly example: string;
  readonly label: string;
  /** The first icon by path, where there is none. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Finds the icons of a project, or gives it a first one.
 *
 * @param configured the folder that a configuration names
 */
export function starterIcons(project: Project, configured: string | undefined): StarterIcons {
  const folder = configured ?? FOLDERS.find((each) => drawingsIn(project, each).length > 0);
  const into = folder ?? FOLDERS[0] ?? 'icons';
  const drawings = drawingsIn(project, into);
  const [drawing] = drawings;
  const example = drawing === undefined ? FIRST : nameFromPath(drawing);
  const files = Object.fromEntries(
    ['.svg', META_ENDING].map((ending) => [`${into}/${FIRST}${ending}`, ownFile(FIRST + ending)]),
  );
  return {
    ...{ folder: into, count: drawings.length, example, label: titleFromName(example) },
    files: drawing === undefined ? files : {},
  };
}

/** Drawings right in a folder, sorted. */
function drawingsIn(project: Project, folder: string): readonly string[] {
  if (firstOf(project, [folder]) === undefined) return [];
  try {
    return readdirSync(join(project.folder, folder))
      .filter((file) => /\.svg$/i.test(file) && kebabCase(file.slice(0, -'.svg'.length)) !== '')
      .sort();
  } catch {
    return [];
  }
}

/** A file of our own set; it ships with the package. */
function ownFile(name: string): string {
  return readFileSync(packageFile(`icons/${name}`), 'utf8');
}
