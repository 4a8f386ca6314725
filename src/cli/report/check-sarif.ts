import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import { jsonText, oneLine } from '../../core/one-line.ts';
import { packageFile } from '../../core/package-file.ts';
import { explain } from '../../lint/explain.ts';
import { RULES } from '../../lint/rules.ts';
import type { CheckReporter } from './check.ts';

/** Reporter of a check as SARIF 2.1.0, for code scanning and editors. Source: OASIS, SARIF 2.1.0. */
export const sarifReporter: CheckReporter = {
  result({ result: { diagnostics, suppressed, known, baseline }, cwd }) {
    const suppressedEntries = suppressed.map(({ diagnostic, reason }) => ({ diagnostic, reason }));
    return sarifLog(
      [
        ...diagnostics.map((diagnostic) => ({ diagnostic })),
        ...suppressedEntries,
        ...known.map((diagnostic) => ({
          diagnostic,
          reason: `Known problem in ${baseline?.file ?? 'the baseline'}`,
        })),
      ],
      cwd,
      {
        executionSuccessful: true,
      },
    );
  },
  failure: (diagnostics, cwd) =>
    sarifLog([], cwd, {
      executionSuccessful: false,
      toolConfigurationNotifications: diagnostics.map((each) => ({
        descriptor: { id: each.code },
        level: LEVELS[each.severity],
        message: messageOf(each),
        locations: [locationOf(each)],
      })),
    }),
};

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

interface SarifEntry {
  readonly diagnostic: Diagnostic;
  /** Reason of a suppression. */
  readonly reason?: string;
}

function sarifLog(entries: readonly SarifEntry[], cwd: string, invocation: object): string {
  const codes = [...new Set(entries.map(({ diagnostic }) => diagnostic.code))].sort();
  const { version, homepage } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    readonly version: string;
    readonly homepage?: string;
  };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'iconloom',
            version,
            semanticVersion: version,
            ...(homepage !== undefined && { informationUri: homepage }),
            rules: codes.map((code) => descriptorOf(code, entries)),
          },
        },
        invocations: [invocation],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT_BASE_ID]: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` },
        },
        results: entries.map((each) => resultOf(each, codes)),
      },
    ],
  };
  return `${jsonText(document)}\n`;
}

/** Placeholder of the folder that the check ran in. */
const ROOT_BASE_ID = '%SRCROOT%';

/** Describes a kind of problem by its rule, or by its first result. */
function descriptorOf(code: string, entries: readonly SarifEntry[]): object {
  const rule = RULES.find(({ name }) => code === `lint/${name}`);
  const first = entries.find(({ diagnostic }) => diagnostic.code === code)?.diagnostic;
  const about = rule ? `${rule.about}.` : (first?.message ?? code);
  return {
    id: code,
    shortDescription: { text: escapeText(about) },
    help: { text: escapeText(helpText(code) ?? about) },
    defaultConfiguration: { level: LEVELS[first?.severity ?? 'warning'] },
  };
}

/** Cause and fix of a code. */
function helpText(code: string): string | undefined {
  const explanation = explain(code);
  return explanation && `${explanation.cause} Fix: ${explanation.fix}`;
}

function resultOf({ diagnostic, reason }: SarifEntry, codes: readonly string[]): object {
  const { code, severity, others = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: messageOf(diagnostic),
    locations: [locationOf(diagnostic)],
    ...(others.length > 0 && {
      relatedLocations: others.map((file, index) => ({ id: index, ...locationOf({ file }) })),
    }),
    ...(reason !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: oneLine(reason) }],
    }),
  };
}

function messageOf({ message, hint }: Diagnostic): object {
  return { text: `${escapeText(message)}\nFix: ${escapeText(hint)}` };
}

/** Escapes embedded links and placeholders. Source: SARIF 2.1.0, 3.11.5 and 3.11.6. */
function escapeText(text: string): string {
  return oneLine(text).replace(/\](?=\()/g, '\\]');
}

/** Encodes a path segment. Windows allows lone surrogates in file names, but URLs do not. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

function locationOf({ file, where }: Pick<Diagnostic, 'file' | 'where'>): object {
  const uri = file.split('/').map(encodeSegment).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: ROOT_BASE_ID },
      ...(where && { region: { startLine: where.line, startColumn: where.column } }),
    },
  };
}
