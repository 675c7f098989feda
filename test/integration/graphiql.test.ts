import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import { launchChromium } from '../support/chromium.js';
import { watchPage } from '../support/page-errors.js';
import { startTestService, until, type TestService } from '../support/service.js';

let service: TestService;
let browser: Browser;
/** Another program's web page, which the browser knows as evil.example. */
let elsewhere: Server;

beforeAll(async () => {
  elsewhere = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<title>elsewhere</title>'),
  );
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  [service, browser] = await Promise.all([
    startTestService({ bookshop: true }),
    launchChromium(['--host-resolver-rules=MAP evil.example 127.0.0.1']),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await service.end();
});

const plain = (text: string): string => text.replace(/\s+/g, ' ');
const shown = async (page: Page, selector: string): Promise<string> =>
  plain(await page.locator(`${selector} .view-lines`).first().innerText());
const showsIn = (page: Page, selector: string, pattern: RegExp): Promise<number> =>
  until(async () => pattern.test(await shown(page, selector)), 15_000);

/** Opens a tab. GraphiQL notices the operation of a new text a moment after it shows it, and tells nobody when. */
const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  await showsIn(page, '.graphiql-query-editor', new RegExp(name));
  await page.waitForTimeout(3000);
};

/** Opens GraphiQL and runs its first example; gives the button that runs the next ones. */
const openGraphiql = async (page: Page, url: string): Promise<Locator> => {
  await page.goto(`${url}/graphiql`);
  await page.locator('.graphiql-query-editor .view-lines').waitFor({ timeout: 30_000 });
  await showsIn(page, '.graphiql-query-editor', /BestSellers/);
  const execute = page.getByRole('button', { name: /^Execute query/ });
  await execute.click();
  await showsIn(page, '.graphiql-response', /"rows": \[ \{ "title": ".+", "copies": \d+/);
  return execute;
};

describe('GraphiQL', () => {
  it(
    'runs the examples, live ones too, without a word of complaint or a request elsewhere',
    { timeout: 60_000 },
    async () => {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const watched = await watchPage(page, service.url);
      const execute = await openGraphiql(page, service.url);

      await openTab(page, 'WhatIsThere');
      await execute.click();
      await showsIn(page, '.graphiql-response', /"tables": \[ \{ "name": ".+", "isView": (true|false)/);

      await openTab(page, 'WhatItIs');
      await execute.click();
      await showsIn(page, '.graphiql-response', /"dialect": "POSTGRESQL", "kind": "SELECT", "isRead": true/);

      await openTab(page, 'WatchHealth');
      await execute.click();
      await showsIn(page, '.graphiql-response', /"status": "HEALTHY"/);
      await page.getByRole('button', { name: /^Stop query/ }).click();

      await openTab(page, 'AddReview');
      await execute.click();
      await showsIn(page, '.graphiql-response', /"affectedRows": 1/);

      expect(watched).toEqual({ errors: [], foreignRequests: [] });
      await page.close();
    },
  );
});

describe('GraphiQL of a service that asks for keys', () => {
  it('opens with a key as the password, and queries live with it', { timeout: 90_000 }, async () => {
    const { key, sha256 } = createApiKey();
    const grants = [{ database: 'bookshop', access: 'READ_ONLY', schema: false } as const];
    const closed = await startTestService({
      bookshop: true,
      auth: {
        roles: [{ name: 'reader', admin: false, grants, introspection: undefined }],
        apiKeys: [{ name: 'person', sha256, role: 'reader' }],
        jwt: undefined,
        anonymous: undefined,
      },
    });
    const size = { viewport: { width: 1400, height: 900 } };
    try {
      const stranger = await browser.newPage();
      // Nobody is there to answer what the browser asks for.
      await expect(stranger.goto(`${closed.url}/graphiql`)).rejects.toThrow('ERR_INVALID_AUTH_CREDENTIALS');
      await stranger.close();
      const person = await browser.newContext({ ...size, httpCredentials: { username: 'anybody', password: key } });
      const page = await person.newPage();
      const watched = await watchPage(page, closed.url);
      const execute = await openGraphiql(page, closed.url);
      await openTab(page, 'WatchHealth');
      await execute.click();
      await showsIn(page, '.graphiql-response', /"status": "HEALTHY"/);
      await openTab(page, 'AddReview');
      await page.getByRole('button', { name: /^Execute query/ }).click();
      await showsIn(page, '.graphiql-response', /"code": "FORBIDDEN"/);
      expect(watched).toEqual({ errors: [], foreignRequests: [] });
      await person.close();
    } finally {
      await closed.end();
    }
  });
});

describe('a page from elsewhere', () => {
  it.each([
    ['at the service’s address', (): string => service.url],
    ['at a name of its own that leads here', (): string => service.url.replace('127.0.0.1', 'evil.example')],
  ])('reads nothing and writes nothing %s', { timeout: 60_000 }, async (_where, target) => {
    const page = await browser.newPage();
    await page.goto(`http://evil.example:${(elsewhere.address() as AddressInfo).port}/`);
    expect(await page.title()).toBe('elsewhere');
    const before = service.log.length;
    const outcomes = await page.evaluate(attack, {
      url: target(),
      write: 'mutation { execute(database: "small", sql: "DELETE FROM things") { affectedRows } }',
    });
    expect(outcomes).toEqual({
      json: 'refused',
      // Answers are for pages of the service alone: not even an opaque one gets out.
      text: 'refused',
      blind: 'refused',
      get: 'refused',
      stream: 'refused',
      socket: 'refused',
    });
    expect(service.log.slice(before).filter((line) => line.includes(' 200 in '))).toEqual([]);
    const { data } = await service.graphql(
      '{ query(database: "small", sql: "SELECT count(*) AS n FROM things") { rows } serviceStatus { queries } }',
    );
    expect(data.query.rows).toEqual([{ n: 3 }]);
    await page.close();
  });

  it(
    'reads nothing through a name that was pointed at the service after its page came from there',
    { timeout: 60_000 },
    async () => {
      const page = await browser.newPage();
      const rebound = service.url.replace('127.0.0.1', 'evil.example');
      const response = await page.goto(`${rebound}/graphiql`);
      expect(response?.status()).toBe(403);
      // The page's own origin now, as after a rebinding.
      const status = await page.evaluate(
        async (url) => (await fetch(`${url}/graphql?query={databases{name}}`)).status,
        rebound,
      );
      expect(status).toBe(403);
      await page.close();
    },
  );
});

/** Runs in the page: every way in that a page has. */
async function attack({ url, write }: { url: string; write: string }): Promise<Record<string, string>> {
  const body = JSON.stringify({ query: write });
  const attempt = async (init: RequestInit, query = ''): Promise<string> => {
    try {
      const response = await fetch(`${url}/graphql${query}`, init);
      return response.type === 'opaque' ? 'opaque' : `read: ${await response.text()}`;
    } catch {
      return 'refused';
    }
  };
  const socket = new Promise<string>((resolve) => {
    const opened = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    opened.onopen = () => resolve('opened');
    opened.onerror = () => resolve('refused');
  });
  const stream = new Promise<string>((resolve) => {
    const { EventSource } = globalThis as unknown as {
      EventSource: new (url: string) => { onmessage: () => void; onopen: () => void; onerror: () => void };
    };
    const source = new EventSource(`${url}/graphql?query={databases{name}}`);
    source.onopen = () => resolve('opened');
    source.onerror = () => resolve('refused');
  });
  const read = `?query=${encodeURIComponent('{ query(database: "small", sql: "SELECT 1") { rows } }')}`;
  return {
    json: await attempt({ method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    text: await attempt({ method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body }),
    blind: await attempt({ mode: 'no-cors', headers: { accept: 'text/event-stream' } }, read),
    get: await attempt({}, read),
    stream: await stream,
    socket: await socket,
  };
}
