import * as v from 'valibot';
import { TEMPLATE_KEYS } from '../../core/symbol-ids.ts';
import type { ValueSchema } from '../option.ts';

const ID_TEMPLATE = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(?=.*\\[(?:name|path)\\])(?:[\\w.:/-]|\\[(?:${TEMPLATE_KEYS.join('|')})\\])+$`),
  ),
);

/** Templates of ids: `icon-[dir]-[name]`. */
export const IDS: ValueSchema = {
  schema: v.union([ID_TEMPLATE, v.array(ID_TEMPLATE)]),
  expected: `a template or a list of templates: letters, digits, '-', '_', '.', ':', '/' and ${TEMPLATE_KEYS.map((key) => `[${key}]`).join(', ')}, with [name] or [path] in it`,
};

/** Text before names in ids. */
export const PREFIX: ValueSchema = {
  schema: v.pipe(v.string(), v.regex(/^([A-Za-z_][\w.-]*)?$/)),
  expected: 'letters, digits, dots, hyphens and underscores, starting with a letter',
};
