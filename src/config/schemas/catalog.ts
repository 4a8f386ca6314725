import * as v from 'valibot';
import { CATALOG_FORMS, type CatalogForm } from '../../emit/catalog-forms.ts';
import type { ValueSchema } from '../option.ts';
import { quoted } from './values.ts';

/** Catalog: none, or its form. */
export type CatalogChoice = 'none' | CatalogForm;

const CHOICES: readonly CatalogChoice[] = ['none', ...CATALOG_FORMS];

/** `false` is an older spelling of `none`. */
export const CATALOG: ValueSchema = {
  schema: v.union([v.picklist(CHOICES), v.literal(false)]),
  expected: `one of ${quoted(CHOICES)}`,
  choices: CHOICES,
};
