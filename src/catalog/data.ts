import type { CatalogData } from '../core/catalog.ts';

/** Attribute of the body: where the data is, relative to the page. */
const SOURCE = 'data-catalog';
/** Id of the element that holds the data where the page is one file. */
const EMBEDDED = 'catalog--data';

/**
 * The data in the page, or beside it.
 *
 * @throws when there is none, or it is of another version.
 */
export async function loadData(page: Document): Promise<CatalogData> {
  const text = page.getElementById(EMBEDDED)?.textContent;
  return asData(text ? JSON.parse(text) : await fetchData(page));
}

/** Asks for the data again, as it is now. */
async function fetchData(page: Document): Promise<CatalogData> {
  const address = page.body.getAttribute(SOURCE) ?? 'catalog.json';
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`${address} cannot be loaded: the server says ${response.status}.`);
  return asData(await response.json());
}

function asData(value: CatalogData): CatalogData {
  if (value.version === 1) return value;
  throw new Error('The data beside the page is of another version than the page.');
}
