import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { OPTIONS } from '../../src/config/options.ts';
import { resolveConfig } from '../../src/config/resolve.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../dist/config.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: false }).compile(schema);

function isAccepted(config: object): boolean {
  try {
    resolveConfig(config, { cwd: '/', configFile: 'x' });
    return true;
  } catch {
    return false;
  }
}

test('has every option with its description', () => {
  const { $schema, check, ...properties } = schema.properties;
  expect(Object.keys(properties)).toEqual(Object.keys(OPTIONS));
  expect(check).toMatchObject({ deprecated: true });
  for (const property of Object.values(properties)) {
    expect(property).toMatchObject({ description: expect.stringMatching(/^[A-Z].+\.$/s) });
  }
});

describe('accepts what a build accepts, and refuses what it refuses', () => {
  it.each<readonly [config: object]>([
    [{}],
    [{ $schema: './config.schema.json', inputs: ['a', { from: '@iconify-json/mdi' }] }],
    [{ inputs: { from: '', icons: [] } }],
    [{ out: '' }],
    [{ prefix: '1-' }],
    [{ fileName: 'a/[name].[hash:8].svg' }],
    [{ fileName: '../a.svg' }],
    [{ ids: ['icon-[dir]-[name]'] }],
    [{ ids: 'icon' }],
    [{ color: { 'a/**': 'currentColor' } }],
    [{ color: { 'a/**': 'red' } }],
    [{ aliases: { a: 1 } }],
    [{ split: 1000, catalog: 'file', verify: 'strict', cache: 'tmp' }],
    [{ split: false, catalog: false, verify: false, cache: false }],
    [{ split: 'none', catalog: 'none', verify: 0.1 }],
    [{ split: 0 }],
    [{ verify: 2 }],
    [{ limits: { bytes: 1 } }],
    [{ limits: { size: 1 } }],
    [{ svgo: { floatPrecision: 2, overrides: { mergePaths: false }, plugins: ['prefixIds'] } }],
    [{ svgo: { multipass: true } }],
    [{ lint: { preset: 'strict', rules: { naming: ['error', {}] }, maxWarnings: 0 } }],
    [{ check: { drift: true } }],
    [{ lint: { presets: 'strict' } }],
    [{ frobnicate: 1 }],
  ])('%j', (config) => {
    expect(validate(config)).toBe(isAccepted(config));
  });
});
