import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface WordRule {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Files whose text is an interface or an output, which must not change. */
  readonly allowed?: readonly string[];
}

const WORDS: readonly WordRule[] = [
  {
    pattern: /\bmend(s|ed|ing)?\b/i,
    instead: 'fix',
    // A deprecated key of the library's result and of its JSON.
    allowed: [
      'src/pipeline/check.ts',
      'src/cli/report/check-json.ts',
      'docs/check.md',
      'CHANGELOG.md',
    ],
  },
  // The notice is in every output.
  { pattern: /\banew\b/i, instead: 'again', allowed: ['src/emit/notice.ts'] },
  { pattern: /\blest\b/i, instead: 'so that … not' },
  { pattern: /\bwho(so)?ever\b/i, instead: 'anyone, everyone' },
  { pattern: /\b(tell|tells|told) of\b/i, instead: 'report' },
  { pattern: /\bwhat is off\b|\boff with (the|this|an?)\b/i, instead: 'problem with' },
];

/** Beginnings of doc comments that are no noun phrase and no verb. */
const DOC_COMMENT = /\/\*\*\s*(?:\*\s*)?(What|Whether|How|Those|Where|Which|All that)\b/;
/** Writes doc comments of generated code, which are outputs. */
const GENERATES_COMMENTS = ['src/emit/names.ts', 'src/plugin/output/dts.ts'];

/** Names that entries of the package share on purpose, and names in generated code. */
const MIRRORED_TYPES = ['Icon', 'IconAlias', 'IconComponent', 'IconName', 'IconProps', 'IconSet'];
/** Nodes of two parsers: of configurations, and of code with types and templates. */
const SHARED_TYPES = [...MIRRORED_TYPES, 'SyntaxNode'];

/** Pages that are rewritten with the structure that they describe. */
const NOT_YET = ['docs/architecture.md'];

const files = ['src', 'docs', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
  .flatMap(textFiles)
  .filter((file) => !NOT_YET.includes(file));
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

function textFiles(path: string): readonly string[] {
  if (path.includes('.')) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .map((file) => join(path, file.replaceAll('\\', '/')))
    .filter((file) => /\.(ts|md|svelte)$/.test(file))
    .sort();
}

/** Lines that a pattern matches, as `file:line text`. */
function linesWith(pattern: RegExp, allowed: readonly string[] = []): readonly string[] {
  return [...texts].flatMap(([file, text]) =>
    allowed.includes(file)
      ? []
      : text
          .split('\n')
          .flatMap((line, index) =>
            pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
          ),
  );
}

test.each(WORDS)('$pattern: write “$instead”', ({ pattern, allowed }) => {
  expect(linesWith(pattern, allowed)).toEqual([]);
});

test('allowed files still need it', () => {
  for (const { pattern, allowed = [] } of WORDS) {
    expect(allowed.filter((file) => !pattern.test(texts.get(file) ?? ''))).toEqual([]);
  }
});

test('doc comments begin with a noun or a verb', () => {
  const found = [...texts].flatMap(([file, text]) =>
    GENERATES_COMMENTS.includes(file) || !file.endsWith('.ts')
      ? []
      : [...text.matchAll(new RegExp(DOC_COMMENT, 'g'))].map(([comment]) => `${file}: ${comment}`),
  );
  expect(found).toEqual([]);
});

test('names of types are unique', () => {
  const owners = new Map<string, string[]>();
  for (const [file, text] of texts) {
    if (!file.startsWith('src/')) continue;
    for (const [, name = ''] of text.matchAll(
      /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class) ([A-Z]\w*)/gm,
    )) {
      owners.set(name, [...(owners.get(name) ?? []), file]);
    }
  }
  const duplicates = [...owners].filter(
    ([name, owner]) => owner.length > 1 && !SHARED_TYPES.includes(name),
  );
  expect(Object.fromEntries(duplicates)).toEqual({});
});
