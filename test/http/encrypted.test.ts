import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../support/servers/index.js';
import { startTestService, type TestService } from '../support/service.js';
import { askSocket, wsClient } from '../support/transports.js';
import { banner } from '../../src/banner.js';

let service: TestService;
const { ca, cert, key } = certificates();
const trusted = readFileSync(ca);
beforeAll(async () => void (service = await startTestService({ server: { tls: { cert, key } } })));
afterAll(() => service.end());

interface Told {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

function ask(url: string, headers: Record<string, string> = {}, body?: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ca: trusted, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => (text += data.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('a service with a certificate', () => {
  it('says so where it tells its address', () => {
    expect(service.url).toMatch(/^https:\/\//);
    expect(service.log.join('\n')).toContain(`Listening at ${service.url}`);
    expect(banner(service, service.config)).toContain(service.url.replace('https', 'wss'));
  });

  it('answers over HTTPS, and asks browsers to stay there', async () => {
    const body = JSON.stringify({ query: '{ databases { name } }' });
    const told = await ask(`${service.url}/graphql`, { 'content-type': 'application/json' }, body);
    expect(JSON.parse(told.body)).toEqual({ data: { databases: [{ name: 'small' }] } });
    expect(told.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });

  it('does not bind the name localhost to HTTPS for other services of the machine', async () => {
    const { headers, status } = await ask(`${service.url.replace('127.0.0.1', 'localhost')}/healthz`);
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('answers over wss', async () => {
    const client = wsClient(service.url, { ca: trusted });
    expect(await askSocket(client, '{ databases { name } }')).toEqual({ data: { databases: [{ name: 'small' }] } });
    await client.dispose();
  });

  it('is not spoken to in plain HTTP', async () => {
    await expect(fetch(`${service.url.replace('https', 'http')}/healthz`)).rejects.toThrow();
  });

  it.each([
    ['TLSv1.1', false],
    ['TLSv1.2', true],
    ['TLSv1.3', true],
  ] as const)('takes %s: %s', async (version, taken) => {
    const { port } = new URL(service.url);
    const outcome = await new Promise<string | Error | null>((resolve) => {
      const options = { host: '127.0.0.1', port: Number(port), ca: trusted, ciphers: 'DEFAULT@SECLEVEL=0' };
      const socket = connect({ ...options, minVersion: version, maxVersion: version }, () => {
        resolve(socket.getProtocol());
        socket.end();
      });
      socket.on('error', resolve);
    });
    if (taken) expect(outcome).toBe(version);
    else expect(outcome).toBeInstanceOf(Error);
  });
});

it('does not start with a key that is not the certificate’s', async () => {
  const wrong = join(service.folder, 'wrong.pem');
  writeFileSync(wrong, 'no key');
  await expect(startTestService({ server: { tls: { cert, key: wrong } } })).rejects.toThrow(
    /^server\.tls can't be used/,
  );
});
