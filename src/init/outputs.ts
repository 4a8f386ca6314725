import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configString } from '../edit/config-string.ts';
import { angularServed } from './angular.ts';
import { PLATFORMS, type Platform, platformConfig } from './frameworks.ts';
import type { Project } from './project.ts';

/** Location of built files in a project without a plugin. */
export interface Outputs {
  /** Folder of the code, relative to the project. */
  readonly out: string;
  /** Folder of the sprite, if it is another one: a folder of static files. */
  readonly publicDir?: string | undefined;
  /** File name pattern of the sprite, if it is not the default. */
  readonly fileName?: string | undefined;
  /** URL of the sprite's folder; '' if unknown. */
  readonly base: string;
  /** Configuration file with a base path that is known only at run time. */
  readonly unreadConfig?: string | undefined;
}

/** Facts besides the project that the outputs depend on. */
export interface OutputChoice {
  readonly platform: Platform | undefined;
  /** Set if code creates the links, so that file names may have a hash. */
  readonly isCode: boolean;
  /** Folder of the icons. */
  readonly icons: string;
}

/**
 * Chooses where files are built to. The sprite needs a URL, so it goes to a folder of static files.
 * The code does not, since only the project imports it. A file name with a hash makes open pages
 * load a changed sprite again, also in development.
 */
export async function outputsFor(
  project: Project,
  { platform, isCode, icons }: OutputChoice,
): Promise<Outputs> {
  const folder = project.has('src') ? 'src/icons' : 'built-icons';
  const out = folder === icons ? 'src/sprite' : folder;
  const places = (served: string) => ({ out, publicDir: `${served}/icons` });
  const hashed = { fileName: '[name].[hash].svg' };
  if (platform === 'angular') {
    const { folder: served, url } = angularServed(project);
    return { ...places(served), ...hashed, base: `${url}icons` };
  }
  const served = platform ? PLATFORMS[platform].served : 'public';
  if (platform || project.has(served)) {
    const config = platform === 'next' ? platformConfig(platform, project) : undefined;
    const files = { ...places(served), ...(isCode ? hashed : {}) };
    if (config === undefined) return { ...files, base: '/icons' };
    const text = readFileSync(join(project.folder, config), 'utf8');
    // URLs of public files depend on this option only: assetPrefix is for files that Next builds.
    const found = await configString(text, 'basePath');
    const path = found.status === 'known' ? found.value.replace(/\/+$/, '') : '';
    const unreadConfig = found.status === 'unknown' ? config : undefined;
    return { ...files, base: `${path}/icons`, unreadConfig };
  }
  return { out, base: '' };
}
