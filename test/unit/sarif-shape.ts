import type { SchemaObject } from 'ajv';

const text = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 } },
};

const location = {
  type: 'object',
  additionalProperties: false,
  properties: {
    id: { type: 'integer', minimum: -1 },
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      additionalProperties: false,
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri'],
          additionalProperties: false,
          properties: {
            // No space, no letter that an address cannot hold, no drive.
            uri: { type: 'string', pattern: "^[A-Za-z0-9._~!$&'()*+,;=@/%-]+$" },
            uriBaseId: { type: 'string' },
          },
        },
        region: {
          type: 'object',
          additionalProperties: false,
          properties: {
            startLine: { type: 'integer', minimum: 1 },
            startColumn: { type: 'integer', minimum: 1 },
          },
        },
      },
    },
  },
};

const level = { enum: ['none', 'note', 'warning', 'error'] };

const notification = {
  type: 'object',
  required: ['message'],
  additionalProperties: false,
  properties: {
    descriptor: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    level,
    message: text,
    locations: { type: 'array', items: location, uniqueItems: true },
  },
};

const rule = {
  type: 'object',
  required: ['id', 'help', 'shortDescription'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    shortDescription: text,
    help: text,
    defaultConfiguration: { type: 'object', properties: { level } },
  },
};

const result = {
  type: 'object',
  required: ['message', 'ruleId', 'ruleIndex', 'level', 'locations'],
  additionalProperties: false,
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message: text,
    locations: { type: 'array', items: location, minItems: 1 },
    relatedLocations: { type: 'array', items: location, uniqueItems: true },
    suppressions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind'],
        additionalProperties: false,
        properties: {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: { type: 'string', minLength: 1 },
        },
      },
    },
  },
};

/** What SARIF 2.1.0 says of the parts that we write, as narrow as it says it. Source: OASIS, SARIF 2.1.0, chapter 3. */
export const SARIF_SHAPE: SchemaObject = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                additionalProperties: false,
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  semanticVersion: { type: 'string' },
                  informationUri: { type: 'string' },
                  rules: { type: 'array', items: rule, uniqueItems: true },
                },
              },
            },
          },
          invocations: {
            type: 'array',
            items: {
              type: 'object',
              required: ['executionSuccessful'],
              additionalProperties: false,
              properties: {
                executionSuccessful: { type: 'boolean' },
                toolConfigurationNotifications: { type: 'array', items: notification },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              // A base must end in a slash, and be absolute.
              properties: { uri: { type: 'string', pattern: '^[a-z]+:.*/$' } },
            },
          },
          results: { type: 'array', items: result },
        },
      },
    },
  },
};
