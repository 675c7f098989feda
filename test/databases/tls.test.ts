import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TlsOptions } from '../../src/databases/database-options.js';
import { certificates, createDatabase, type SqlEngine, type TestDatabase } from '../support/servers/index.js';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

/** Asks the server itself whether the session is encrypted. */
const ENCRYPTED = {
  postgresql: 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
  mysql: "SHOW STATUS LIKE 'Ssl_cipher'",
} as const;

describe.each<[SqlEngine, 'POSTGRESQL' | 'MYSQL']>([
  ['postgresql', 'POSTGRESQL'],
  ['mysql', 'MYSQL'],
])('the way to %s', (engine, dialect) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createDatabase(engine)));
  afterAll(() => database.drop());

  async function using<T>(
    tls: TlsOptions | false | undefined,
    work: (db: TestPipeline) => Promise<T>,
    url?: string,
  ): Promise<T> {
    const db = await TestPipeline.open({ dialect, url: url ?? database.url, tls });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  }

  const isEncrypted = (db: TestPipeline): Promise<boolean> =>
    db.rows(ENCRYPTED[engine]).then(([row]) => (engine === 'mysql' ? row?.[1] !== '' : row?.[0] === true));

  it('is verified by the authority that is given', async () => {
    expect(await using({ verify: true, ca: certificates().ca }, isEncrypted)).toBe(true);
  });

  it('is verified by the name, too', async () => {
    const named = Object.assign(new URL(database.url), { hostname: 'localhost' }).toString();
    expect(await using({ verify: true, ca: certificates().ca }, isEncrypted, named)).toBe(true);
  });

  it('is encrypted without being verified, where that is said', async () => {
    expect(await using({ verify: false }, isEncrypted)).toBe(true);
  });

  it('is plain on this machine where nothing is said', async () => {
    expect(await using(undefined, isEncrypted)).toBe(false);
    expect(await using(false, isEncrypted)).toBe(false);
  });

  it('is refused where nobody vouches for the certificate', async () => {
    await using({ verify: true }, async (db) => {
      const error = await refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE');
      expect(error.message).toBe('The server’s certificate is not trusted.');
      expect(error.details.hint).toMatch(/tls\.ca/);
      expect(db.registry.get('main').monitor.present.status).toBe('UNREACHABLE');
    });
  });

  it('says which file of a certificate is gone', async () => {
    await using({ verify: true, ca: '/nowhere/ca.pem' }, async (db) => {
      const error = await refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE');
      expect(error.message).toContain('/nowhere/ca.pem');
    });
  });
});
