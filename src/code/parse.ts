import { tsPlugin } from '@sveltejs/acorn-typescript';
import * as acorn from 'acorn';

const OPTIONS: acorn.Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
  // The TypeScript plugin of acorn requires it.
  locations: true,
};

const withJsx: typeof acorn.Parser = acorn.Parser.extend(tsPlugin({ jsx: {} }) as never);
const withoutJsx: typeof acorn.Parser = acorn.Parser.extend(tsPlugin() as never);

/** Parses TypeScript with JSX, or else without; `undefined` if neither works. */
export function parseCode(text: string): acorn.Program | undefined {
  // Only old type assertions, `<T>x`, conflict with JSX.
  return (
    attempt(() => withJsx.parse(text, OPTIONS)) ?? attempt(() => withoutJsx.parse(text, OPTIONS))
  );
}

/** Parses the only expression between two offsets; nodes have offsets into the text. */
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
    // The TypeScript plugin throws a TypeError on some syntax errors.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
