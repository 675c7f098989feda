import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import type { Config } from '../../src/config/index.js';
import { ask, startTestService, type Answer, type TestService } from '../support/service.js';
import { askSocket, openSse, sseResults, wsClient } from '../support/transports.js';

const role = (name: string, admin: boolean, introspection: boolean | undefined) => ({
  ...{ name, admin, introspection },
  grants: [{ database: 'small', access: 'READ_WRITE', schema: false }] as const,
});
const roles = [role('reader', false, undefined), role('curious', false, true), role('admin', true, true)];
const keys = Object.fromEntries(roles.map(({ name }) => [name, createApiKey()]));
const apiKeys = roles.map(({ name }) => ({ name, role: name, sha256: keys[name]!.sha256 }));
const auth = { roles, apiKeys, jwt: undefined, anonymous: undefined } as const satisfies Config['auth'];

let service: TestService;
beforeAll(async () => void (service = await startTestService({ auth, server: { introspection: false } })));
afterAll(() => service.end());

const headersOf = (name: string): Record<string, string> => ({ authorization: `Bearer ${keys[name]!.key}` });

const WAYS: readonly (readonly [
  string,
  (name: string, query: string, variables?: Record<string, unknown>) => Promise<Answer>,
])[] = [
  ['a request', (name, query, variables) => ask(service.url, query, variables, headersOf(name))],
  [
    'an event stream',
    async (name, query, variables) => {
      const stream = await openSse(service.url, query, {
        headers: headersOf(name),
        ...(variables === undefined ? {} : { variables }),
      });
      return (await sseResults(stream).next()).value as Answer;
    },
  ],
  [
    'a WebSocket',
    async (name, query, variables) => {
      const client = wsClient(service.url, { headers: headersOf(name) });
      try {
        return await askSocket(client, query, variables);
      } finally {
        await client.dispose();
      }
    },
  ],
];

const MISSPELLED: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['a field', '{ databaces { name } }', {}],
  ['an inner field', '{ databases { nam } }', {}],
  ['an argument', '{ query(databace: "small", sql: "SELECT 1") { rows } }', {}],
  ['a value', '{ query(database: "small", sql: "SELECT 1", dialect: POSTGRES) { rows } }', {}],
  ['a type', '{ ... on Databas { name } databases { name } }', {}],
  [
    'a value in variables',
    'query ($d: Dialect) { query(database: "small", sql: "SELECT 1", dialect: $d) { rows } }',
    { d: 'POSTGRES' },
  ],
];

describe.each(WAYS)('over %s', (_way, asking) => {
  it.each(MISSPELLED)(
    '%s that is misspelled is corrected for administrators alone',
    async (_what, query, variables) => {
      for (let round = 0; round < 2; round++) {
        const told = JSON.stringify((await asking('admin', query, variables)).errors);
        expect(told).toContain('Did you mean');
        const kept = (await asking('reader', query, variables)).errors;
        expect(kept).not.toHaveLength(0);
        expect(JSON.stringify(kept)).not.toContain('Did you mean');
      }
    },
  );

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Query") { name } }',
    '{ _service { sdl } }',
    'query { ...F } fragment F on Query { a: __schema { queryType { name } } }',
  ])('%s is answered by role, in any order', async (query) => {
    for (let round = 0; round < 2; round++) {
      expect((await asking('curious', query)).errors).toBeUndefined();
      const { data, errors } = await asking('reader', query);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([
        { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', hint: expect.stringContaining('server.introspection') } },
      ]);
    }
  });

  it('keeps what a database or the service says, whatever words it has', async () => {
    const query = `{ query(database: "small", sql: "SELECT 'Did you mean this?' AS said") { rows } }`;
    expect(await asking('reader', query)).toMatchObject({
      data: { query: { rows: [{ said: 'Did you mean this?' }] } },
    });
  });
});
