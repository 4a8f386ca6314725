import { checkDeclarations } from './check-declarations.ts';
import { checkCss, isScopedId, type SymbolScope, unescapeCss } from './check-value.ts';

/** Content that a block of a style sheet takes. */
type BlockKind = 'rules' | 'frames' | 'declarations';

const TOKEN = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\\.|[{};]|[^"'\\{};]+/gsy;
const CONDITION = /^@(media|supports|container|layer|scope|starting-style)\b/i;
const KEYFRAMES = /^@(?:-[a-z]+-)?keyframes\s+(\S+)$/i;
const FRAME = /^(?:from|to|[\d.]+%)(?:\s*,\s*(?:from|to|[\d.]+%))*$/i;

/**
 * Finds a reason why a style sheet is not allowed in a sprite, since it would reach the whole page;
 * `undefined` if it is allowed: it fetches nothing, and all of its selectors are scoped to the
 * symbol.
 *
 * @param css its text, with entities decoded
 */
export function checkStyleSheet(css: string, scope: SymbolScope): string | undefined {
  if (/<[/!]/.test(css)) return '<style> contains markup';
  const outside = checkCss(css, scope, '<style>');
  // In a document of its own there is no page to reach.
  if (outside !== undefined || scope.prefix === '') return outside;
  const isScoped = (name: string) => isScopedId(name, scope.prefix);
  return checkRules(css, scope) ?? checkDeclarations(unescapeCss(css), isScoped);
}

function checkRules(css: string, { prefix }: SymbolScope): string | undefined {
  const open: BlockKind[] = ['rules'];
  let prelude = '';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < css.length) {
    const token = TOKEN.exec(css)?.[0];
    if (token === undefined) return '<style> contains an unterminated string';
    if (token === '{') {
      const block = blockKindOf(prelude.trim(), open.at(-1), prefix);
      if (block === undefined) return `<style> contains a rule that is not scoped to the icon`;
      open.push(block);
      prelude = '';
    } else if (token === '}') {
      open.pop();
      if (open.length === 0) return '<style> has an unmatched }';
      prelude = '';
    } else if (token === ';') {
      if (open.at(-1) !== 'declarations' && !isLayers(prelude.trim(), prefix)) {
        return '<style> contains an unknown statement';
      }
      prelude = '';
    } else prelude += token;
  }
  return undefined;
}

function blockKindOf(
  prelude: string,
  outerKind: BlockKind | undefined,
  prefix: string,
): BlockKind | undefined {
  if (outerKind === 'frames') return FRAME.test(prelude) ? 'declarations' : undefined;
  if (outerKind !== 'rules') return undefined;
  const keyframes = KEYFRAMES.exec(prelude)?.[1];
  if (keyframes !== undefined) return isScopedName(keyframes, prefix) ? 'frames' : undefined;
  const condition = CONDITION.exec(prelude)?.[1]?.toLowerCase();
  if (condition === 'layer') return isLayers(prelude, prefix) ? 'rules' : undefined;
  if (condition !== undefined) return 'rules';
  if (prelude.startsWith('@')) return undefined;
  return splitSelectors(unescapeCss(prelude)).every((each) => isScopedSelector(each, prefix))
    ? 'declarations'
    : undefined;
}

/** `@layer a_b, a_c`, also without a name. */
function isLayers(statement: string, prefix: string): boolean {
  if (statement === '') return true;
  const [, names] = /^@layer(?:\s+(.*))?$/is.exec(statement) ?? [statement];
  if (names === undefined) return /^@layer$/i.test(statement);
  return names.split(/[,.]/).every((name) => isScopedName(name.trim(), prefix));
}

function isScopedName(name: string, prefix: string): boolean {
  return isScopedId(unescapeCss(name), prefix);
}

/** Selectors of a list, which commas in brackets do not separate. */
function splitSelectors(selectors: string): readonly string[] {
  const all = [''];
  let depth = 0;
  for (const char of selectors) {
    if (/[([]/.test(char)) depth += 1;
    if (/[)\]]/.test(char)) depth -= 1;
    if (char === ',' && depth === 0) all.push('');
    else all[all.length - 1] += char;
  }
  return all;
}

const SELECTOR_ALTERNATIVES = /:(?:is|where)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/gi;
const BRACKETS = /\[[^\]]*\]|:[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/**
 * Checks if a selector reaches the symbol's own elements only: an id or a class of the symbol must
 * match, either directly or in each alternative of a list, and siblings must be below its root.
 */
function isScopedSelector(selector: string, prefix: string): boolean {
  const isBelow = ['0', '1'].some((name) => selector.includes(`:where(.${prefix}${name} *)`));
  if (/[~+]/.test(selector.replace(BRACKETS, '')) && !isBelow) return false;
  if (hasScopedName(selector.replace(BRACKETS, ' '), prefix)) return true;
  return [...selector.matchAll(SELECTOR_ALTERNATIVES)].some(([, alternatives = '']) =>
    splitSelectors(alternatives).every((each) => isScopedSelector(each, prefix)),
  );
}

function hasScopedName(compound: string, prefix: string): boolean {
  const names = [...compound.matchAll(/[.#]([^\s.#:>~+*,[\]()]+)/g)];
  return names.some(([, name = '']) => isScopedId(name, prefix));
}
