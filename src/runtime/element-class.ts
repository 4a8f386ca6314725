import type { IconSet } from './icon-set.ts';
import { ariaAttributes, colorStyle, hrefOf, MIRRORED, mirrorClass } from './parts.ts';
import { SHEET, SPRITE_EVENT, type StyledSymbol } from './placed-sprite.ts';
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

/** Element with its internal methods. */
interface RenderedElement extends HTMLElement {
  /** Renders again; returns the `<svg>`. */
  draw(): SVGElement;
}

/** Key of a class's sets, shared by all copies of this file. */
export const SETS: unique symbol = Symbol.for('iconloom.sets') as never;

/** Class of a tag, with the sets of all apps that define it. */
export interface IconElementClass {
  new (): RenderedElement;
  readonly [SETS]: IconSet[];
}

/** Sets that have an icon; a set without `isIconName` counts as having all. */
function setsWith(sets: readonly IconSet[], name: string): readonly IconSet[] {
  return sets.filter(
    (set) => !set.isIconName || set.isIconName(name) || Object.hasOwn(set.aliases ?? {}, name),
  );
}

/** The set that an icon is drawn from: the first that has it. */
export function setWith(sets: readonly IconSet[], name: string): IconSet {
  return setsWith(sets, name)[0] ?? (sets[0] as IconSet);
}

/** Reports an icon that differs in two sets of a tag. */
export type ReportTwoSets = (tag: string, name: string) => void;

const warnOfTwoSets: ReportTwoSets = (tag, name) =>
  console.warn(
    `iconloom [two-sets] Two apps define <${tag}> with an icon '${name}'; that of the first is shown.\n  fix: Give each app its own tag: defineIconElement(undefined, 'shop-icon').`,
  );

/**
 * Class for a set, created on demand, since a server has no `HTMLElement`.
 *
 * @param report called once, also in production, since one app shows icons of the other
 */
export function iconElement(
  first: IconSet,
  report: ReportTwoSets = warnOfTwoSets,
): IconElementClass {
  let isReported = false;
  // Styles of the page do not apply in a shadow root, and a policy may block `<style>`.
  const sheet = new CSSStyleSheet();
  // Simulated documents of tests may lack it.
  sheet.replaceSync?.(`.${MIRRORED}:dir(rtl){transform:scaleX(-1)}`);

  class Icon extends HTMLElement implements RenderedElement {
    static readonly [SETS] = [first];
    static readonly observedAttributes: readonly string[] = [...OPTIONS, 'title'];
    readonly #root = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      for (const key of OPTIONS) upgradeProperty(this, key);
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
        width: size,
        height: size,
        class: mirrorClass(set, options),
        // The title of the element is a tooltip by itself.
        ...ariaAttributes({ label: options.label || this.title }, {}),
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

/** Upgrades a property that was set before the element was defined, and shadows the accessor. */
function upgradeProperty(element: HTMLElement, key: (typeof OPTIONS)[number]): void {
  if (!Object.hasOwn(element, key)) return;
  const instance = element as unknown as Record<string, unknown>;
  const value = instance[key];
  delete instance[key];
  instance[key] = value;
}

/** Adds a set to a defined tag; elements without an icon get theirs. */
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

/** Value of the attribute. A trailing `;` marks a list of one color. */
function colorList(colors: IconColors): string {
  const list: string[] = [];
  for (const [key, value] of Object.entries(colors)) {
    list[Array.isArray(colors) ? +key : +key - 1] = value;
  }
  return `${Array.from(list, (color) => color ?? '').join(';')};`;
}

/** Symbol in the roots around an element; a shadow root needs a copy of it. */
function findSymbol(element: Element, id: string): (Element & StyledSymbol) | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.getElementById(id) ?? ('host' in root ? findSymbol(root.host, id) : null);
}
