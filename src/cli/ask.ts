import { createInterface } from 'node:readline/promises';

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks for one of several words; nothing means the first. An answer that is none is asked again. */
export async function askChoice<T extends string>(
  question: string,
  choices: readonly T[],
): Promise<T> {
  const [first] = choices as readonly [T];
  const text = `${question} (${choices.join(', ')}) [${first}] `;
  for (;;) {
    const answer = (await ask(text)).toLowerCase();
    const found = choices.find((choice) => choice === answer);
    if (found ?? answer === '') return found ?? first;
  }
}

/** Asks for a yes or no; nothing means yes. */
export async function askYes(question: string): Promise<boolean> {
  const answer = await ask(`${question} [Y/n] `);
  return !/^n/i.test(answer);
}

/** Asked on standard error, so that standard output stays what a script reads. An end means stop. */
async function ask(text: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
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
