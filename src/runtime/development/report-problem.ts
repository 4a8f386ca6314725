import { MESSAGES, type MessageCode } from './messages.ts';
import { pageRecord } from './page.ts';

/** Codes that are reported under another one. */
const DISPLAYED_CODES: Partial<Record<MessageCode, string>> = {
  'symbol-missing': 'sprite-missing',
  'not-inlined': 'sprite-missing',
};

/** Reports a problem in the console, once. */
export function reportProblem(
  code: MessageCode,
  args: Readonly<Record<string, string>> = {},
): void {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
  const { message, fix } = MESSAGES[code];
  const text = `iconloom [${DISPLAYED_CODES[code] ?? code}] ${fill(message)}\n  fix: ${fill(fix)}`;
  const { told } = pageRecord();
  if (told.has(text)) return;
  told.add(text);
  console.error(text);
}
