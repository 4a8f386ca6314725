import { tsPlugin } from '@sveltejs/acorn-typescript';
import * as acorn from 'acorn';

const OPTIONS: acorn.Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
  // The parser of TypeScript asks for it.
  locations: true,
};

const withJsx: typeof acorn.Parser = acorn.Parser.extend(tsPlugin({ jsx: {} }) as never);
const withoutJsx: typeof acorn.Parser = acorn.Parser.extend(tsPlugin() as never);

/** Parses code in whichever dialect explains it; `undefined` where none does. */
export function parseCode(text: string): acorn.Program | undefined {
  // Only old casts, `<T>x`, stand in the way of reading all code as if it had tags.
  return (
    attempt(() => withJsx.parse(text, OPTIONS)) ?? attempt(() => withoutJsx.parse(text, OPTIONS))
  );
}

/** Parses the one expression that stands between two offsets; nodes have offsets into the text. */
export function parseExpression(
  text: string,
  start: number,
  end: number,
): acorn.Expression | undefined {
  const before = text.slice(0, end);
  const expression = attempt(() => withJsx.parseExpressionAt(before, start, OPTIONS));
  if (!expression) return undefined;
  const rest = before.slice(expression.end).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return /^[\s;)]*$/.test(rest) ? expression : undefined;
}

function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    // The parser of TypeScript meets some mistakes with errors of its own making.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
