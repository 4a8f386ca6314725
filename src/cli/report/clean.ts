// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must go
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text without control characters, which in a file name could steer the terminal. */
export function clean(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}
