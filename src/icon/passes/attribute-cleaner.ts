import type { XastElement } from 'svgo';
import { isFilterAttribute } from '../../svg/attributes.ts';
import { parseFragment, serializeFragment } from '../../svg/css/references.ts';
import { ANIMATIONS } from '../../svg/elements.ts';
import { parseNumberList, withPlainSpaces } from '../../svg/numbers.ts';
import { isActiveUrl, isAllowedAttribute } from '../allowed.ts';
import { cleanAttribute } from '../clean-attribute.ts';
import { cleanStyle } from '../clean-style.ts';
import { isDataUrl } from '../data-url.ts';
import type { EmbeddedImages } from '../embedded-images.ts';
import type { CssParser } from '../lazy-parts.ts';
import type { LocationHint } from '../source/locate.ts';
import { cleanValues } from './clean-values.ts';
import { type RemovedContentReport, type RemovedParts, shorten } from './sanitize-report.ts';

/** Context for cleaning the attributes of one source. */
export interface AttributeCleanerOptions {
  readonly css: CssParser | undefined;
  readonly images: EmbeddedImages;
  readonly report: RemovedContentReport;
  /** True if a style sheet stays, whose rules `!important` in styles outranks. */
  readonly hasStyleSheet: boolean;
}

/** Keeps attributes that affect rendering, with values in canonical spelling. */
export class AttributeCleaner {
  private readonly options: AttributeCleanerOptions;

  constructor(options: AttributeCleanerOptions) {
    this.options = options;
  }

  clean(element: XastElement): void {
    const { attributes } = element;
    const known = cleanValues.of(element.name);
    for (const name in attributes) {
      const value = attributes[name] as string;
      if (known?.get(name)?.has(value) !== true) this.cleanOne(element, name, value);
    }
  }

  private cleanOne(element: XastElement, name: string, value: string): void {
    const { attributes } = element;
    if (!isAllowedAttribute(element.name, name)) {
      if (/^on/i.test(name)) {
        const hint = { element: element.name, attribute: name };
        this.options.report.active(`the handler ${name} on <${element.name}>`, hint);
      }
      delete attributes[name];
    } else if (name === 'href') {
      this.cleanLink(element, value);
    } else {
      const clean = this.cleanValue(element, name, value);
      if (clean === undefined) delete attributes[name];
      else if (clean !== value) attributes[name] = clean;
      else cleanValues.add(element.name, name, value);
    }
  }

  private cleanLink(element: XastElement, url: string): void {
    const { name, attributes } = element;
    const { images, report } = this.options;
    const target = parseFragment(url);
    delete attributes.href;
    if (target !== undefined && HREF_ELEMENTS.has(name)) {
      attributes.href = serializeFragment(target);
      return;
    }
    const hint = { element: name, attribute: 'href', value: url };
    const isImage = name === 'image' || name === 'feImage';
    // Browsers only show images here and never run code.
    if (isImage && isDataUrl(url)) {
      const embedded = images.embed(element, url);
      if (embedded !== undefined) attributes.href = embedded;
    } else if (isActiveUrl(url)) report.active(`the link ${shorten(url)} on <${name}>`, hint);
    // The target of <a> does not affect rendering.
    else if (name !== 'a') report.outside(`${shorten(url)} on <${name}>`, hint);
  }

  /** Value in its canonical spelling; `undefined` if nothing of it is allowed. */
  private cleanValue(element: XastElement, name: string, value: string): string | undefined {
    const { css, hasStyleSheet } = this.options;
    if (name === 'style') {
      const cleaned = cleanStyle(value, { css, keepsImportance: hasStyleSheet });
      this.reportRemoved(cleaned, { element: element.name, attribute: name, value });
      return cleaned.style;
    }
    if (ANIMATED_VALUE.test(name) && ANIMATIONS.has(element.name)) {
      return this.cleanAnimated(element, value);
    }
    const cleaned = cleanAttribute(element.name, name, value, css);
    this.reportRemoved(cleaned, { element: element.name, attribute: name, value });
    return cleaned.text;
  }

  private reportRemoved(removed: RemovedParts, hint: LocationHint): void {
    if (removed.outside.length + removed.unsupported.length > 0) {
      this.options.report.parts(removed, hint);
    }
  }

  /** Cleans the list of values that an animation sets. */
  private cleanAnimated({ name, attributes }: XastElement, values: string): string | undefined {
    const target = (attributes.attributeName ?? '').trim();
    const isTransform = name === 'animateTransform' || name === 'animateMotion';
    const clean = values.split(';').map((each) => {
      const value = each.trim();
      if (value === '') return value;
      if (isTransform) return parseNumberList(value) ? withPlainSpaces(value) : undefined;
      const owner = isFilterAttribute(target) ? 'fe' : '';
      return cleanAttribute(owner, target, value, this.options.css).text;
    });
    return clean.includes(undefined) ? undefined : clean.join(';');
  }
}

/** Attributes of an animation that hold the values it sets. */
const ANIMATED_VALUE = /^(values|to|from|by)$/;

/** Elements whose `href` may refer to another element of the icon. */
const HREF_ELEMENTS: ReadonlySet<string> = new Set([
  ...['use', 'linearGradient', 'radialGradient', 'pattern', 'textPath', 'mpath', 'feImage'],
  ...ANIMATIONS,
]);
