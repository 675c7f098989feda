import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartupError } from '../../src/start/index.js';
import { startTestService, type TestService } from '../support/service.js';
import { askSocket, raw, wsClient } from '../support/transports.js';

const APP = 'https://app.example.com';
let service: TestService;
beforeAll(async () => void (service = await startTestService({ server: { cors: [APP] } })));
afterAll(() => service.end());

const body = '{"query":"{ databases { name } }"}';
const bare = (headers: string, method = 'POST', path = '/graphql'): Promise<string> =>
  raw(
    service.url,
    `${method} ${path} HTTP/1.1\n${headers}\nConnection: close\nContent-Type: application/json\nContent-Length: ${method === 'POST' ? body.length : 0}\n\n${method === 'POST' ? body : ''}`,
  );
const host = (): string => new URL(service.url).host;

describe('the door', () => {
  it.each([
    ['a page from elsewhere', 'Origin: http://evil.example'],
    ['a page that hides where it is from', 'Origin: null'],
    ['a name that looks local', 'Origin: http://localhost.evil.example'],
    ['a user named localhost', 'Origin: http://localhost@evil.example'],
    ['a subdomain of what is admitted', 'Origin: https://x.app.example.com'],
    ['another scheme of what is admitted', 'Origin: http://app.example.com'],
    ['an extension', 'Origin: chrome-extension://localhost'],
    ['what a page sends blindly', 'Sec-Fetch-Site: cross-site'],
  ])('refuses %s', async (_what, header) => {
    for (const accept of ['application/json', 'text/event-stream']) {
      const answer = await bare(`Host: ${host()}\n${header}\nAccept: ${accept}`);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
      expect(answer).toMatch(/"code":"FORBIDDEN"/);
      expect(answer).not.toMatch(/access-control-allow-origin/i);
      expect(answer).not.toContain('small');
    }
  });

  it.each([
    'Host: evil.example',
    'Host: evil.example:4000',
    'Host: localhost.evil.example',
    'Host: 127.0.0.1.nip.io',
    'Host: 10.0.0.1',
    'Host:',
  ])('refuses a name that was pointed at this machine: %s', async (header) => {
    for (const [method, path] of [
      ['POST', '/graphql'],
      ['GET', '/graphiql'],
      ['GET', '/healthz'],
    ] as const) {
      expect(await bare(header, method, path)).toMatch(/^HTTP\/1.1 40[03] /);
    }
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('is known as %s', async (name) => {
    expect(await bare(`Host: ${name}:4000`)).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:5173', 'https://localhost', 'http://[::1]:8080', APP])(
    'admits pages of %s, and lets them read',
    async (origin) => {
      const answer = await bare(`Host: ${host()}\nOrigin: ${origin}`);
      expect(answer).toMatch(/^HTTP\/1.1 200 /);
      expect(answer.toLowerCase()).toContain(`access-control-allow-origin: ${origin}`);
      expect(answer).toContain('small');
    },
  );

  it('answers the preflight of who is admitted, and of nobody else', async () => {
    const preflight = (origin: string): Promise<string> =>
      bare(
        `Host: ${host()}\nOrigin: ${origin}\nAccess-Control-Request-Method: POST\nAccess-Control-Request-Headers: content-type`,
        'OPTIONS',
      );
    const admitted = await preflight(APP);
    expect(admitted).toMatch(/^HTTP\/1.1 204 /);
    expect(admitted.toLowerCase()).toContain(`access-control-allow-origin: ${APP}`);
    expect(admitted.toLowerCase()).toMatch(/access-control-allow-headers: content-type/);
    const refused = await preflight('http://evil.example');
    expect(refused).toMatch(/^HTTP\/1.1 403 /);
    expect(refused).not.toMatch(/access-control-allow/i);
  });

  it('refuses a mutation by GET, with and without the header that browsers must ask for', async () => {
    const url = `${service.url}/graphql?query=${encodeURIComponent('mutation { removeDatabase(name: "small") }')}`;
    for (const headers of [[], [['apollo-require-preflight', '1']], [['content-type', 'application/json']]] as [
      string,
      string,
    ][][]) {
      const response = await fetch(url, { headers });
      expect([400, 405]).toContain(response.status);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
    expect((await service.graphql('{ databases { name } }')).data.databases).toEqual([{ name: 'small' }]);
  });

  it('is asked for each WebSocket', async () => {
    for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { host: 'evil.example' }]) {
      await expect(askSocket(wsClient(service.url, { headers }), '{ databases { name } }')).rejects.toMatchObject({
        message: expect.stringContaining('403'),
      });
    }
    await expect(askSocket(wsClient(`${service.url}/nowhere`), '{ databases { name } }')).rejects.toMatchObject({
      message: expect.stringContaining('404'),
    });
    for (const headers of [{}, { origin: 'http://localhost:3000' }, { origin: APP }]) {
      const client = wsClient(service.url, { headers });
      expect((await askSocket(client, '{ databases { name } }')).data.databases).toEqual([{ name: 'small' }]);
      await client.dispose();
    }
  });
});

describe('an address that others can reach', () => {
  it('is refused without auth', async () => {
    const start = startTestService({ server: { host: '0.0.0.0' } });
    await expect(start).rejects.toBeInstanceOf(StartupError);
    await expect(start).rejects.toThrow(/^server\.host is 0\.0\.0\.0, .*auth: none/);
  });

  it('is served with auth: none, by its address and not by a name that rebinds', async () => {
    const open = await startTestService({ server: { host: '0.0.0.0' }, auth: 'none' });
    const local = open.url.replace('0.0.0.0', '127.0.0.1');
    const answers = await Promise.all(
      ['192.168.1.7', 'evil.example'].map((name) =>
        raw(local, `GET /healthz HTTP/1.1\nHost: ${name}\nConnection: close\n\n`),
      ),
    );
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['200', '403']);
    await open.end();
  });
});
