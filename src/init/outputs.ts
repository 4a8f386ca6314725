import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configString } from '../edit/config-string.ts';
import { angularPublicFolder } from './angular.ts';
import { findPlatformConfig, PLATFORMS, type Platform } from './frameworks.ts';
import type { ProjectInfo } from './project.ts';

/** Location of built files in a project without a plugin. */
export interface BuildLocation {
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
export interface OutputLocationContext {
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
export async function chooseOutputs(
  project: ProjectInfo,
  { platform, isCode, icons }: OutputLocationContext,
): Promise<BuildLocation> {
  const folder = project.has('src') ? 'src/icons' : 'built-icons';
  const out = folder === icons ? 'src/sprite' : folder;
  const locationIn = (publicFolder: string) => ({ out, publicDir: `${publicFolder}/icons` });
  const hashedName = { fileName: '[name].[hash].svg' };
  if (platform === 'angular') {
    const { folder: publicFolder, url } = angularPublicFolder(project);
    return { ...locationIn(publicFolder), ...hashedName, base: `${url}icons` };
  }
  const publicFolder = platform ? PLATFORMS[platform].publicFolder : 'public';
  if (platform || project.has(publicFolder)) {
    const config = platform === 'next' ? findPlatformConfig(platform, project) : undefined;
    const files = { ...locationIn(publicFolder), ...(isCode ? hashedName : {}) };
    if (config === undefined) return { ...files, base: '/icons' };
    const text = readFileSync(join(project.folder, config), 'utf8');
    // URLs of public files depend on this option only: assetPrefix is for files that Next builds.
    const basePath = await configString(text, 'basePath');
    const path = basePath.status === 'known' ? basePath.value.replace(/\/+$/, '') : '';
    const unreadConfig = basePath.status === 'unknown' ? config : undefined;
    return { ...files, base: `${path}/icons`, unreadConfig };
  }
  return { out, base: '' };
}
