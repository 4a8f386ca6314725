import { resolve } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { type Diagnostic, isError } from '../../core/diagnostics.ts';
import type { Core } from '../core.ts';
import type { PluginProject } from '../project.ts';
import { formatDiagnostics } from '../report.ts';

/** Delay between the last transformed module and the report of problems, in ms. */
const REPORT_DELAY_MS = 20;

/** Reporter of the current problems, in the log and in the overlay of pages. */
export class ProblemReporter {
  readonly #server: ViteDevServer;
  readonly #core: Core;
  readonly #project: PluginProject;
  #overlay: ErrorPayload | undefined;
  #lastReport = '';
  readonly #loggedDeprecations = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(server: ViteDevServer, core: Core, project: PluginProject) {
    this.#server = server;
    this.#core = core;
    this.#project = project;
    server.ws.on('connection', (socket: { send: (text: string) => void }) => {
      if (this.#overlay) socket.send(JSON.stringify(this.#overlay));
    });
  }

  /** Shows the current problems, or removes the overlay. */
  report(): void {
    this.#logDeprecated();
    const problems = [...this.#project.diagnostics().filter(isError), ...this.#core.unknown()];
    const text = formatDiagnostics(problems);
    if (text === this.#lastReport) return;
    this.#lastReport = text;
    this.#overlay = problems.length > 0 ? overlayOf(problems, this.#project.root) : undefined;
    const { hot } = this.#server.environments.client;
    if (this.#overlay) {
      this.#server.config.logger.error(`iconloom\n${text}`, { timestamp: true });
      hot.send(this.#overlay);
    } else hot.send('iconloom:fixed', {});
  }

  /** Logs the warnings about deprecated icons, once for each file: edits move their lines. */
  #logDeprecated(): void {
    for (const each of this.#core.deprecated()) {
      const key = `${each.file} ${each.message} ${each.hint}`;
      if (this.#loggedDeprecations.has(key)) continue;
      this.#loggedDeprecations.add(key);
      this.#server.config.logger.warn(`iconloom\n${formatDiagnostics([each])}`, {
        timestamp: true,
      });
    }
  }

  /** Reports the problems once no more modules are being transformed. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.report(), REPORT_DELAY_MS);
  }

  /** Logs the warnings of the project. */
  logWarnings(): void {
    for (const each of this.#project.diagnostics()) {
      if (each.severity === 'warning') {
        this.#server.config.logger.warn(`iconloom\n${formatDiagnostics([each])}`);
      }
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}

function overlayOf(problems: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = problems as readonly [Diagnostic];
  const id = resolve(root, first.file);
  const others = problems.slice(1);
  const message = `${first.code}: ${first.message}\n\nfix: ${first.hint}`;
  const rest = others.length > 0 ? `\n\n${formatDiagnostics(others)}` : '';
  return {
    type: 'error',
    err: {
      message: message + rest,
      stack: '',
      id,
      plugin: 'iconloom',
      ...(first.where && { loc: { file: id, ...first.where } }),
    },
  };
}
