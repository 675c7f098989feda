import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBareServer } from '../support/bare-server.js';
import { post, startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

describe('probes and pages', () => {
  it('is alive and ready', async () => {
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${service.url}/readyz`)).json()).toEqual({ ready: true, missing: [] });
  });

  it('says what is missing', async () => {
    const bare = await startBareServer({}, () => ['the store']);
    const response = await fetch(`${bare.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { ready: false, missing: ['the store'] }]);
    await bare.close();
  });

  it('is not ready while it stops, and lets what runs end', async () => {
    const stopping = await startTestService();
    const slow = JSON.stringify({
      query:
        '{ query(database: "small", sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT count(*) AS c FROM n") { rows } }',
    });
    // One connection: nothing new is accepted, but what comes behind the slow query on an open one is answered.
    const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
    const answer = text(socket);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(slow)}\r\n\r\n${slow}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    const stopped = stopping.stop();
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
    socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await stopped;
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await answer).toMatch(/503 Service Unavailable[^]*"missing":\["the service is stopping"\]/);
    expect(await answer).toMatch(/"c":3000000/);
    await stopping.end();
  });

  it('leads to GraphiQL, which brings its own policy', async () => {
    const root = await fetch(service.url, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphiql']);
    const page = await fetch(`${service.url}/graphiql`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<div id="root">');
  });

  it('says where things are to who is lost', async () => {
    const response = await fetch(`${service.url}/nowhere?x=1`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('/nowhere'), extensions: { code: 'BAD_REQUEST', retryable: false } }],
    });
    for (const path of ['/console/../package.json', '/console/%2e%2e/%2e%2e/package.json', '/console/']) {
      expect([403, 404]).toContain((await fetch(`${service.url}${path}`)).status);
    }
  });

  it('gives each request an id of its own, whatever the client says', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () =>
        (await post(service.url, { query: '{ databases { name } }' }, { 'x-request-id': 'mine' })).headers.get(
          'x-request-id',
        ),
      ),
    );
    expect(new Set(ids).size).toBe(2);
    ids.forEach((id) => expect(id).toMatch(/^[0-9a-f-]{36}$/));
  });
});
