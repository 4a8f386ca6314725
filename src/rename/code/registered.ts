import type { Program } from 'acorn';
import { walk } from '../../code/walk.ts';
import { keyText, type Loose, loose, part, parts } from './syntax.ts';

/** Components that Vue registers under other names: `components: { AppIcon: Icon }`. */
export function registeredIn(programs: readonly Program[]): ReadonlyMap<string, Loose> {
  const found = new Map<string, Loose>();
  for (const program of programs) {
    walk(program, ({ node }) => {
      const property = loose(node);
      if (property.type !== 'Property' || keyText(property) !== 'components') return;
      for (const each of parts(part(property, 'value'), 'properties')) {
        const [name, value] = [keyText(each), part(each, 'value')];
        if (name !== undefined && value) found.set(name, value);
      }
    });
  }
  return found;
}
