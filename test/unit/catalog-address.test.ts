import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../src/catalog/address.ts';
import { NO_FILTERS } from '../../src/catalog/state.ts';

const NOTHING = { query: '', filters: NO_FILTERS, icon: '' };
const parse = (address: string) => parseAddress(new URL(address, 'https://icons.test/'));

describe('an address', () => {
  test.each([
    ['', NOTHING],
    ['?q=arrow+up', { ...NOTHING, query: 'arrow up' }],
    ['?category=outline', { ...NOTHING, filters: { ...NO_FILTERS, category: 'outline' } }],
    ['?category=-', { ...NOTHING, filters: { ...NO_FILTERS, category: '' } }],
    ['?color=multi', { ...NOTHING, filters: { ...NO_FILTERS, color: 'multi' as const } }],
    ['?problems=1', { ...NOTHING, filters: { ...NO_FILTERS, withProblems: true } }],
    ['?notes=1', { ...NOTHING, filters: { ...NO_FILTERS, withNotes: true } }],
    ['?deprecated=1', { ...NOTHING, filters: { ...NO_FILTERS, deprecated: true } }],
    ['#arrow-up', { ...NOTHING, icon: 'arrow-up' }],
    ['?q=%C3%A4%26b#%E5%AE%B6', { ...NOTHING, query: 'ä&b', icon: '家' }],
  ])('%s leads to what it was made of', (address, state) => {
    expect(parse(address)).toEqual(state);
    expect(formatAddress(state, '')).toBe(address);
  });

  test('ignores what it does not know', () => {
    expect(parse('?color=red&page=2')).toEqual(NOTHING);
    expect(parse('#100%')).toEqual({ ...NOTHING, icon: '100%' });
  });

  test('keeps the parameters of others', () => {
    const address = formatAddress({ ...NOTHING, query: 'b' }, '?q=a&v=2&problems=1');
    expect(address).toBe('?v=2&q=b');
  });
});
