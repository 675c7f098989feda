import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ limits: { depth: 4 } })));
afterAll(() => service.end());

interface Told {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** What differs between any two answers. */
const OF_THE_MOMENT = new Set(['date', 'x-request-id']);

async function send(body: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => !OF_THE_MOMENT.has(name))),
    body: await answer.json(),
  };
}

const READ =
  'query Read($sql: String!, $params: JSON, $max: Int) { query(database: "small", sql: $sql, params: $params, options: { maxRows: $max }) { rows truncated } }';
const TWO = `${READ} query Names { databases { name } }`;

type Body = Record<string, unknown> | unknown[];

/** Operations, and what is nearly one; whether it runs or not, it has one answer. */
const BODIES: readonly (readonly [what: string, body: Body])[] = [
  ['a read', { query: READ, variables: { sql: 'SELECT 1 AS n' } }],
  ['a read with other values', { query: READ, variables: { sql: 'SELECT :n AS n', params: { n: 'é' }, max: 3 } }],
  ['the first of two operations', { query: TWO, operationName: 'Read', variables: { sql: 'SELECT 2 AS n' } }],
  ['the second of two operations', { query: TWO, operationName: 'Names' }],
  ['none of two operations', { query: TWO }],
  ['an operation that is not there', { query: TWO, operationName: 'Others' }],
  ['a mistake in SQL', { query: READ, variables: { sql: 'SELECT 1 +' } }],
  ['a write where a read is asked for', { query: READ, variables: { sql: 'DELETE FROM t' } }],
  [
    'one field that fails beside one that does not',
    { query: '{ databases { name } query(database: "none", sql: "SELECT 1") { rows } }' },
  ],
  ['a variable that is missing', { query: READ, variables: {} }],
  ['a variable of a wrong type', { query: READ, variables: { sql: 'SELECT 1', max: 'three' } }],
  ['variables that are null', { query: '{ databases { name } }', variables: null, operationName: null }],
  ['extensions', { query: '{ databases { name } }', extensions: {} }],
  ['extensions that ask for more', { query: '{ __typename }', extensions: { persistedQuery: { version: 1 } } }],
  ['variables that are none', { query: '{ databases { name } }', variables: [1] }],
  ['a name that is none', { query: '{ databases { name } }', operationName: 7 }],
  ['a document that can’t be read', { query: '{ databases { name ' }],
  ['a document that does not fit', { query: '{ databases { nam } }' }],
  [
    'a document that is too deep',
    { query: '{ query(database: "small", sql: "SELECT 1") { database { health { error } } } }' },
  ],
  ['a subscription', { query: 'subscription { health { status } }' }],
  ['introspection', { query: '{ __schema { queryType { name } } }' }],
  ['no document', {}],
  ['a batch', [{ query: '{ databases { name } }' }]],
];

const ACCEPTS: readonly (string | undefined)[] = [
  undefined,
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, text/plain, */*',
  'text/html',
];

describe.each(ACCEPTS)('to who accepts %s', (accept) => {
  const headers: Record<string, string> = accept === undefined ? {} : { accept };

  it.each(BODIES)('answers %s each time alike', async (_what, body) => {
    const first = await send(body, headers);
    // Others come in between, so that whatever is kept is kept of several.
    await send({ query: '{ databases { name access } }' }, headers);
    for (let again = 0; again < 3; again++) expect(await send(body, headers)).toEqual(first);
  });
});

it('says how a subscription is sent', async () => {
  const { status, body } = await send({ query: 'subscription { health { status } }' });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST', hint: expect.stringContaining('text/event-stream') } }],
  });
});

describe('an operation that is sent again', () => {
  it('is judged with its own variables each time', async () => {
    const answer = async (variables: object): Promise<unknown> => (await send({ query: READ, variables })).body;
    for (let round = 0; round < 3; round++) {
      expect(await answer({ sql: 'SELECT :n AS n', params: { n: round } })).toEqual({
        data: { query: { rows: [{ n: round }], truncated: false } },
      });
      expect(await answer({ sql: 'SELECT 1', max: 'x' })).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    }
  });

  it('makes its change once each time, also where its answer holds an error', async () => {
    await send({
      query: 'mutation { execute(database: "small", sql: "CREATE TABLE counted (n integer)") { affectedRows } }',
    });
    const query =
      'mutation Twice($n: JSON) { execute(database: "small", sql: "INSERT INTO counted VALUES (:n)", params: $n) { affectedRows } failing: execute(database: "small", sql: "INSERT INTO missing VALUES (1)") { affectedRows } }';
    for (let n = 1; n <= 4; n++) {
      expect((await send({ query, variables: { n: { n } } })).body).toMatchObject({
        data: { execute: { affectedRows: 1 }, failing: null },
        errors: [{ path: ['failing'] }],
      });
      const counted = await send({ query: READ, variables: { sql: 'SELECT count(*) AS n FROM counted' } });
      expect(counted.body).toMatchObject({ data: { query: { rows: [{ n }] } } });
    }
  });

  it('is refused as a GET where it changes something', async () => {
    const query = 'mutation { removeDatabase(name: "none") }';
    await send({ query });
    await send({ query });
    const answer = await fetch(`${service.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(answer.status).toBe(405);
  });
});
