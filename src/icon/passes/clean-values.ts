import { ShortTextCache } from '../../core/short-text-cache.ts';
import { ANIMATIONS } from '../../svg/elements.ts';

/** Maximum number of cached elements, and of attributes per element; real icons have fewer. */
const MAX_NAMES = 100;
const VALUE_LIMITS = { entries: 500, length: 40 };

/** Cache of clean values by element and attribute, since icons of a set repeat the same values. */
class CleanValues {
  private readonly elements = new Map<string, Map<string, ShortTextCache<true>>>();

  /** Clean values of an element, by attribute. */
  of(element: string): ReadonlyMap<string, ShortTextCache<true>> | undefined {
    return this.elements.get(element);
  }

  add(element: string, attribute: string, value: string): void {
    // Their validity depends on the rest of the icon.
    if (attribute === 'style' || ANIMATIONS.has(element)) return;
    const attributes = addEntry(this.elements, element, () => new Map());
    const values =
      attributes && addEntry(attributes, attribute, () => new ShortTextCache<true>(VALUE_LIMITS));
    values?.set(value, true);
  }
}

/** Entry of a map, added if there is room. */
function addEntry<T>(map: Map<string, T>, key: string, create: () => T): T | undefined {
  if (!map.has(key) && map.size < MAX_NAMES) map.set(key, create());
  return map.get(key);
}

/** Cache of this thread. */
export const cleanValues: CleanValues = new CleanValues();
