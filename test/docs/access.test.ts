import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import { dragoman, urlOf, type Run } from '../support/command-line.js';
import { ask, type Answer } from '../support/service.js';

const text = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8');
const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', content = '']) => ({
  language,
  content,
}));
const first = (language: string, holds: string): string =>
  blocks.find((block) => block.language === language && block.content.includes(holds))?.content ?? '';

describe('docs/access.md, run as it stands', () => {
  const dashboard = createApiKey();
  const operator = createApiKey();
  let folder: string;
  let run: Run;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dragoman-access-'));
    const config = join(folder, 'dragoman.yaml');
    await writeFile(config, first('yaml', '# access.yaml'));
    const env = { PORT: '0', DASHBOARD_KEY_SHA256: dashboard.sha256, OPERATOR_KEY_SHA256: operator.sha256 };
    run = dragoman(['serve', '--config', config], { cwd: folder, env });
    url = await urlOf(run);
  }, 60_000);
  afterAll(async () => {
    run.child.kill('SIGTERM');
    await run.exit;
    await rm(folder, { recursive: true, force: true });
  });

  const as = ({ key }: { key: string }, query: string): Promise<Answer> =>
    ask(url, query, {}, { authorization: `Bearer ${key}` });
  const counting = (table: string): string =>
    `{ query(database: "bookshop", sql: "SELECT count(*) AS n FROM ${table}") { rows } }`;

  it('lets the dashboard read its tables and no others', async () => {
    for (const table of ['books', 'authors', 'book_authors']) {
      expect((await as(dashboard, counting(table))).data?.query.rows[0].n).toBeGreaterThan(0);
    }
    for (const table of ['customers', 'orders', 'bestsellers', 'sqlite_master']) {
      expect((await as(dashboard, counting(table))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const tables = (await as(dashboard, '{ database(name: "bookshop") { tables { name } } }')).data?.database.tables;
    expect(tables).toContainEqual({ name: 'books' });
    expect(tables).not.toContainEqual({ name: 'customers' });
  });

  it('answers the request that it shows', async () => {
    const [, body = ''] = /-d '(.*)'/.exec(first('sh', 'curl')) ?? [];
    const { query } = JSON.parse(body) as { query: string };
    expect((await as(dashboard, query)).data?.query.rows[0].books).toBeGreaterThan(0);
  });

  it('asks everybody who they are', async () => {
    expect((await ask(url, counting('books'))).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(run.stdout).toContain('By 2 API keys.');
  });

  it('shows the operator what was refused', async () => {
    const { data, errors } = await as(operator, first('graphql', 'auditLog'));
    expect(errors).toBeUndefined();
    expect(data?.auditLog).toContainEqual(
      expect.objectContaining({ principal: 'key:dashboard', action: 'query', tablesRead: ['customers'] }),
    );
  });
});
