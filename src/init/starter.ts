import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kebabCase, nameFromPath, titleFromName } from '../core/names.ts';
import { packageFile } from '../core/package-file.ts';
import { META_ENDING } from '../node/metadata.ts';
import { firstOf, type Project } from './project.ts';

/** Icon of the bundled set that a project starts with. */
const FIRST = 'search';

/** Common folders of icons, the most likely first. */
const FOLDERS = ['icons', 'src/icons', 'src/assets/icons', 'assets/icons', 'app/assets/icons'];

/** Icons of a project, or the first one to create. */
export interface StarterIcons {
  /** Folder of the icons, relative to the project. */
  readonly folder: string;
  /** Number of existing icons. */
  readonly count: number;
  /** Name of the icon to show as an example. */
  readonly example: string;
  readonly label: string;
  /** Files of the first icon by path; empty if the project has icons. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Finds the icons of a project, or plans a first one.
 *
 * @param configured folder in the configuration
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

/** SVG files directly in a folder, sorted. */
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

/** Reads a file of the icon set that ships with the package. */
function ownFile(name: string): string {
  return readFileSync(packageFile(`icons/${name}`), 'utf8');
}
