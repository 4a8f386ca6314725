/**
 * Inheritance of properties that affect rendering.
 *
 * Source: SVG 2, property index; CSS Cascade 5, 7 (keywords that every property has).
 */

/** Supported inherited properties. */
export type InheritedProperty =
  | 'fill'
  | 'fill-opacity'
  | 'fill-rule'
  | 'clip-rule'
  | 'stroke'
  | 'stroke-opacity'
  | 'stroke-width'
  | 'stroke-linecap'
  | 'stroke-linejoin'
  | 'stroke-miterlimit'
  | 'stroke-dasharray'
  | 'stroke-dashoffset'
  | 'color'
  | 'visibility'
  | 'marker-start'
  | 'marker-mid'
  | 'marker-end';

/** Initial values; '' for `color`, which the page sets. */
export const INITIAL_VALUES: Readonly<Record<InheritedProperty, string>> = {
  fill: 'black',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  color: '',
  visibility: 'visible',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};

/** Values of some inherited properties. */
export type InheritedValues<P extends InheritedProperty = InheritedProperty> = Readonly<
  Record<P, string>
>;

export function isInheritedProperty(name: string): name is InheritedProperty {
  return Object.hasOwn(INITIAL_VALUES, name);
}

/** Keywords that inherit the value of the parent, without style sheets of the page. */
const FROM_PARENT = /^(?:inherit|unset|revert|revert-layer)$/i;

/**
 * Value of an inherited property.
 *
 * @param declared cascaded value of the element
 * @param inherited value of its parent
 */
export function specifiedValue(
  property: InheritedProperty,
  declared: string | undefined,
  inherited: string,
): string {
  if (declared === undefined) return inherited;
  const value = declared.trim();
  if (value === '' || FROM_PARENT.test(value)) return inherited;
  if (/^initial$/i.test(value)) return INITIAL_VALUES[property];
  const isCurrentColor = property === 'color' && /^currentcolor$/i.test(value);
  return isCurrentColor ? inherited : value;
}

/** Values of all properties that `outer` has, for an element inside. */
export function inherit<P extends InheritedProperty>(
  outer: InheritedValues<P>,
  declared: Readonly<Record<string, string | undefined>>,
): InheritedValues<P> {
  let values: Record<string, string> | undefined;
  for (const property in outer) {
    const value = declared[property];
    if (value === undefined) continue;
    values ??= { ...outer };
    values[property] = specifiedValue(property, value, outer[property]);
  }
  return (values as InheritedValues<P> | undefined) ?? outer;
}
