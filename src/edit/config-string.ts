import { exportedObject, NotEditable, propertyOf, resolve } from './config-object.ts';
import { child, children, type ParsedSource, parseModule, stringOf, walkNodes } from './parse.ts';

/** A string option in a configuration file. */
export type ConfigString =
  | { readonly status: 'missing' }
  | { readonly status: 'known'; readonly value: string }
  /** The value is only known when the file runs. */
  | { readonly status: 'unknown' };

/** Reads a string option of the object that a configuration file exports, without running it. */
export async function configString(text: string, key: string): Promise<ConfigString> {
  const parsed = await parseModule(text);
  if (parsed ? !containsName(parsed, key) : !text.includes(key)) return { status: 'missing' };
  const value = parsed && literalAt(parsed, key);
  return value === undefined ? { status: 'unknown' } : { status: 'known', value };
}

function containsName({ root }: ParsedSource, key: string): boolean {
  return [...walkNodes(root)].some((node) => node.name === key || stringOf(node) === key);
}

function literalAt({ root }: ParsedSource, key: string): string | undefined {
  try {
    const object = exportedObject(root, 'all');
    const property = propertyOf(object.node, key);
    const value = property && child(property, 'value');
    if (!value) return undefined;
    const { node } = resolve({ ...object, node: value });
    const [part, ...others] = node.type === 'TemplateLiteral' ? children(node, 'quasis') : [];
    if (!part) return stringOf(node);
    return others.length === 0 ? (part.value as { cooked: string }).cooked : undefined;
  } catch (error) {
    if (error instanceof NotEditable) return undefined;
    throw error;
  }
}
