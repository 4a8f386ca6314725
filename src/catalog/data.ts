import type { CatalogData } from '../emit/catalog-format.ts';

/** Attribute of the body with the URL of the data, relative to the page. */
const SOURCE = 'data-catalog';
/** Id of the element that contains the data when the page is one file. */
const EMBEDDED = 'catalog--data';

/**
 * Loads the data from the page, or from the file beside it.
 *
 * @throws when it is missing or of another version.
 */
export async function loadData(page: Document): Promise<CatalogData> {
  const text = page.getElementById(EMBEDDED)?.textContent;
  return checkVersion(text ? JSON.parse(text) : await fetchData(page));
}

/** Fetches the data beside the page. */
async function fetchData(page: Document): Promise<CatalogData> {
  const address = page.body.getAttribute(SOURCE) ?? 'catalog.json';
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`${address} cannot be loaded: the server responded with ${response.status}.`);
  return checkVersion(await response.json());
}

function checkVersion(value: CatalogData): CatalogData {
  if (value.version === 1) return value;
  throw new Error('The version of the catalog data does not match the page.');
}
