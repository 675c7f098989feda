import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import type { Config } from '../../src/config/index.js';
import { ask, post, startTestService, type Answer, type TestService } from '../support/service.js';

const roles = [
  {
    name: 'reader',
    admin: false,
    introspection: undefined,
    grants: [{ database: '*', access: 'READ_ONLY', schema: false }],
  },
] as const;
const [greedy, modest] = [createApiKey(), createApiKey()];
const apiKeys = [
  { name: 'greedy', role: 'reader', sha256: greedy.sha256 },
  { name: 'modest', role: 'reader', sha256: modest.sha256 },
];
const auth = { roles, apiKeys, jwt: undefined, anonymous: undefined } as const satisfies Config['auth'];

let service: TestService;
beforeAll(async () => void (service = await startTestService({ auth, limits: { rate: false } })));
afterAll(() => service.end());

const SLOW =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) AS n FROM n';
const query = (sql: string, timeoutMs: number): string =>
  `{ query(database: "small", sql: "${sql}", options: { timeoutMs: ${timeoutMs} }) { rows } }`;

it('serves another caller while one has hundreds of slow statements waiting', async () => {
  const leaving = new AbortController();
  const codes = new Set<string>();
  let pending = 0;
  const slow = Array.from({ length: 300 }, async () => {
    pending++;
    const headers = { authorization: `Bearer ${greedy.key}` };
    const answer = await post(service.url, { query: query(SLOW, 60_000) }, headers, leaving.signal)
      .then((response) => response.json() as Promise<Answer>)
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
        return undefined;
      });
    pending--;
    for (const { extensions } of answer?.errors ?? []) codes.add(extensions.code as string);
  });
  for (let n = 0; n < 10; n++) {
    const told = await ask(
      service.url,
      query('SELECT 1 AS one', 30_000),
      {},
      { authorization: `Bearer ${modest.key}` },
    );
    expect(told).toEqual({ data: { query: { rows: [{ one: 1 }] } } });
  }
  // The greedy one's statements are under way all the while.
  expect(pending).toBeGreaterThan(8);
  leaving.abort();
  await Promise.all(slow);
  // What it is refused with can be sent again.
  expect([...codes].every((code) => ['POOL_EXHAUSTED', 'OVERLOADED', 'QUERY_TIMEOUT'].includes(code))).toBe(true);
}, 90_000);
