/** Validation of cached values, since other programs may have written to the cache. */

import type { Ink } from './types.ts';

export function isInk(value: unknown): value is Ink | undefined {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  const { left, top, right, bottom, center, share } = value;
  if (!Array.isArray(center) || center.length !== 2) return false;
  return [left, top, right, bottom, share, ...center].every(Number.isFinite);
}

/** Findings of one rule. */
export function areFindings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFinding);
}

/** Findings by rule. */
export function areFindingsByRule(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(areFindings);
}

function isFinding(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { file, message, hint, offset, fix, fixLabel, others } = value;
  return (
    [file, message, hint].every(isText) &&
    (offset === undefined || isOffset(offset)) &&
    (fix === undefined || (Array.isArray(fix) && fix.every(isEdit))) &&
    (fixLabel === undefined || isText(fixLabel)) &&
    (others === undefined || (Array.isArray(others) && others.every(isText)))
  );
}

function isEdit(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { start, end, text } = value;
  return isOffset(start) && isOffset(end) && Number(start) <= Number(end) && isText(text);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isOffset(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
