import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/index.js';
import { ask, post, startTestService, type Answer, type TestService } from '../support/service.js';
import { askSocket, openSse, wsClient } from '../support/transports.js';

const NAMES = '{ databases { name } }';
const keyed = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
const sha256 = (key: string): string => createHash('sha256').update(key).digest('hex');
const AUTH = {
  roles: [
    {
      name: 'reader',
      admin: false,
      introspection: undefined,
      grants: [{ database: '*', access: 'READ_ONLY', schema: false }],
    },
  ],
  apiKeys: ['one', 'two', 'three', 'four', 'five'].map((name) => ({
    name,
    sha256: sha256(`key-${name}`),
    role: 'reader',
  })),
  jwt: undefined,
  anonymous: undefined,
} as const satisfies Config['auth'];

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ auth: AUTH, limits: { rate: { max: 5, perMs: 60_000 } } });
});
afterAll(() => service.end());
const clients: { dispose: () => void | Promise<void> }[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

async function spend(key: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) expect(await ask(service.url, NAMES, {}, keyed(key))).toHaveProperty('data');
}

function socketOf(key: string): ReturnType<typeof wsClient> {
  const client = wsClient(service.url, { headers: keyed(key) });
  clients.push(client);
  return client;
}

describe('a caller who sends too many operations', () => {
  it('is told when to come again, and others are served', async () => {
    await spend('key-one', 5);
    const answer = await post(service.url, { query: NAMES }, keyed('key-one'));
    expect(answer.status).toBe(429);
    const { errors } = (await answer.json()) as Answer;
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'RATE_LIMITED',
          retryable: true,
          limit: { name: 'rate', max: 5 },
          hint: expect.stringContaining('limits.rate'),
        },
      },
    ]);
    const waitMs = errors?.[0]?.extensions.retryAfterMs as number;
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(answer.headers.get('retry-after')).toBe(String(Math.ceil(waitMs / 1000)));
    await spend('key-two', 1);
  });

  it('is refused over a WebSocket, too', async () => {
    const client = socketOf('key-three');
    for (let n = 0; n < 5; n++) expect(await askSocket(client, NAMES)).toHaveProperty('data');
    expect(await askSocket(client, NAMES)).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } }],
    });
    // One account for all ways.
    expect((await post(service.url, { query: NAMES }, keyed('key-three'))).status).toBe(429);
  });

  it('is refused an event stream, too', async () => {
    for (let n = 0; n < 5; n++) await (await openSse(service.url, NAMES, { headers: keyed('key-four') })).text();
    const answer = await openSse(service.url, NAMES, { headers: keyed('key-four') });
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });
});

it('counts attempts with unknown keys by address, and lets in who has one', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 8; n++) statuses.push((await post(service.url, { query: NAMES }, keyed(`guess-${n}`))).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  await spend('key-five', 1);
});

describe('a service that is open on a loopback address', () => {
  it('counts nobody', async () => {
    const open = await startTestService();
    try {
      for (let n = 0; n < 700; n++) expect((await post(open.url, { query: NAMES })).status).toBe(200);
    } finally {
      await open.end();
    }
  });

  it('counts where the configuration says so, by address', async () => {
    const counted = await startTestService({ limits: { rate: { max: 2, perMs: 60_000 } } });
    try {
      const statuses = [];
      for (let n = 0; n < 3; n++) statuses.push((await post(counted.url, { query: NAMES })).status);
      expect(statuses).toEqual([200, 200, 429]);
      // Probes are no operations.
      expect((await fetch(`${counted.url}/healthz`)).status).toBe(200);
    } finally {
      await counted.end();
    }
  });
});
