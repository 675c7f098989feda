import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBareServer, type BareServer } from '../support/bare-server.js';
import { post, startTestService, type Answer, type TestService } from '../support/service.js';
import { askSocket, askSse, openSse, wsClient } from '../support/transports.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ limits: { tokens: 300, depth: 4 } })));
afterAll(() => service.end());

type Ask = (query: string, operationName?: string) => Promise<Answer>;

const transports: [string, Ask][] = [
  [
    'HTTP',
    async (query, operationName) => (await (await post(service.url, { query, operationName })).json()) as Answer,
  ],
  [
    'WebSocket',
    async (query, operationName) => {
      const client = wsClient(service.url);
      try {
        return await askSocket(client, query, undefined, operationName);
      } finally {
        await client.dispose();
      }
    },
  ],
  ['SSE', (query, operationName) => askSse(service.url, query, operationName)],
];

const deep = '{ query(database: "small", sql: "SELECT 1") { database { health { status } } } }';

describe.each(transports)('over %s', (_name, ask) => {
  it('answers a query', async () => {
    expect((await ask('{ query(database: "small", sql: "SELECT 1 AS n") { rows } }')).data.query.rows).toEqual([
      { n: 1 },
    ]);
  });

  it('says where a document can’t be read', async () => {
    const { errors } = await ask('{ databases { name ');
    expect(errors).toMatchObject([
      { locations: [{ line: 1, column: 20 }], extensions: { code: 'GRAPHQL_PARSE_FAILED', retryable: false } },
    ]);
  });

  it('says what does not fit the schema', async () => {
    const { errors } = await ask('{ databases { nam } }');
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('nam'),
        locations: [{ line: 1, column: 15 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', retryable: false },
      },
    ]);
  });

  it('refuses an operation name that the document does not have, and none where there are several', async () => {
    const { errors } = await ask('query A { databases { name } } query B { databases { name } }', 'C');
    expect(errors).toMatchObject([{ message: expect.stringContaining('"C"'), extensions: { code: 'BAD_REQUEST' } }]);
    const unnamed = await ask('query A { databases { name } } query B { databases { name } }');
    expect(unnamed.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('has a coded error for an unknown database, beside a neighbour’s answer', async () => {
    const { data, errors } = await ask(
      '{ bad: query(database: "nope", sql: "SELECT 1") { rows } good: databases { name } }',
    );
    expect(data).toEqual({ bad: null, good: [{ name: 'small' }] });
    expect(errors).toMatchObject([
      {
        path: ['bad'],
        locations: [{ line: 1 }],
        extensions: { code: 'DATABASE_NOT_FOUND', retryable: false, hint: expect.any(String) },
      },
    ]);
  });

  it('refuses too many tokens', async () => {
    const { errors } = await ask(`{ ${'databases { name } '.repeat(100)} }`);
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'REQUEST_TOO_LARGE',
          limit: { name: 'tokens', max: 300 },
          hint: expect.stringContaining('limits.tokens'),
        },
      },
    ]);
  });

  it('refuses depth, also by fragments, and not what is just deep enough', async () => {
    const tooDeep = { extensions: { code: 'REQUEST_TOO_LARGE', limit: { name: 'depth', max: 4 } } };
    expect((await ask(deep)).errors).toBeUndefined();
    // The schema has nothing deeper than four levels, so the documents below fail for a second reason too.
    expect((await ask(deep.replace('status', 'status { x }'))).errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining(tooDeep.extensions) }),
    );
    const fragments =
      'query { ...A } fragment A on Query { query(database: "small", sql: "SELECT 1") { ...B } } fragment B on QueryResult { database { ...C } } fragment C on Database { health { ... on DatabaseHealth { status { x } } } }';
    expect((await ask(fragments)).errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining(tooDeep.extensions) }),
    );
  });

  it('survives fragments that spread themselves', async () => {
    const { errors } = await ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('lets introspection pass whatever its depth', async () => {
    const { data, errors } = await ask(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }));
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
  });
});

describe('a request that is none', () => {
  const refused: [string, Parameters<typeof post>[1], Record<string, string>, number, string][] = [
    ['malformed JSON', '{ "query": ', {}, 400, 'BAD_REQUEST'],
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('{"query":"{ databases { name } } # '), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      {},
      400,
      'BAD_REQUEST',
    ],
    [
      'plain text (a form could send it)',
      '{"query":"{ databases { name } }"}',
      { 'content-type': 'text/plain' },
      415,
      'BAD_REQUEST',
    ],
    [
      'a form',
      'query=%7Bdatabases%7Bname%7D%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'BAD_REQUEST',
    ],
    ['no query', '{"variables":{}}', {}, 400, 'BAD_REQUEST'],
    ['an array', '[]', {}, 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query":7}', {}, 400, 'BAD_REQUEST'],
    ['variables that are no object', '{"query":"{ databases { name } }","variables":7}', {}, 400, 'BAD_REQUEST'],
    [
      'more than the limit',
      JSON.stringify({ query: `{ databases { name } } # ${'x'.repeat(100_000)}` }),
      {},
      413,
      'REQUEST_TOO_LARGE',
    ],
  ];

  it.each(refused)('refuses %s', async (_what, body, headers, status, code) => {
    const response = await post(service.url, body, headers);
    const { errors } = (await response.json()) as Answer;
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/json/);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/\.$/), extensions: { code, retryable: false } }]);
    if (status === 413) expect(errors?.[0]?.extensions.limit).toEqual({ name: 'requestBytes', max: 100_000 });
  });

  it('refuses it over SSE in the same form', async () => {
    const response = await openSse(service.url, '');
    expect(response.status).toBe(200);
    const wrong = await fetch(
      `${service.url}/graphql?query=${encodeURIComponent('mutation { removeDatabase(name: "small") }')}`,
      { headers: { accept: 'text/event-stream' } },
    );
    expect(wrong.status).toBe(405);
    expect(await wrong.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await service.graphql('{ databases { name } }')).data.databases).toHaveLength(1);
  });

  it('refuses variables that don’t fit', async () => {
    const { errors } = await service.graphql('query ($name: ID!) { database(name: $name) { name } }', {});
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('what nobody expected', () => {
  const SECRET = 'postgres://root:hunter2@inside';
  let bare: BareServer;
  beforeAll(async () => {
    const fail = (): never => {
      throw new Error(`No route to ${SECRET}`);
    };
    bare = await startBareServer({
      pipeline: { query: fail } as never,
      registry: { all: fail } as never,
      events: { on: fail } as never,
    });
  });
  afterAll(() => bare.close());

  const query = '{ query(database: "small", sql: "SELECT 1") { rows } }';
  const asked: [string, () => Promise<Answer>][] = [
    ['HTTP', async () => (await (await post(bare.url, { query })).json()) as Answer],
    ['WebSocket', () => askSocket(wsClient(bare.url), query)],
    ['SSE', () => askSse(bare.url, query)],
    ['a subscription over WebSocket', () => askSocket(wsClient(bare.url), 'subscription { health { status } }')],
    ['a subscription over SSE', () => askSse(bare.url, 'subscription { health { status } }')],
  ];

  it.each(asked)('is masked over %s, and stands in the log under its id', async (_name, ask) => {
    const answer = await ask();
    const told = answer.errors?.[0];
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(told?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      retryable: false,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(told?.extensions.stacktrace).toBeUndefined();
    const line = bare.log.find((entry) => entry.includes(String(told?.extensions.id)));
    expect(line).toContain('No route to');
  });
});

describe('the log', () => {
  it('has a line a request with its id, and never a secret', async () => {
    const response = await post(
      service.url,
      {
        query: 'query ($p: JSON) { query(database: "small", sql: "SELECT :a", params: $p) { rows } }',
        variables: { p: { a: 'a-secret-value' } },
      },
      { authorization: 'Bearer a-secret-token', cookie: 'session=a-secret-cookie' },
    );
    await post(service.url, '{ "query": ', { authorization: 'Bearer a-secret-token' });
    const id = response.headers.get('x-request-id');
    expect(
      service.log
        .map((line) => JSON.parse(line) as { requestId?: string; msg: string })
        .find(({ requestId }) => requestId === id)?.msg,
    ).toMatch(/^POST \/graphql 200 in /);
    expect(service.log.join('\n')).not.toMatch(/a-secret/);
    expect(service.log.filter((line) => (JSON.parse(line) as { msg: string }).msg === '')).toEqual([]);
  });
});
