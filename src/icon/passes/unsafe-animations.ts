import type { XastElement } from 'svgo';
import { isActiveUrl, isAnimatable } from '../allowed.ts';
import { type RemovedContentReport, shorten } from './sanitize-report.ts';

/** Attributes of an animation that hold the values it sets. */
const VALUE_ATTRIBUTES = ['to', 'from', 'by', 'values'];

/**
 * Checks if an animation sets a link, a handler or an unsupported attribute, and reports it. Trims
 * the name of its target.
 */
export function isUnsafeAnimation(animation: XastElement, report: RemovedContentReport): boolean {
  const { name, attributes } = animation;
  const value = attributes.attributeName ?? '';
  const target = value.trim();
  const hint = { element: name, attribute: 'attributeName', value };
  if (/^on/i.test(target)) {
    report.active(`the animation of ${target}`, hint);
    return true;
  }
  if (/(^|:)href$/i.test(target)) {
    reportLinks(animation, report);
    return true;
  }
  if (target === '' || isAnimatable(target)) {
    attributes.attributeName = target;
    return false;
  }
  report.unsupported(`the animation of ${target}`, hint);
  return true;
}

function reportLinks({ name, attributes }: XastElement, report: RemovedContentReport): void {
  for (const attribute of VALUE_ATTRIBUTES) {
    const all = attributes[attribute] ?? '';
    const hint = { element: name, attribute, value: all };
    for (const url of all.split(';').map((each) => each.trim())) {
      if (isActiveUrl(url)) report.active(`the link ${shorten(url)} on <${name}>`, hint);
      else if (all !== '' && !url.startsWith('#'))
        report.outside(`${shorten(url)} on <${name}>`, hint);
    }
  }
}
