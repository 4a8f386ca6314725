// Writes dist/config.schema.json: the JSON Schema of the configuration, made from the table of
// options, for editors.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { createJiti } from 'jiti';

const root = fileURLToPath(new URL('../', import.meta.url));
const { OPTIONS } = await createJiti(import.meta.url).import('../src/config/options.ts');

function schemaOf({ schema }) {
  const { $schema: _, ...json } = toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      'valueSchema' in valibotSchema
        ? {
            type: 'object',
            additionalProperties: schemaOf({ schema: valibotSchema.valueSchema }),
          }
        : undefined,
  });
  return json;
}

function describe({ description }) {
  return `${description[0].toUpperCase()}${description.slice(1)}.`;
}

/** Returns the default, unless it stands for something else, as an empty path does. */
function defaultOf({ schema, default: value }) {
  return 'issues' in schema['~standard'].validate(value) ? {} : { default: value };
}

const properties = Object.entries(OPTIONS).map(([key, option]) => [
  key,
  { description: describe(option), ...defaultOf(option), ...schemaOf(option) },
]);
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of iconloom',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { description: 'Path of this schema.', type: 'string' },
    ...Object.fromEntries(properties),
    check: { deprecated: true, description: 'Renamed to lint.', ...schemaOf(OPTIONS.lint) },
  },
};
writeFileSync(`${root}dist/config.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
