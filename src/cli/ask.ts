import { createInterface } from 'node:readline/promises';

/** Streams of questions and answers. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Default terminal. Questions go to standard error, so that scripts can read standard output. */
const STDIO: Terminal = { input: process.stdin, output: process.stderr };

/** Checks whether the command runs in an interactive terminal. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks for one of several words. An empty answer means the first; an unknown one is asked again. */
export async function askChoice<T extends string>(
  question: string,
  choices: readonly T[],
  terminal: Terminal = STDIO,
): Promise<T> {
  const [first] = choices as readonly [T];
  const text = `${question} (${choices.join(', ')}) [${first}] `;
  for (;;) {
    const answer = (await ask(text, terminal)).toLowerCase();
    const found = choices.find((choice) => choice.toLowerCase() === answer);
    if (found ?? answer === '') return found ?? first;
  }
}

/** Asks for yes or no. An empty answer means yes. */
export async function askYes(question: string, terminal: Terminal = STDIO): Promise<boolean> {
  const answer = await ask(`${question} [Y/n] `, terminal);
  return !/^n/i.test(answer);
}

/** Asks before code is changed. Without a terminal, or with JSON as output, the answer is no. */
export async function confirmCodeChange(
  fileCount: number,
  { json }: { readonly json: boolean },
): Promise<boolean> {
  if (json) return false;
  if (isInteractive()) return askYes(`Write these ${fileCount} files?`);
  process.stderr.write('This changes code. Run the command again with --yes to write it.\n');
  return false;
}

/** @throws {PromptAborted} when the input ends before there is an answer. */
async function ask(text: string, { input, output }: Terminal): Promise<string> {
  const reader = createInterface({ input, output });
  const closed = new Promise<never>((_, stop) => {
    reader.once('close', () => stop(new PromptAborted()));
  });
  try {
    return (await Promise.race([reader.question(text), closed])).trim();
  } finally {
    closed.catch(() => {});
    reader.close();
  }
}

/** Error of questions that the user ended with Ctrl+C or Ctrl+D. */
export class PromptAborted extends Error {}
