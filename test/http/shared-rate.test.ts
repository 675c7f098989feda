import { createHash } from 'node:crypto';
import { createClient } from '@redis/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/index.js';
import { ask, startTestService, until, type TestService } from '../support/service.js';
import { redisUrl } from '../support/servers/index.js';

const KEY = 'drg_shared-between-instances';
const auth = {
  roles: [{ name: 'reader', admin: false, introspection: undefined, grants: [] }],
  apiKeys: [{ name: `shared-${process.pid}`, sha256: createHash('sha256').update(KEY).digest('hex'), role: 'reader' }],
  jwt: undefined,
  anonymous: undefined,
} as const satisfies Config['auth'];
const limits = { rate: { max: 6, perMs: 60_000 } };

const services: TestService[] = [];
const start = async (redis: string): Promise<TestService> => {
  const service = await startTestService({ auth, limits, events: { redis } });
  services.push(service);
  return service;
};
const codeOf = async ({ url }: TestService): Promise<unknown> =>
  (await ask(url, '{ databases { name } }', {}, { authorization: `Bearer ${KEY}` })).errors?.[0]?.extensions.code;

/** What other runs counted is none of this one's. */
beforeEach(async () => {
  const client = createClient({ url: redisUrl() });
  await client.connect();
  await client.del(`dragoman:rate:by key:shared-${process.pid}`);
  await client.close();
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.end();
});

describe('instances with one Redis', () => {
  it('count together', async () => {
    const [one, other] = [await start(redisUrl()), await start(redisUrl())];
    await until(async () => (await codeOf(one)) === undefined);
    for (let n = 0; n < 2; n++) expect(await codeOf(one)).toBeUndefined();
    for (let n = 0; n < 3; n++) expect(await codeOf(other)).toBeUndefined();
    expect([await codeOf(one), await codeOf(other)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });

  it('count for themselves while it can’t be reached, and say so without its password', async () => {
    const [one, other] = [
      await start('redis://:planted-secret@127.0.0.1:1'),
      await start('redis://:planted-secret@127.0.0.1:1'),
    ];
    await until(() => one.log.some((line) => line.includes('Redis can’t be reached')));
    for (let n = 0; n < 6; n++) expect([await codeOf(one), await codeOf(other)]).toEqual([undefined, undefined]);
    expect(await codeOf(one)).toBe('RATE_LIMITED');
    expect(one.log.join('\n')).not.toContain('planted');
  });
});
