import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import { databaseConfig, startTestService, until, type TestService } from '../support/service.js';
import { askSocket, openSse, sseResults, wsClient } from '../support/transports.js';

/** Each is planted where it belongs, and looked for in every byte that leaves the service. */
const SECRETS = {
  password: 'planted-password-1',
  registered: 'planted-password-2',
  misspelled: 'planted-password-3',
  key: createApiKey(),
  wrongKey: 'drg_planted-wrong-key',
  parameter: 'planted-parameter',
  literal: 'planted-literal',
  row: 'planted-row',
} as const;

const auth = {
  roles: [{ name: 'admin', admin: true, grants: [], introspection: undefined }],
  apiKeys: [{ name: 'operator', sha256: SECRETS.key.sha256, role: 'admin' }],
  jwt: undefined,
  anonymous: undefined,
};

describe('secrets', () => {
  let service: TestService;
  const left: string[] = [];
  const authorization = { authorization: `Bearer ${SECRETS.key.key}` };

  const get = async (path: string, headers: Record<string, string> = authorization): Promise<void> => {
    const response = await fetch(`${service.url}${path}`, { headers });
    left.push(JSON.stringify([...response.headers]), await response.text());
  };
  const ask = async (query: string, variables?: Record<string, unknown>, headers = authorization): Promise<void> => {
    left.push(JSON.stringify(await service.graphql(query, variables, headers)));
  };
  const run = (sql: string, params?: unknown): Promise<void> =>
    ask(
      'mutation ($sql: String!, $params: JSON) { execute(database: "small", sql: $sql, params: $params) { affectedRows executedSql } }',
      {
        sql,
        params,
      },
    );

  beforeAll(async () => {
    const unreachable = {
      ...databaseConfig('shop', ''),
      dialect: 'POSTGRESQL' as const,
      url: `postgres://app:${SECRETS.password}@127.0.0.1:1/shop`,
    };
    service = await startTestService({ auth, audit: { store: true, log: true }, databases: [unreachable] });
    await Promise.all(['/', '/graphiql', '/readyz', '/healthz', '/nowhere', '/metrics'].map((path) => get(path)));
    await get('/graphiql', {});
    await ask('{ __schema { types { name } } }');
    await ask(
      '{ databases { name serverVersion state health { status error } pool { open } statistics { queries } } serviceStatus { version } }',
    );
    await ask('{ query(database: "shop", sql: "SELECT 1") { rows } }');
    await ask('{ database(name: "shop") { tables { name } } }');
    await ask('{ databases { name } }', {}, { authorization: `Bearer ${SECRETS.wrongKey}` });
    const input = (url: string, name: string) => ({ input: { name, dialect: 'MYSQL', url } });
    const register =
      'mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name serverVersion health { error } } }';
    await ask(register, input(`mysql://app:${SECRETS.registered}@127.0.0.1:1/crm`, 'crm'));
    await ask(register, input(`mysql://app:${SECRETS.misspelled}@127.0.0.1:1/crm?ssl=1`, 'wrong'));
    await ask(register, input(`mysql:app:${SECRETS.misspelled}@127.0.0.1/crm`, 'wrong'));
    await run('INSERT INTO things (id, name) VALUES (90, ?)', [SECRETS.parameter]);
    await run(`INSERT INTO things (id, name) VALUES (91, '${SECRETS.literal}')`);
    await run(`INSERT INTO things (id, name) VALUES (92, '${SECRETS.row}')`);
    await run('INSERT INTO things (id, name) VALUES (93, ?)', [SECRETS.parameter]);
    await run('INSERT INTO things (id, name) VALUES (?)', [SECRETS.parameter]);
    await run(`INSERT INTO nowhere VALUES ('${SECRETS.literal}')`);
    const client = wsClient(service.url, {}, authorization);
    left.push(JSON.stringify(await askSocket(client, '{ databases { name } }')));
    await client.dispose();
    const stopped = new AbortController();
    const stream = await openSse(service.url, 'subscription { health { database error } }', {
      headers: authorization,
      signal: stopped.signal,
    });
    left.push(JSON.stringify((await sseResults(stream).next()).value));
    stopped.abort();
    await service.graphql('{ query(database: "small", sql: "SELECT name FROM things") { rows } }', {}, authorization);
    await ask('{ auditLog(first: 1000) { principal action database pattern outcome tablesRead tablesWritten } }');
    await until(() => service.log.length > 10);
  });
  afterAll(() => service.end());

  it.each([
    ['a password of the configuration', SECRETS.password],
    ['a password of registerDatabase', SECRETS.registered],
    ['a password of an address that was refused', SECRETS.misspelled],
    ['an API key', SECRETS.key.key],
    ['an API key’s hash', SECRETS.key.sha256],
    ['a key that nobody knows', SECRETS.wrongKey],
  ])('leave no answer and no log: %s', (_, secret) => {
    expect(left.join('\n')).not.toContain(secret);
    expect(service.log.join('\n')).not.toContain(secret);
  });

  it.each([
    ['a parameter', SECRETS.parameter],
    ['a literal', SECRETS.literal],
    ['a row', SECRETS.row],
  ])('are in no log: %s', (_, secret) => {
    expect(service.log.join('\n')).not.toContain(secret);
  });

  it('are in the audit log neither', async () => {
    const told = left.at(-1) ?? '';
    expect(told).toContain('INSERT INTO things');
    expect(told).not.toContain('planted');
  });

  it('stand in the store where they have to, and nowhere else in it', async () => {
    const store = (await readFile(join(service.folder, 'store.sqlite'))).toString('latin1');
    const log = (await readFile(join(service.folder, 'store.sqlite-wal'))).toString('latin1');
    for (const secret of [SECRETS.password, SECRETS.misspelled, SECRETS.parameter, SECRETS.literal, SECRETS.key.key]) {
      expect(store + log).not.toContain(secret);
    }
  });
});
