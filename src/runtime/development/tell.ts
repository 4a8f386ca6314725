import { type Code, MESSAGES } from './messages.ts';
import { page } from './page.ts';

/** Codes that are reported under another one. */
const SHOWN: Partial<Record<Code, string>> = {
  'symbol-missing': 'sprite-missing',
  'not-inlined': 'sprite-missing',
};

/** Reports a problem in the console, once. */
export function tell(code: Code, args: Readonly<Record<string, string>> = {}): void {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
  const { message, fix } = MESSAGES[code];
  const text = `iconloom [${SHOWN[code] ?? code}] ${fill(message)}\n  fix: ${fill(fix)}`;
  const { told } = page();
  if (told.has(text)) return;
  told.add(text);
  console.error(text);
}
