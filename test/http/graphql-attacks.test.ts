import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, startTestService, type Answer, type TestService } from '../support/service.js';
import { askSocket, askSse, wsClient } from '../support/transports.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ limits: { requestBytes: 500_000 } })));
afterAll(() => service.end());

const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ');
const nested = (open: string, count: number, inner: string): string => open.repeat(count) + inner + '}'.repeat(count);

interface Attack {
  readonly what: string;
  readonly query: string;
  /** The limit that stops it; undefined: the protocol itself does. */
  readonly limit?: string;
  readonly code?: string;
}

/** What is tried against GraphQL services everywhere, and what stops it here. */
const ATTACKS: readonly Attack[] = [
  { what: 'alias overloading', query: `{ databases { ${times(16, (i) => `a${i}: name`)} } }`, limit: 'aliases' },
  {
    what: 'alias overloading at the root',
    query: `{ ${times(11, (i) => `a${i}: databases { name }`)} }`,
    limit: 'rootFields',
  },
  {
    what: 'a hundred logins in one request',
    query: `mutation { ${times(100, (i) => `a${i}: removeDatabase(name: "x${i}")`)} }`,
    limit: 'rootFields',
  },
  { what: 'field duplication', query: `{ databases { ${'name '.repeat(500)} } }`, limit: 'aliases' },
  {
    what: 'duplication of whole selections',
    query: `{ databases { ${'health { status } '.repeat(300)} } }`,
    limit: 'aliases',
  },
  { what: '__typename, ten thousand times', query: `{ ${'__typename '.repeat(10_000)} }`, limit: 'tokens' },
  { what: '__typename, a thousand times', query: `{ ${'__typename '.repeat(1000)} }`, limit: 'rootFields' },
  {
    what: 'directive overloading',
    query: `{ databases { name ${'@include(if: true) '.repeat(21)} } }`,
    limit: 'directives',
  },
  { what: 'unknown directives', query: `{ databases { name ${'@x'.repeat(500)} } }`, limit: 'directives' },
  {
    what: 'directives on the operation',
    query: `query ${'@x '.repeat(21)} { databases { name } }`,
    limit: 'directives',
  },
  {
    what: 'directives on variables',
    query: `query Q($a: Int ${'@x '.repeat(21)}) { databases { name } }`,
    limit: 'directives',
  },
  {
    what: 'directives behind fragments',
    query: `{ databases { ...F ...F ...F } } fragment F on Database { name ${'@include(if: true) '.repeat(7)} }`,
    limit: 'directives',
  },
  {
    what: 'deep recursion',
    query: nested('{ databases ', 13, '{ name }').replace('{ databases { databases', '{ databases { database'),
    limit: 'depth',
  },
  {
    what: 'depth behind fragments',
    query: `{ ...A } fragment A on Query { ${nested('databases { ', 7, '...B')} } fragment B on Database { ${nested('health { ', 7, 'status')} }`,
    limit: 'depth',
  },
  {
    what: 'depth behind inline fragments',
    query: nested('{ ... { databases ', 13, '{ name }') + '}'.repeat(13),
    limit: 'depth',
  },
  {
    what: 'a circular fragment',
    query: '{ databases { ...A } } fragment A on Database { name ...A }',
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    what: 'circular fragments',
    query: '{ databases { ...A } } fragment A on Database { ...B } fragment B on Database { ...A }',
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    what: 'fragments that double forty times',
    query: `{ databases { ...F0 } } ${times(40, (i) => `fragment F${i} on Database { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on Database { name }`,
    limit: 'tokens',
  },
  {
    what: 'fragments that double a hundred times, with aliases',
    query: `{ databases { ...F0 } } ${times(100, (i) => `fragment F${i} on Database { a${i}: name ...F${i + 1} ...F${i + 1} }`)} fragment F100 on Database { name }`,
    limit: 'aliases',
  },
  {
    what: 'aliases in a fragment that is spread often',
    query: `{ databases { ...F ...F ...F ...F } } fragment F on Database { a: name b: name c: name d: name }`,
    limit: 'aliases',
  },
  {
    what: 'root fields in a fragment',
    query: `{ ...F ...G } fragment F on Query { ${times(6, () => 'databases { name }')} } fragment G on Query { ${times(6, () => '__typename')} }`,
    limit: 'rootFields',
  },
  {
    what: 'many operations in one document',
    query: times(300, (i) => `query Q${i} { databases { name access } }`),
    limit: 'tokens',
  },
  {
    what: 'one large operation among small ones',
    query: `query Q { databases { name } } query R { ${times(11, (i) => `a${i}: __typename`)} }`,
    limit: 'rootFields',
  },
  {
    what: 'circular introspection',
    query: `{ __schema { types { ${nested('fields { type { ', 5, 'name').replace(/}$/, '}}}}}}')} } } }`,
  },
  {
    what: 'an introspection of all pairs, many times',
    query: `{ __schema { types { ${times(40, (i) => `a${i}: fields { type { fields { name } } }`)} } } }`,
  },
  {
    what: 'an introspection that fragments multiply',
    query: `{ __schema { types { ...A } } } fragment A on __Type { ${times(20, (i) => `a${i}: fields { ...B }`)} } fragment B on __Field { ${times(20, (i) => `a${i}: args { ...C }`)} } fragment C on __InputValue { ${times(20, (i) => `a${i}: name`)} }`,
  },
  {
    what: 'the schema under many names',
    query: `{ ${times(11, (i) => `a${i}: __schema { types { name } }`)} }`,
    limit: 'rootFields',
  },
  {
    what: 'ofType without an end',
    query: `{ __schema { types { ${nested('ofType { ', 700, 'name')} } } }`,
    limit: 'tokens',
  },
  {
    what: 'a document of many tokens',
    query: `{ query(database: "small", sql: "SELECT 1", params: [${'1,'.repeat(3000)}1]) { rows } }`,
    limit: 'tokens',
  },
];

const WAYS: readonly (readonly [string, (query: string) => Promise<Answer>])[] = [
  ['a request', (query) => service.graphql(query)],
  ['an event stream', (query) => askSse(service.url, query)],
  [
    'a WebSocket',
    async (query) => {
      const client = wsClient(service.url);
      try {
        return await askSocket(client, query);
      } finally {
        await client.dispose();
      }
    },
  ],
];

describe.each(WAYS)('over %s', (_way, ask) => {
  it.each(ATTACKS)('is refused: $what', async ({ query, limit, code }) => {
    const { data, errors } = await ask(query);
    expect(data ?? null).toBeNull();
    const [error] = errors ?? [];
    expect(error?.extensions.code).toBe(code ?? 'REQUEST_TOO_LARGE');
    if (code !== undefined) return;
    expect(error?.extensions.limit?.name).toBe(limit);
    expect(error?.extensions.hint).toContain(limit === undefined ? 'introspection query' : `limits.${limit}`);
  });

  it('lets tools ask for the schema', async () => {
    const { data, errors } = await ask(
      getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        directiveIsRepeatable: true,
        specifiedByUrl: true,
      }),
    );
    expect(errors).toBeUndefined();
    expect(buildClientSchema(data as IntrospectionQuery).getQueryType()?.name).toBe('Query');
  });

  it('lets pass what is just within the limits', async () => {
    const query = `{ ${times(5, (i) => `a${i}: databases { ${times(2, (k) => `b${k}: name`)} }`)} ${times(5, () => '__typename').slice(0, 10)} }`;
    const { errors } = await ask(query);
    expect(errors).toBeUndefined();
  });
});

it('refuses an operation that is too large each time', async () => {
  for (let round = 0; round < 3; round++) {
    const { errors } = await service.graphql(ATTACKS[0]!.query);
    expect(errors?.[0]?.extensions.code).toBe('REQUEST_TOO_LARGE');
  }
});

it('tells where a limit is passed, and which', async () => {
  const { errors } = await service.graphql(
    `query Small { databases { name } }\nquery Large { ${times(11, (i) => `a${i}: __typename`)} }`,
  );
  expect(errors).toEqual([
    {
      message: 'The operation has 11 root fields; 10 are allowed.',
      locations: [{ line: 2, column: 1 }],
      extensions: {
        code: 'REQUEST_TOO_LARGE',
        retryable: false,
        hint: 'Send several requests, or raise `limits.rootFields`.',
        limit: { name: 'rootFields', max: 10 },
      },
    },
  ]);
});

describe('a batch', () => {
  it.each([1, 2, 500])('of %s operations is refused', async (count) => {
    const answer = await post(
      service.url,
      Array.from({ length: count }, () => ({ query: '{ databases { name } }' })),
    );
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as Answer;
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(errors?.[0]?.message).toContain('batch');
  });

  it('is refused on an event stream, too', async () => {
    const answer = await post(service.url, [{ query: '{ databases { name } }' }], { accept: 'text/event-stream' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('huge variables', () => {
  it('are bounded by the size of the request', async () => {
    const answer = await post(service.url, { query: '{ databases { name } }', variables: { x: 'x'.repeat(600_000) } });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_TOO_LARGE', limit: { name: 'requestBytes' } } }],
    });
  });

  it('end nothing where they nest deeply', async () => {
    const deep = '['.repeat(40_000) + ']'.repeat(40_000);
    const query = 'query Q($p: JSON) { query(database: "small", sql: "SELECT 1", params: $p) { rows } }';
    const answer = await post(service.url, `{ "query": ${JSON.stringify(query)}, "variables": { "p": ${deep} } }`);
    expect(answer.status).toBeLessThan(500);
    expect(await service.graphql('{ databases { name } }')).toMatchObject({ data: { databases: [{ name: 'small' }] } });
  });
});

describe('a page from elsewhere', () => {
  const body = 'query={databases{name}}';
  it.each<[string, RequestInit]>([
    ['a form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }],
    [
      'plain text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{databases{name}}"}' },
    ],
    [
      'a form of several parts',
      {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{databases{name}}\r\n--x--',
      },
    ],
    ['no type at all', { method: 'POST', body: new Blob(['{"query":"{databases{name}}"}']) }],
  ])('gets nothing with %s', async (_what, init) => {
    const answer = await fetch(`${service.url}/graphql`, init);
    expect(answer.status).toBe(415);
    expect(await answer.text()).not.toContain('small');
  });

  it('gets nothing with a plain GET', async () => {
    const answer = await fetch(`${service.url}/graphql?query={databases{name}}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('small');
  });
});
