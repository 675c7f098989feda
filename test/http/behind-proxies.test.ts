import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import type { Config } from '../../src/config/index.js';
import { post, startTestService, until, type TestService } from '../support/service.js';
import { askSocket, openSse, wsClient } from '../support/transports.js';

const NAMES = '{ databases { name } }';
const auth = {
  roles: [
    {
      ...{ name: 'guest', admin: false, introspection: undefined },
      grants: [{ database: '*', access: 'READ_ONLY', schema: false }],
    },
  ],
  apiKeys: [{ name: 'someone', sha256: createApiKey().sha256, role: 'guest' }],
  jwt: undefined,
  anonymous: 'guest',
} as const satisfies Config['auth'];
const limits = { rate: { max: 3, perMs: 60_000 } };

const services: TestService[] = [];
async function start(trustProxy: Config['server']['trustProxy']): Promise<TestService> {
  const service = await startTestService({ auth, limits, server: { trustProxy } });
  services.push(service);
  return service;
}
afterAll(async () => {
  for (const service of services) await service.end();
});
const clients: { dispose: () => void | Promise<void> }[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

/** One operation over each of the three ways, as it ends: 200 or 429. */
const ways: Readonly<Record<string, (service: TestService, headers: Record<string, string>) => Promise<number>>> = {
  HTTP: async ({ url }, headers) => (await post(url, { query: NAMES }, headers)).status,
  SSE: async ({ url }, headers) => (await openSse(url, NAMES, { headers })).status,
  WebSocket: async ({ url }, headers) => {
    const client = wsClient(url, { headers });
    clients.push(client);
    const { errors } = await askSocket(client, NAMES);
    if (errors !== undefined) expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    return errors === undefined ? 200 : 429;
  },
};
const from = (addresses: string) => ({ 'x-forwarded-for': addresses });

describe.each(Object.entries(ways))('a rate that is counted by address, over %s', (_way, send) => {
  it('is escaped by no X-Forwarded-For where nobody is trusted', async () => {
    const service = await start(false);
    const statuses = [];
    for (let n = 1; n <= 5; n++) {
      statuses.push(await send(service, { ...from(`198.51.100.${n}`), forwarded: `for=198.51.100.${n}` }));
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  it('is the client’s own behind a proxy that is trusted, whatever the client claims', async () => {
    const service = await start(['127.0.0.0/8', '::1', '203.0.113.7']);
    const statuses = [];
    // Two proxies, the outer one at 203.0.113.7; the client sent a header of its own.
    for (let n = 1; n <= 5; n++) {
      statuses.push(await send(service, from(`10.9.8.${n}, 198.51.100.1, 203.0.113.7`)));
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await send(service, from('198.51.100.2'))).toBe(200);
  });

  it('counts hops from this side', async () => {
    const service = await start(1);
    const statuses = [];
    for (let n = 1; n <= 5; n++) statuses.push(await send(service, from(`10.9.8.${n}, 198.51.100.1`)));
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await send(service, from('198.51.100.2'))).toBe(200);
  });

  it('takes what is no address for the proxy’s own', async () => {
    const service = await start(2);
    const statuses = [];
    for (let n = 1; n <= 5; n++) statuses.push(await send(service, from(`nobody-${n}, 198.51.100.1`)));
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

describe('who is not let in', () => {
  let service: TestService;
  beforeAll(async () => void (service = await start(['loopback'])));

  it('is counted and logged by the address that the proxy tells', async () => {
    const guess = (address: string) =>
      post(service.url, { query: NAMES }, { ...from(address), authorization: 'Bearer wrong' }).then(
        ({ status }) => status,
      );
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push(await guess('198.51.100.5'));
    expect([...statuses, await guess('198.51.100.6')]).toEqual([401, 401, 401, 429, 401]);
    expect(service.log.join('\n')).toContain('Somebody at 198.51.100.5 was not let in');
    const client = wsClient(service.url, { headers: from('198.51.100.9') }, { authorization: 'Bearer wrong' });
    clients.push(client);
    await expect(askSocket(client, NAMES)).rejects.toMatchObject({ code: 4403 });
    await until(() => service.log.some((line) => line.includes('WebSocket') && line.includes('198.51.100.9')));
  });
});

it('does not start open to everybody behind a proxy', async () => {
  await expect(startTestService({ server: { trustProxy: 1 } })).rejects.toThrow(/server\.trustProxy .*auth/);
});
