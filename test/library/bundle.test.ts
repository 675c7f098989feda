import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as language from '../../src/language.js';
import { bundle, type Bundle } from '../support/bundle.js';
import { launchChromium } from '../support/chromium.js';
import { watchPage } from '../support/page-errors.js';

type Language = typeof language;

const PAGE = `<!doctype html><link rel="icon" href="data:,"><title>dragoman</title>
<script type="module">import * as dragoman from '/dragoman.js'; globalThis.dragoman = dragoman;</script>`;

let all: Bundle;
beforeAll(async () => {
  all = await bundle("export * from 'dragoman/sql'");
}, 60_000);

describe('a bundle of the language', () => {
  it('has no part of Node, and imports nothing', () => {
    expect(all.imports).toEqual([]);
    expect(all.code).not.toMatch(/["'`]node:|\brequire\(|\bprocess\.|\bBuffer\b|__vite-browser-external/);
  });

  it.each([
    ['split', 0.1],
    ['parse', 0.4],
    ['analyze', 0.6],
  ])('of %s alone is at most %d of the whole', async (name, share) => {
    const part = await bundle(`export { ${name} } from 'dragoman/sql'`);
    expect(part.code.length / all.code.length).toBeLessThan(share);
  });
});

describe('the language in a browser', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const isModule = request.url === '/dragoman.js';
      response.setHeader('content-type', isModule ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isModule ? all.code : PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('parses, analyses, splits, translates and refuses', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await browser.newPage();
    const watched = await watchPage(page, url);
    await page.goto(url);
    await page.waitForFunction(() => 'dragoman' in globalThis);
    const answers = await page.evaluate(() => {
      const { analyze, parse, split, translate } = (globalThis as unknown as { dragoman: Language }).dragoman;
      const refused = (): unknown => {
        try {
          return translate("SELECT to_tsvector('a')", { from: 'postgresql', to: 'sqlite' });
        } catch (error) {
          return (error as { code: string }).code;
        }
      };
      return {
        kind: parse('SELECT 1', 'sqlite').kind,
        tables: analyze('DELETE FROM a WHERE b = 1', 'mysql').tables.written,
        statements: split("SELECT ';'; SELECT 2", 'postgresql').length,
        sql: translate('SELECT a <=> b, 7 DIV 2 FROM t LIMIT 5, 10', { from: 'mysql', to: 'postgresql' }).sql,
        refused: refused(),
      };
    });
    expect(answers).toEqual({
      kind: 'query',
      tables: ['a'],
      statements: 2,
      sql: expect.stringMatching(/IS NOT DISTINCT FROM[^]*LIMIT 10 OFFSET 5/),
      refused: 'UNTRANSLATABLE',
    });
    expect(watched).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });
});
