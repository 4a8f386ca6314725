import { spawn } from 'node:child_process';

type Command = readonly [program: string, ...args: string[]];

/** Opens an address in the browser of whoever sits there; where there is none, nothing happens. */
export function openInBrowser(url: string): void {
  const [program, ...args] = commandFor(url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function commandFor(url: string): Command {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
