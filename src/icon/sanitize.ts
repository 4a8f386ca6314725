import type { XastChild, XastElement, XastParent } from 'svgo';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { ACTIVE_ELEMENTS, DRAWING_ELEMENTS, isActiveUrl, isEmbeddedBitmap } from './allowed.ts';
import { type Pass, pass } from './tree.ts';

const OUTSIDE_URL = /url\(\s*["']?\s*(?!["'#\s)])([^"')]*)["']?\s*\)/i;

/**
 * Keeps what draws and drops the rest: text for people (title, desc), comments, editors' data,
 * `data-*`, links. Active content is an error, a reference to the outside a warning.
 *
 * `<a href="x"><path onclick="…" data-name="p"/></a>` → error `active-content`, `<g><path/></g>`
 */
export function sanitize(file: string, report: (diagnostic: Diagnostic) => void): Pass {
  const active = (found: string) => report(diagnose('active-content', { file, args: { found } }));
  const outside = (found: string) =>
    report(diagnose('outside-reference', { file, args: { found } }));

  function keeps(child: XastChild): boolean {
    if (child.type === 'text' || child.type === 'cdata') return true;
    if (child.type !== 'element') return false;
    const local = child.name.slice(child.name.indexOf(':') + 1);
    if (ACTIVE_ELEMENTS.has(local)) {
      active(`the element <${local}>`);
      return false;
    }
    if (child.name === 'a') child.name = 'g';
    if (!DRAWING_ELEMENTS.has(child.name)) return false;
    cleanAttributes(child);
    return !(drawsItsLink(child) && child.attributes.href === undefined);
  }

  function cleanAttributes(element: XastElement): void {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (/^on/i.test(name)) {
        active(`the handler ${name} on <${element.name}>`);
        delete element.attributes[name];
      } else if (name.startsWith('data-')) {
        delete element.attributes[name];
      } else if (name === 'href') {
        cleanLink(element, value);
      } else {
        cleanUrls(element, name, value);
      }
    }
  }

  function cleanLink(element: XastElement, url: string): void {
    if (url.trim().startsWith('#')) return;
    const isPicture = element.name === 'image' || element.name === 'feImage';
    if (isPicture && isEmbeddedBitmap(url)) return;
    delete element.attributes.href;
    // Without its link a <g> that was an <a> is whole; nothing was lost from the drawing.
    if (isActiveUrl(url)) active(`the link ${shorten(url)} on <${element.name}>`);
    else if (element.name !== 'g') outside(`${shorten(url)} on <${element.name}>`);
  }

  function cleanUrls(element: XastElement, name: string, value: string): void {
    const url = OUTSIDE_URL.exec(value)?.[1];
    if (url === undefined) return;
    outside(`${shorten(url)} in ${name} on <${element.name}>`);
    if (name === 'style') {
      element.attributes.style = value.replace(new RegExp(OUTSIDE_URL, 'gi'), 'none');
    } else {
      delete element.attributes[name];
    }
  }

  return pass('iconloom-sanitize', (root) => {
    const ahead: XastParent[] = [root];
    for (let parent = ahead.pop(); parent; parent = ahead.pop()) {
      parent.children = parent.children.filter(keeps);
      ahead.push(...parent.children.filter((child) => child.type === 'element'));
    }
  });
}

/** Elements that draw nothing without their `href`. */
function drawsItsLink({ name }: XastElement): boolean {
  return name === 'use' || name === 'image';
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
