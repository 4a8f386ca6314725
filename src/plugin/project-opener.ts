import { resolve } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { PluginOptions } from './options.ts';
import { openProject, type PluginProject } from './project.ts';
import { projectFolder } from './project-folder.ts';

/** Opener of the project of a bundler, once and on first use. */
export class ProjectOpener {
  readonly #options: PluginOptions;
  readonly #hasPage: boolean;
  #root = process.cwd();
  #opened: Promise<PluginProject> | undefined;

  /** @param hasPage true if there is an HTML page that icons can be put into */
  constructor(options: PluginOptions, { hasPage }: { readonly hasPage: boolean }) {
    this.#options = options;
    this.#hasPage = hasPage;
  }

  /** Opens the project of a folder, or updates the opened one. */
  async start(root: string): Promise<PluginProject> {
    this.#root = resolve(root);
    if (!this.#opened) return this.project();
    const existing = await this.#opened;
    await existing.update();
    existing.writeDeclarations();
    return existing;
  }

  project(): Promise<PluginProject> {
    if (this.#opened) return this.#opened;
    this.#opened = this.#open();
    // Errors may be fixed while the bundler keeps running.
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }

  async #open(): Promise<PluginProject> {
    const folder = projectFolder(this.#root, this.#options.inputs);
    const project = await openProject(this.#options, folder);
    const { critical, config } = project.settings;
    if (critical.length > 0 && !this.#hasPage) {
      throw new BuildError([diagnose('critical-without-page', { file: config.configFile })]);
    }
    return project;
  }
}
