import type { Filters } from './state.ts';

/** Part of the state that the address of the page contains. */
export interface AddressState {
  readonly query: string;
  readonly filters: Filters;
  /** Name of the open icon; '' if none is open. */
  readonly icon: string;
}

/** Name of the category for icons without one, which no category has. */
const NO_CATEGORY = '-';
const FLAGS = {
  withProblems: 'problems',
  withNotes: 'notes',
  deprecated: 'deprecated',
} as const;
const NAMES = ['q', 'category', 'color', ...Object.values(FLAGS)];

/** Parses an address: `?q=arrow&category=outline#arrow-up`. Unknown parameters are ignored. */
export function parseAddress({ search, hash }: Pick<URL, 'search' | 'hash'>): AddressState {
  const parameters = new URLSearchParams(search);
  const category = parameters.get('category');
  const color = parameters.get('color');
  return {
    query: parameters.get('q') ?? '',
    filters: {
      category: category === null ? undefined : category === NO_CATEGORY ? '' : category,
      color: color === 'mono' || color === 'multi' ? color : undefined,
      withProblems: parameters.has(FLAGS.withProblems),
      withNotes: parameters.has(FLAGS.withNotes),
      deprecated: parameters.has(FLAGS.deprecated),
    },
    icon: decodeHash(hash),
  };
}

/**
 * Address of a state, relative to the page's: search and hash. Parameters of others are kept.
 *
 * @param search current search of the address
 */
export function formatAddress({ query, filters, icon }: AddressState, search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of NAMES) parameters.delete(name);
  const { category, color } = filters;
  if (query !== '') parameters.set('q', query);
  if (category !== undefined) parameters.set('category', category || NO_CATEGORY);
  if (color !== undefined) parameters.set('color', color);
  for (const [key, name] of Object.entries(FLAGS)) {
    if (filters[key as keyof typeof FLAGS]) parameters.set(name, '1');
  }
  const text = parameters.toString();
  return `${text === '' ? '' : `?${text}`}${icon === '' ? '' : `#${encodeURIComponent(icon)}`}`;
}

function decodeHash(hash: string): string {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is not an escape.
    return text;
  }
}
