import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kebabCase, nameFromPath, titleFromName } from '../core/names.ts';
import { packageFile } from '../core/package-file.ts';
import { META_ENDING } from '../node/metadata.ts';
import { firstExisting, type ProjectInfo } from './project.ts';

/** Icon of the bundled set that a project starts with. */
const STARTER_ICON = 'search';

/** Common folders of icons, the most likely first. */
const COMMON_FOLDERS = [
  'icons',
  'src/icons',
  'src/assets/icons',
  'assets/icons',
  'app/assets/icons',
];

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
 * @param configuredFolder folder in the configuration
 */
export function findStarterIcons(
  project: ProjectInfo,
  configuredFolder: string | undefined,
): StarterIcons {
  const folder =
    configuredFolder ?? COMMON_FOLDERS.find((each) => svgFilesIn(project, each).length > 0);
  const iconsFolder = folder ?? COMMON_FOLDERS[0] ?? 'icons';
  const svgFiles = svgFilesIn(project, iconsFolder);
  const [firstFile] = svgFiles;
  const example = firstFile === undefined ? STARTER_ICON : nameFromPath(firstFile);
  const files = Object.fromEntries(
    ['.svg', META_ENDING].map((extension) => [
      `${iconsFolder}/${STARTER_ICON}${extension}`,
      readBundledFile(STARTER_ICON + extension),
    ]),
  );
  return {
    folder: iconsFolder,
    count: svgFiles.length,
    example,
    label: titleFromName(example),
    files: firstFile === undefined ? files : {},
  };
}

/** SVG files directly in a folder, sorted. */
function svgFilesIn(project: ProjectInfo, folder: string): readonly string[] {
  if (firstExisting(project, [folder]) === undefined) return [];
  try {
    return readdirSync(join(project.folder, folder))
      .filter((file) => /\.svg$/i.test(file) && kebabCase(file.slice(0, -'.svg'.length)) !== '')
      .sort();
  } catch {
    return [];
  }
}

/** Reads a file of the icon set that ships with the package. */
function readBundledFile(name: string): string {
  return readFileSync(packageFile(`icons/${name}`), 'utf8');
}
