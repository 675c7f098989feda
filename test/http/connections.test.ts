import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, until, type TestService } from '../support/service.js';
import { raw } from '../support/transports.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ limits: { connections: 20, requestTimeoutMs: 1000 } });
});
afterAll(() => service.end());

const sockets: Socket[] = [];
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

interface Opened {
  readonly socket: Socket;
  readonly told: () => string;
  readonly isClosed: () => boolean;
}

function open(): Promise<Opened> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve) => {
    let text = '';
    let closed = false;
    const socket = connect(Number(port), hostname, () => resolve({ socket, told: () => text, isClosed: () => closed }));
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('close', () => (closed = true));
    // A socket that the server cuts may break as it is written to.
    socket.on('error', () => (closed = true));
    sockets.push(socket);
  });
}

const HEAD = `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n`;

describe('a client that takes its time', () => {
  it.each([
    ['with the head', HEAD, 'X-A: b\r\n'],
    ['with the body', `${HEAD}Content-Length: 5000\r\n\r\n{"query":"`, 'x'],
    ['with the chunks of a body', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
  ])('%s is cut off', async (_what, begin, drop) => {
    const slow = await open();
    slow.socket.write(begin);
    const dripping = setInterval(() => slow.socket.write(drop), 100);
    try {
      await until(slow.isClosed, 15_000);
    } finally {
      clearInterval(dripping);
    }
    expect(slow.told()).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow.told()).not.toContain('"data"');
  });

  it('does not keep others out', async () => {
    const slow = await Promise.all(Array.from({ length: 10 }, () => open()));
    slow.forEach(({ socket }) => socket.write(HEAD));
    expect(await service.graphql('{ databases { name } }')).toMatchObject({ data: { databases: [{ name: 'small' }] } });
    await until(() => slow.every(({ isClosed }) => isClosed()), 15_000);
  });
});

it('takes no more connections than may be, and takes some again', async () => {
  const many = await Promise.all(Array.from({ length: 60 }, () => open()));
  await until(() => many.filter(({ isClosed }) => isClosed()).length >= 40, 10_000);
  for (const { socket } of many) socket.destroy();
  await until(async () => (await fetch(`${service.url}/healthz`).catch(() => undefined))?.status === 200, 10_000);
});

it('refuses a head that is too large', async () => {
  const answer = await raw(service.url, `GET /healthz HTTP/1.1\nHost: 127.0.0.1\nX-A: ${'x'.repeat(30_000)}\n\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});

const EXPECTED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

describe('the headers of an answer', () => {
  it.each([
    [
      'data',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{databases{name}}"}' },
    ],
    [
      'an event stream',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: '{"query":"{databases{name}}"}',
      },
    ],
    ['an error', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }],
    ['what a page from elsewhere asks for', '/graphql', { headers: { origin: 'https://evil.example' } }],
    ['nothing', '/nowhere', {}],
    ['a probe', '/healthz', {}],
  ])('protect %s', async (_what, path, init: RequestInit) => {
    const { headers } = await fetch(service.url + path, init);
    const told = Object.fromEntries(headers);
    expect(told).toMatchObject(EXPECTED);
    expect(told['cache-control']).toMatch(/no-store|no-cache/);
    expect(told['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(told).not.toHaveProperty('strict-transport-security');
    expect(told).not.toHaveProperty('server');
    expect(told).not.toHaveProperty('x-powered-by');
  });
});
