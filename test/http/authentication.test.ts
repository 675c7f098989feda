import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import type { Config } from '../../src/config/index.js';
import { ask, post, startTestService, until, type TestService } from '../support/service.js';
import { askSocket, openSse, sseResults, wsClient } from '../support/transports.js';

const NAMES = '{ databases { name } }';
const REGISTER = 'mutation { resetStatistics }';
const ISSUER = 'https://issuer.test/';

const analystKey = createApiKey();
const adminKey = createApiKey();

const grant = (database: string) => ({ database, access: 'READ_ONLY', schema: false }) as const;
const role = (name: string, ...databases: string[]) => ({
  name,
  admin: false,
  grants: databases.map(grant),
  introspection: undefined,
});

const roles = [role('analyst', 'small'), role('guest'), { ...role('admin'), admin: true }];
const apiKeys = [
  { name: 'dashboard', sha256: analystKey.sha256, role: 'analyst' },
  { name: 'operator', sha256: adminKey.sha256, role: 'admin' },
];
const auth = { roles, apiKeys, jwt: undefined, anonymous: undefined } as const satisfies Config['auth'];

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('a service that asks for keys', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({ auth });
  });
  afterAll(() => service.end());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${service.url}${path}`, { headers, redirect: 'manual' });

  it.each([
    ['nothing', {}],
    ['an unknown key', bearer('drg_unknown')],
    ['half a key', bearer(analystKey.key.slice(0, -1))],
    ['the hash', bearer(analystKey.sha256)],
    ['an unknown scheme', { authorization: `Digest ${analystKey.key}` }],
    ['no scheme', { authorization: analystKey.key }],
    ['a token, where none is taken', bearer('eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.')],
    ['two keys', { authorization: `Bearer ${analystKey.key} ${adminKey.key}` }],
  ])('does not let in who shows %s', async (_, headers) => {
    const response = await post(service.url, { query: NAMES }, headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string; hint: string } }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
    expect(errors[0]?.extensions.hint).toContain('Bearer');
  });

  it('lets a key in, whatever the case of its scheme', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const { data } = await ask(service.url, NAMES, {}, { authorization: `${scheme} ${analystKey.key}` });
      expect(data).toEqual({ databases: [{ name: 'small' }] });
    }
  });

  it('takes a key as the password that a browser asks for', async () => {
    const authorization = `Basic ${Buffer.from(`anybody:${analystKey.key}`).toString('base64')}`;
    expect(await ask(service.url, NAMES, {}, { authorization })).toEqual({ data: { databases: [{ name: 'small' }] } });
  });

  it.each([
    '/',
    '/graphiql',
    '/console/',
    '/console/graphiql.html',
    '/metrics',
    '/nowhere',
    '/graphql?query={__typename}',
  ])('serves nothing of %s to a stranger', async (path) => {
    expect((await get(path)).status).toBe(401);
    const page = await get(path, { accept: 'text/html' });
    expect(page.status).toBe(401);
    expect(page.headers.get('www-authenticate')).toMatch(/^Basic realm="Dragoman/);
  });

  it.each(['/healthz', '/readyz'])('serves %s to whoever probes', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it('lets an event stream in by its header, and nobody else', async () => {
    expect((await openSse(service.url, 'subscription { health { database } }')).status).toBe(401);
    const stopped = new AbortController();
    const response = await openSse(service.url, 'subscription { health { database } }', {
      headers: bearer(analystKey.key),
      signal: stopped.signal,
    });
    const { value } = await sseResults(response).next();
    stopped.abort();
    expect(value).toEqual({ data: { health: { database: 'small' } } });
  });

  it('lets a socket in by its parameters', async () => {
    for (const name of ['authorization', 'Authorization']) {
      const client = wsClient(service.url, {}, { [name]: `Bearer ${analystKey.key}` });
      expect(await askSocket(client, NAMES)).toEqual({ data: { databases: [{ name: 'small' }] } });
      await client.dispose();
    }
  });

  it('lets a socket in by the header of its upgrade', async () => {
    const client = wsClient(service.url, { headers: bearer(analystKey.key) });
    expect(await askSocket(client, NAMES)).toEqual({ data: { databases: [{ name: 'small' }] } });
    await client.dispose();
  });

  it.each([{}, { authorization: 'Bearer drg_unknown' }, { authorization: 5 }, { token: analystKey.key }])(
    'closes a socket with the parameters %j',
    async (payload) => {
      const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      const closed = new Promise<[number, string]>((resolve) =>
        socket.on('close', (code, reason) => resolve([code, reason.toString()])),
      );
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
      const [code, reason] = await closed;
      expect(code).toBe(4403);
      expect(reason).toMatch(/^UNAUTHENTICATED: /);
    },
  );

  it('runs nothing on a socket that has shown nothing', async () => {
    const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('open', () => socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: NAMES } })));
    expect(await closed).toBe(4401);
  });

  it('keeps what is for administrators from others', async () => {
    const refused = await ask(service.url, REGISTER, {}, bearer(analystKey.key));
    expect(refused.errors?.[0]).toMatchObject({ message: expect.stringContaining('administrators') });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await ask(service.url, REGISTER, {}, bearer(adminKey.key))).toEqual({ data: { resetStatistics: true } });
  });

  it('logs who was not let in, and nothing of what they showed', async () => {
    await post(service.url, { query: NAMES }, bearer('drg_planted_secret'));
    await until(() => service.log.some((line) => line.includes('was not let in')));
    expect(service.log.join('\n')).not.toContain('planted');
  });
});

describe('a service that lets strangers in', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({ auth: { ...auth, anonymous: 'guest' } });
  });
  afterAll(() => service.end());

  it('gives them the role that is meant for them', async () => {
    expect(await ask(service.url, NAMES)).toEqual({ data: { databases: [] } });
  });

  it('does not take whoever shows something wrong for one', async () => {
    expect((await post(service.url, { query: NAMES }, bearer('drg_unknown'))).status).toBe(401);
  });
});

describe('a service that takes tokens', () => {
  let service: TestService;
  let keys: Server;
  let privateKey: CryptoKey;
  let strangersKey: CryptoKey;
  const now = (): number => Math.floor(Date.now() / 1000);

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    strangersKey = (await generateKeyPair('RS256')).privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'first', alg: 'RS256' };
    keys = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const jwks = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`;
    const jwt = { jwks, secret: undefined, issuer: ISSUER, audience: 'dragoman' };
    service = await startTestService({
      auth: { ...auth, jwt: { ...jwt, rolesClaim: 'realm.roles', clockSkewMs: 2000 } },
    });
  });
  afterAll(async () => {
    await service.end();
    await new Promise((resolve) => keys.close(resolve));
  });

  const token = (
    claims: Record<string, unknown> = {},
    { key = privateKey, alg = 'RS256' }: { key?: CryptoKey | Uint8Array; alg?: string } = {},
  ): Promise<string> =>
    new SignJWT({ iss: ISSUER, aud: 'dragoman', sub: 'ada', exp: now() + 60, realm: { roles: ['analyst'] }, ...claims })
      .setProtectedHeader({ alg, kid: 'first' })
      .sign(key);

  const status = async (jwt: string): Promise<number> =>
    (await post(service.url, { query: NAMES }, bearer(jwt))).status;

  it('gives the roles that the claim lists', async () => {
    expect(await ask(service.url, NAMES, {}, bearer(await token()))).toEqual({
      data: { databases: [{ name: 'small' }] },
    });
    const nobody = await token({ sub: 'bob', realm: { roles: ['unheard-of', 5] } });
    expect(await ask(service.url, NAMES, {}, bearer(nobody))).toEqual({ data: { databases: [] } });
    const admin = await token({ realm: { roles: 'guest admin' } });
    expect(await ask(service.url, REGISTER, {}, bearer(admin))).toEqual({ data: { resetStatistics: true } });
  });

  it.each([
    ['of another issuer', { iss: 'https://other.test/' }],
    ['for another audience', { aud: 'other' }],
    ['that has expired', { exp: now() - 60 }],
    ['that never expires', { exp: undefined }],
    ['that is not valid yet', { nbf: now() + 60 }],
    ['of nobody', { sub: undefined }],
  ])('refuses a token %s', async (_, claims) => {
    expect(await status(await token(claims))).toBe(401);
  });

  it('refuses a token that another signed, or nobody', async () => {
    expect(await status(await token({}, { key: strangersKey }))).toBe(401);
    const [, claims] = (await token()).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await status(`${none}.${claims}.`)).toBe(401);
  });

  it('refuses a token that is signed with the public key as if it were a secret', async () => {
    const text = new TextEncoder().encode('-----BEGIN PUBLIC KEY----- of the issuer -----END');
    expect(await status(await token({}, { key: text, alg: 'HS256' }))).toBe(401);
  });

  it('lets the clocks differ a little', async () => {
    expect(await status(await token({ exp: now() - 1 }))).toBe(200);
  });

  it('closes a socket once its token has expired', async () => {
    const short = await token({ sub: 'short', exp: now() - 1 });
    const closed: number[] = [];
    const client = wsClient(service.url, {}, bearer(short));
    client.on('closed', (event) => closed.push((event as { code: number }).code));
    const ended = askSocket(client, 'subscription { health(everyMs: 100) { database } }').catch(() => 'closed');
    await until(() => closed.length > 0, 8000);
    await ended;
    expect(closed).toEqual([4403]);
    await client.dispose();
  });

  it('takes no token longer than it lasts, though it was checked before', async () => {
    const short = await token({ sub: 'brief', exp: now() - 1 });
    expect(await status(short)).toBe(200);
    await until(async () => (await status(short)) === 401, 8000);
  });
});

describe('tokens signed with a shared secret', () => {
  it('are taken, and no others', async () => {
    const secret = 'a shared secret of more than 32 characters';
    const jwt = { jwks: undefined, secret, issuer: ISSUER, audience: 'dragoman', rolesClaim: 'roles', clockSkewMs: 0 };
    const service = await startTestService({ auth: { ...auth, jwt } });
    const sign = (key: string) =>
      new SignJWT({ roles: ['analyst'] })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience('dragoman')
        .setSubject('ada')
        .setExpirationTime('1m')
        .sign(new TextEncoder().encode(key));
    try {
      expect(await ask(service.url, NAMES, {}, bearer(await sign(secret)))).toHaveProperty(
        'data.databases.0.name',
        'small',
      );
      expect((await post(service.url, { query: NAMES }, bearer(await sign(`${secret}!`)))).status).toBe(401);
    } finally {
      await service.end();
    }
  });
});

describe('keys that are changed in the configuration', () => {
  it('count once it is read again', async () => {
    const later: { auth: Config['auth'] } = { auth };
    const service: TestService = await startTestService({
      auth,
      readConfig: () => ({ ...service.config, auth: later.auth }),
    });
    try {
      later.auth = { ...auth, apiKeys: apiKeys.slice(1) };
      expect((await post(service.url, { query: NAMES }, bearer(analystKey.key))).status).toBe(200);
      await service.reload();
      expect((await post(service.url, { query: NAMES }, bearer(analystKey.key))).status).toBe(401);
      expect((await post(service.url, { query: NAMES }, bearer(adminKey.key))).status).toBe(200);
    } finally {
      await service.end();
    }
  });
});
