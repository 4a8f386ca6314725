import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { developmentBin } from './install-tarball.ts';

/** The server that editors ask about TypeScript, with a file of a project open. */
export interface EditorServer {
  /** Files, relative to the project, that the text before the cursor leads to. */
  definition(text: string): Promise<readonly string[]>;
  /** Shown where the text ends. */
  hover(text: string): Promise<{ readonly type: string; readonly about: string }>;
  /** Offered behind the text. */
  complete(text: string): Promise<readonly string[]>;
  /** Shown beside one of the offers. */
  details(text: string, entry: string): Promise<string>;
  /** Ms that the last request took. */
  lastMs(): number;
  close(): void;
}

interface Response {
  readonly success: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

/** Starts the server as editors do, plugins of the `tsconfig.json` included. */
export function startServer(folder: string, file: string): EditorServer {
  const server = spawn(
    'node',
    [
      developmentBin('typescript/lib/tsserver.js'),
      '--disableAutomaticTypingAcquisition',
      // Editors use the TypeScript of the project, next to which its packages are found.
      '--allowLocalPluginLoads',
    ],
    { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const send = requestsTo(server);
  send('open', { file: path });
  let ms = 0;

  async function ask<Body>(command: string, text: string, more: object = {}): Promise<Body> {
    const at = source.indexOf(text);
    if (at === -1) throw new Error(`'${text}' is not in ${file}.`);
    const lines = source.slice(0, at + text.length).split('\n');
    const place = { line: lines.length, offset: (lines.at(-1) ?? '').length + 1 };
    const start = performance.now();
    const { body } = await send(command, { file: path, ...place, ...more });
    ms = performance.now() - start;
    return body as Body;
  }

  return {
    async definition(text) {
      const body = await ask<{ definitions: { file: string }[] } | undefined>(
        'definitionAndBoundSpan',
        text,
      );
      return (body?.definitions ?? []).map((each) => relative(folder, each.file));
    },
    async hover(text) {
      const body = await ask<{ displayString: string; documentation: string } | undefined>(
        'quickinfo',
        text,
      );
      return { type: body?.displayString ?? '', about: body?.documentation ?? '' };
    },
    async complete(text) {
      const body = await ask<{ entries: { name: string }[] } | undefined>('completionInfo', text);
      return (body?.entries ?? []).map(({ name }) => name);
    },
    async details(text, entry) {
      const body = await ask<{ documentation?: { text: string }[] }[]>(
        'completionEntryDetails',
        text,
        { entryNames: [entry] },
      );
      return (body[0]?.documentation ?? []).map((part) => part.text).join('');
    },
    lastMs: () => ms,
    close: () => server.kill(),
  };
}

function requestsTo(server: ChildProcess) {
  const waiting = new Map<number, (response: Response) => void>();
  let sent = 0;
  let rest = Buffer.alloc(0);
  server.stdout?.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(rest.toString('utf8', 0, end))?.[1]);
      if (end === -1 || rest.length < end + 4 + length) return;
      const message = JSON.parse(rest.toString('utf8', end + 4, end + 4 + length));
      rest = rest.subarray(end + 4 + length);
      if (message.type === 'response') waiting.get(message.request_seq)?.(message);
    }
  });
  return (command: string, args: object): Promise<Response> => {
    sent += 1;
    const request = { seq: sent, type: 'request', command, arguments: args };
    const answer = new Promise<Response>((resolve) => waiting.set(request.seq, resolve));
    server.stdin?.write(`${JSON.stringify(request)}\n`);
    return answer;
  };
}
