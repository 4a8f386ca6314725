import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configString } from '../edit/config-string.ts';
import { angularOutputs } from './angular.ts';
import { PLATFORMS, type Platform, platformConfig } from './frameworks.ts';
import type { Project } from './project.ts';

/** Where files are written that a project keeps, as it takes no plugin. */
export interface Outputs {
  /** Folder, relative to the project. */
  readonly out: string;
  /** URL of that folder, or '' where it is not known. */
  readonly base: string;
  /** File with an option that the URL follows and that only running it shows. */
  readonly unreadConfig?: string | undefined;
}

/** A folder that is served as it is, where there is one: the sprite must have a URL. */
export async function outputsFor(
  project: Project,
  platform: Platform | undefined,
  icons: string,
): Promise<Outputs> {
  if (platform === 'angular') return angularOutputs(project);
  const served = platform ? PLATFORMS[platform].served : 'public';
  if (platform || project.has(served)) {
    const out = `${served}/icons`;
    const config = platform === 'next' ? platformConfig(platform, project) : undefined;
    if (config === undefined) return { out, base: '/icons' };
    const text = readFileSync(join(project.folder, config), 'utf8');
    // Public files follow this option alone: assetPrefix is for what Next builds.
    const found = await configString(text, 'basePath');
    const path = found.status === 'known' ? found.value.replace(/\/+$/, '') : '';
    const unreadConfig = found.status === 'unknown' ? config : undefined;
    return { out, base: `${path}/icons`, unreadConfig };
  }
  const folder = project.has('src') ? 'src/icons' : 'built-icons';
  return { out: folder === icons ? 'src/sprite' : folder, base: '' };
}
