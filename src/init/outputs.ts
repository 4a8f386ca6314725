import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configString } from '../edit/config-string.ts';
import { angularServed } from './angular.ts';
import { PLATFORMS, type Platform, platformConfig } from './frameworks.ts';
import type { Project } from './project.ts';

/** Where files are written that a project keeps, as it takes no plugin. */
export interface Outputs {
  /** Folder of the code, relative to the project. */
  readonly out: string;
  /** Folder of the sprite, where that is another: one that is served as it is. */
  readonly publicDir?: string | undefined;
  /** Pattern for the file of the sprite, where that is not the usual one. */
  readonly fileName?: string | undefined;
  /** URL of the sprite's folder, or '' where it is not known. */
  readonly base: string;
  /** File with an option that the URL follows and that only running it shows. */
  readonly unreadConfig?: string | undefined;
}

/** What decides about the outputs, besides the project. */
export interface OutputChoice {
  readonly platform: Platform | undefined;
  /** Whether links come from code, which knows a name that changes, and not from pages. */
  readonly isCode: boolean;
  /** Folder of the icons. */
  readonly icons: string;
}

/**
 * The sprite goes where there is a folder that is served as it is: it must have a URL. The code does
 * not, since nobody but the project needs it. A name that changes with the icons has pages that are
 * open load the sprite again, also while developing.
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
    // Public files follow this option alone: assetPrefix is for what Next builds.
    const found = await configString(text, 'basePath');
    const path = found.status === 'known' ? found.value.replace(/\/+$/, '') : '';
    const unreadConfig = found.status === 'unknown' ? config : undefined;
    return { ...files, base: `${path}/icons`, unreadConfig };
  }
  return { out, base: '' };
}
