import { resolve } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { PluginOptions } from './options.ts';
import { createProject, type PluginProject } from './project.ts';
import { projectFolder } from './project-folder.ts';

/** Opener of the project of a bundler, once and on first use. */
export class ProjectOpener {
  readonly #options: PluginOptions;
  readonly #hasPage: boolean;
  #root = process.cwd();
  #created: Promise<PluginProject> | undefined;
  #updated: Promise<PluginProject> | undefined;

  /** @param hasPage true if there is an HTML page that icons can be put into */
  constructor(options: PluginOptions, { hasPage }: { readonly hasPage: boolean }) {
    this.#options = options;
    this.#hasPage = hasPage;
  }

  /** Opens the project of a folder, or updates the opened one. */
  async start(root: string): Promise<PluginProject> {
    await this.prepare(root);
    return this.project();
  }

  /** Checks the options of the project of a folder. Its icons are built, or updated, on first use. */
  async prepare(root: string): Promise<PluginProject> {
    this.#root = resolve(root);
    const project = await this.withoutIcons();
    this.#updated = undefined;
    return project;
  }

  /** Project with its icons. */
  project(): Promise<PluginProject> {
    if (this.#updated) return this.#updated;
    const updated = this.#update();
    this.#updated = updated;
    updated.catch(() => {
      if (this.#updated === updated) this.#updated = undefined;
    });
    return updated;
  }

  /** Project whose icons may not be built yet. */
  withoutIcons(): Promise<PluginProject> {
    if (this.#created) return this.#created;
    this.#created = this.#create();
    // Errors may be fixed while the bundler keeps running.
    this.#created.catch(() => {
      this.#created = undefined;
    });
    return this.#created;
  }

  async #create(): Promise<PluginProject> {
    const folder = projectFolder(this.#root, this.#options.inputs);
    const project = await createProject(this.#options, folder);
    const { critical, config } = project.settings;
    if (critical.length > 0 && !this.#hasPage) {
      throw new BuildError([diagnose('critical-without-page', { file: config.configFile })]);
    }
    return project;
  }

  async #update(): Promise<PluginProject> {
    const project = await this.withoutIcons();
    await project.update();
    project.writeDeclarations();
    return project;
  }
}
