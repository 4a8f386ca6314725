import { SHEET, SPRITE_EVENT, type Styled } from './drawn-sprite.ts';
import type { IconSet } from './icon-set.ts';
import { colorStyle, hrefOf, MIRRORED, mirrorClass, spoken } from './parts.ts';
import type { IconColors, IconOptions } from './props.ts';
import { svgElement } from './svg-element.ts';

/** Attributes, and properties of the same names. */
const OPTIONS = ['name', 'size', 'label', 'flip', 'color'] as const;

/**
 * `<iconloom-icon name="…" size="…" label="…" flip="…" color="…">`, all but the name optional.
 * Several colors are written `color="red; blue"`. Each attribute is a property, too.
 */
export interface IconElement<Name extends string = string> extends HTMLElement {
  name: Name;
  size: number | string | undefined;
  label: string | undefined;
  flip: 'rtl' | 'none' | undefined;
  color: string | IconColors | undefined;
}

/** The element as our own code sees it. */
interface DrawnElement extends HTMLElement {
  /** Draws anew; returns the `<svg>`. */
  draw(): SVGElement;
}

/** Where a class keeps its sets. Known by name to every copy of this file. */
export const SETS: unique symbol = Symbol.for('iconloom.sets') as never;

/** The class of a tag, with the sets of all who define it. */
export interface IconElementClass {
  new (): DrawnElement;
  readonly [SETS]: IconSet[];
}

/** The sets that have an icon; one that does not tell its names is believed to have all. */
function setsWith(sets: readonly IconSet[], name: string): readonly IconSet[] {
  return sets.filter(
    (set) => !set.isIconName || set.isIconName(name) || Object.hasOwn(set.aliases ?? {}, name),
  );
}

/** The set that an icon is drawn from: the first that has it. */
export function setWith(sets: readonly IconSet[], name: string): IconSet {
  return setsWith(sets, name)[0] ?? (sets[0] as IconSet);
}

/** Reports an icon that is another one in each of two sets of a tag. */
export type ReportTwoSets = (tag: string, name: string) => void;

const warnOfTwoSets: ReportTwoSets = (tag, name) =>
  console.warn(
    `iconloom [two-sets] Two apps define <${tag}> with an icon '${name}'; that of the first is shown.\n  fix: Give each app its own tag: defineIconElement(undefined, 'shop-icon').`,
  );

/**
 * The class for a set. Made when asked for, since a server has no `HTMLElement`.
 *
 * @param report called once, since in production, too, one app shows icons of the other
 */
export function iconElement(
  first: IconSet,
  report: ReportTwoSets = warnOfTwoSets,
): IconElementClass {
  let isReported = false;
  // What the page styles does not reach in here, and a `<style>` would need leave of its policy.
  const sheet = new CSSStyleSheet();
  // Simulated documents of tests may lack it.
  sheet.replaceSync?.(`.${MIRRORED}:dir(rtl){transform:scaleX(-1)}`);

  class Icon extends HTMLElement implements DrawnElement {
    static readonly [SETS] = [first];
    static readonly observedAttributes: readonly string[] = [...OPTIONS, 'title'];
    readonly #root = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      for (const key of OPTIONS) takeUp(this, key);
      document.addEventListener(SPRITE_EVENT, this);
      this.draw();
    }

    disconnectedCallback(): void {
      document.removeEventListener(SPRITE_EVENT, this);
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.draw();
    }

    handleEvent(): void {
      this.draw();
    }

    draw(): SVGElement {
      const { size = '1em', color, ...options } = readOptions(this);
      const [set = first, other] = setsWith(Icon[SETS], options.name);
      const svg = svgElement('svg', {
        ...{ width: size, height: size, class: mirrorClass(set, options) },
        // The title of the element is a tooltip by itself.
        ...spoken({ label: options.label || this.title }, {}),
      });
      for (const [property, value] of Object.entries(colorStyle(color))) {
        svg.style.setProperty(property, value);
      }
      const href = hrefOf(set, options.name);
      if (!isReported && other && hrefOf(other, options.name) !== href) {
        isReported = true;
        report(this.localName, options.name);
      }
      const symbol = href?.startsWith('#') ? findSymbol(this, href.slice(1)) : undefined;
      if (symbol) svg.append(symbol.cloneNode(true));
      svg.append(svgElement('use', { href }));
      this.#root.adoptedStyleSheets = [sheet, ...(symbol?.[SHEET] ?? [])];
      this.#root.replaceChildren(svg);
      return svg;
    }
  }
  for (const key of OPTIONS) Object.defineProperty(Icon.prototype, key, reflected(key));
  return Icon;
}

/** An attribute as a property. */
function reflected(key: string): PropertyDescriptor & ThisType<HTMLElement> {
  return {
    get() {
      return this.getAttribute(key) ?? undefined;
    },
    set(value: IconOptions<string>['color'] | number) {
      if (value == null) this.removeAttribute(key);
      else this.setAttribute(key, typeof value === 'object' ? colorList(value) : String(value));
    },
    configurable: true,
    enumerable: true,
  };
}

/** A property that was set before the element was one lies in front of ours. */
function takeUp(element: HTMLElement, key: (typeof OPTIONS)[number]): void {
  if (!Object.hasOwn(element, key)) return;
  const own = element as unknown as Record<string, unknown>;
  const value = own[key];
  delete own[key];
  own[key] = value;
}

/** Gives a tag that is defined already a further set; elements that were without an icon get it. */
export function addSet(defined: Partial<IconElementClass>, set: IconSet): void {
  if (!defined[SETS] || defined[SETS].includes(set)) return;
  defined[SETS].push(set);
  document.dispatchEvent(new Event(SPRITE_EVENT));
}

function readOptions(element: HTMLElement): IconOptions<string> {
  const read = (key: string) => element.getAttribute(key) ?? undefined;
  const color = read('color');
  return {
    name: read('name') ?? '',
    size: read('size'),
    label: read('label'),
    flip: read('flip') as IconOptions<string>['flip'],
    color: color?.includes(';') ? color.split(';') : color,
  };
}

/** As an attribute holds it. A trailing `;` makes a list of one color a list, too. */
function colorList(colors: IconColors): string {
  const list: string[] = [];
  for (const [key, value] of Object.entries(colors)) {
    list[Array.isArray(colors) ? +key : +key - 1] = value;
  }
  return `${Array.from(list, (color) => color ?? '').join(';')};`;
}

/** A symbol around an element; it is not seen from inside a shadow root, so its copy is put there. */
function findSymbol(element: Element, id: string): (Element & Styled) | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.getElementById(id) ?? ('host' in root ? findSymbol(root.host, id) : null);
}
