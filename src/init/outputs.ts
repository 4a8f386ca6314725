import { PLATFORMS, type Platform } from './frameworks.ts';
import type { Project } from './project.ts';

/** Where files are written that a project keeps, as it takes no plugin. */
export interface Outputs {
  /** Folder, relative to the project. */
  readonly out: string;
  /** URL of that folder, or '' where it is not known. */
  readonly base: string;
}

/** A folder that is served as it is, where there is one: the sprite must have a URL. */
export function outputsFor(
  project: Project,
  platform: Platform | undefined,
  icons: string,
): Outputs {
  const served = platform ? PLATFORMS[platform].served : 'public';
  if (platform || project.has(served)) return { out: `${served}/icons`, base: '/icons' };
  const folder = project.has('src') ? 'src/icons' : 'built-icons';
  return { out: folder === icons ? 'src/sprite' : folder, base: '' };
}
