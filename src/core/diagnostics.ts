import { DIAGNOSTICS, type DiagnosticArgs, type TableCode } from './diagnostics/table.ts';

export type { DiagnosticArgs, TableCode } from './diagnostics/table.ts';

/** `error` stops the build, `warning` is reported while the build goes on, `info` is shown on request. */
export type Severity = 'error' | 'warning' | 'info';

/** Position in a file. Both numbers start at 1. */
export interface Where {
  readonly line: number;
  readonly column: number;
}

/** One problem as data: what is wrong, its position, and how to fix it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** File that has the problem, relative to the working folder. */
  readonly file: string;
  readonly where?: Where;
  /** Statement of the problem, one sentence. */
  readonly message: string;
  /** Instruction that fixes it, one sentence. */
  readonly hint: string;
  /** PNG that shows the problem: the icon before, after, and the difference. */
  readonly picture?: Uint8Array;
  /** Set if `iconloom check --fix` can fix it. */
  readonly fixable?: true;
  /** Label of a button that applies the fix: `Follow the text color`. */
  readonly fixLabel?: string;
  /** Related files, named like `file`. */
  readonly others?: readonly string[];
}

/** Code of a rule of `iconloom check`: `lint/` and the rule's name. */
type LintCode = `lint/${string}`;

/** Code of a kind of problem. Codes are stable, because scripts use them. */
export type DiagnosticCode = TableCode | LintCode;

/** Position of a problem and the values of its placeholders. */
export interface DiagnosticInput<Code extends TableCode = TableCode> {
  readonly file: string;
  readonly where?: Where;
  readonly args?: DiagnosticArgs<Code>;
}

/** Creates a diagnostic from the code table. */
export function diagnose<Code extends TableCode>(
  code: Code,
  { file, where, args }: DiagnosticInput<Code> & RequiredArgs<Code>,
): Diagnostic {
  const { severity, message, hint } = DIAGNOSTICS[code];
  return {
    code,
    severity,
    file,
    ...(where && { where }),
    message: fillPlaceholders(message, args),
    hint: fillPlaceholders(hint, args),
  };
}

/** Codes with placeholders require `args`. */
type RequiredArgs<Code extends TableCode> =
  Record<never, string> extends DiagnosticArgs<Code>
    ? unknown
    : { readonly args: DiagnosticArgs<Code> };

/** Replaces each `{name}` by its value. */
export function fillPlaceholders(
  text: string,
  args: Readonly<Record<string, string>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');
}

/** Diagnostic of an SVG inside an `<image>` of the file; its position is in the inner text. */
export function asEmbeddedImageDiagnostic({ where, ...problem }: Diagnostic): Diagnostic {
  const place = where ? ` (line ${where.line}, column ${where.column})` : '';
  return { ...problem, message: `In an embedded SVG image${place}: ${problem.message}` };
}

/** Checks whether a problem is in the call or the configuration rather than in an icon. Info messages do not count. */
export function isUsageProblem({ code, severity }: Diagnostic): boolean {
  return severity !== 'info' && !isLint(code) && DIAGNOSTICS[code].about === 'usage';
}

/** Checks whether a value is a diagnostic code of iconloom. */
export function isDiagnosticCode(code: unknown): code is DiagnosticCode {
  return (
    typeof code === 'string' && (Object.hasOwn(DIAGNOSTICS, code) || /^lint\/[a-z-]+$/.test(code))
  );
}

function isLint(code: DiagnosticCode): code is LintCode {
  return code.startsWith('lint/');
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
