import { createInterface } from 'node:readline/promises';

/** Where questions go and answers come from. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asked on standard error, so that standard output stays what a script reads. */
const OURS: Terminal = { input: process.stdin, output: process.stderr };

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks for one of several words; nothing means the first. An answer that is none is asked again. */
export async function askChoice<T extends string>(
  question: string,
  choices: readonly T[],
  terminal: Terminal = OURS,
): Promise<T> {
  const [first] = choices as readonly [T];
  const text = `${question} (${choices.join(', ')}) [${first}] `;
  for (;;) {
    const answer = (await ask(text, terminal)).toLowerCase();
    const found = choices.find((choice) => choice.toLowerCase() === answer);
    if (found ?? answer === '') return found ?? first;
  }
}

/** Asks for a yes or no; nothing means yes. */
export async function askYes(question: string, terminal: Terminal = OURS): Promise<boolean> {
  const answer = await ask(`${question} [Y/n] `, terminal);
  return !/^n/i.test(answer);
}

/** @throws {Stopped} when the input ends before there is an answer. */
async function ask(text: string, { input, output }: Terminal): Promise<string> {
  const reader = createInterface({ input, output });
  const closed = new Promise<never>((_, stop) => {
    reader.once('close', () => stop(new Stopped()));
  });
  try {
    return (await Promise.race([reader.question(text), closed])).trim();
  } finally {
    closed.catch(() => {});
    reader.close();
  }
}

/** The person ended the questions with Ctrl+C or Ctrl+D. */
export class Stopped extends Error {}
