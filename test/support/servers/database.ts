import { randomBytes } from 'node:crypto';
import { runSql, type Rows, type SqlEngine } from './bare-driver.js';
import { sharedUrl } from './shared-servers.js';

/** A database of a test's own. */
export interface TestDatabase {
  readonly engine: SqlEngine;
  readonly name: string;
  /** With a user who has all rights. */
  readonly url: string;
  /** Runs SQL outside of Dragoman, with all rights; it may be several statements. */
  readonly run: (sql: string) => Promise<void>;
  /** As `run`, and gives the last rows as the bare driver maps them. */
  readonly rows: (sql: string) => Promise<Rows>;
  /** A user who can do with this database what `rights` says, and with others nothing. */
  readonly createRole: (rights: Rights) => Promise<TestRole>;
  /** Removes it with its roles, whoever is connected. */
  readonly drop: () => Promise<void>;
}

/** Also of tables that are made later. `NONE` may connect, and no more. */
export type Rights = 'NONE' | 'READ' | 'WRITE';

export interface TestRole {
  readonly name: string;
  /** The database's, with this user. */
  readonly url: string;
}

/**
 * A fresh database with a random name.
 * @param serverUrl a server of that engine, with a user who has all rights; left out: the shared one
 */
export async function createDatabase(engine: SqlEngine, serverUrl = sharedUrl(engine)): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = withUrlParts(serverUrl, { pathname: `/${name}` });
  const roles: string[] = [];
  const rows = (sql: string): Promise<Rows> => runSql(engine, url, sql);
  const run = async (sql: string): Promise<void> => {
    await rows(sql);
  };
  // One role after another: PostgreSQL refuses two GRANTs on one database at the same time.
  let last: Promise<unknown> = Promise.resolve();
  const makeRole = async (rights: Rights): Promise<TestRole> => {
    const role = `role_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(12).toString('hex');
    await run(GRANTS[engine](role, password, name, rights));
    roles.push(role);
    return { name: role, url: withUrlParts(url, { username: role, password }) };
  };
  await runSql(engine, serverUrl, `CREATE DATABASE ${name}`);
  return {
    engine,
    name,
    url,
    run,
    rows,
    createRole: (rights) => {
      const made = last.then(() => makeRole(rights));
      last = made.catch(() => {});
      return made;
    },
    drop: async () => {
      await runSql(
        engine,
        serverUrl,
        `DROP DATABASE IF EXISTS ${name}${engine === 'postgresql' ? ' WITH (FORCE)' : ''}`,
      );
      if (roles.length > 0) await runSql(engine, serverUrl, DROP_ROLES[engine](roles));
    },
  };
}

const TABLE_RIGHTS = { NONE: '', READ: 'SELECT', WRITE: 'SELECT, INSERT, UPDATE, DELETE' } as const;

/** The statements that make a role. */
const GRANTS: Record<SqlEngine, (role: string, password: string, database: string, rights: Rights) => string> = {
  postgresql: (role, password, database, rights) => {
    const tables = TABLE_RIGHTS[rights];
    const own = [`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`, `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`];
    const connecting = [...own, `GRANT CONNECT ON DATABASE ${database} TO ${role}`];
    if (tables === '') return connecting.join(';');
    return [
      ...connecting,
      `GRANT USAGE ON SCHEMA public TO ${role}`,
      `GRANT ${tables} ON ALL TABLES IN SCHEMA public TO ${role}`,
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ${tables} ON TABLES TO ${role}`,
      ...(rights === 'WRITE' ? sequenceGrants(role) : []),
    ].join(';');
  },
  mysql: (role, password, database, rights) => {
    const created = `CREATE USER ${role}@'%' IDENTIFIED BY '${password}'`;
    const tables = TABLE_RIGHTS[rights];
    // MySQL lets nobody into a database in which they may do nothing; this says next to nothing.
    return `${created}; GRANT ${tables === '' ? 'SHOW VIEW' : tables} ON ${database}.* TO ${role}@'%'`;
  },
};

function sequenceGrants(role: string): string[] {
  return [
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${role}`,
  ];
}

const DROP_ROLES: Record<SqlEngine, (roles: readonly string[]) => string> = {
  postgresql: (roles) => `DROP ROLE ${roles.join(', ')}`,
  mysql: (roles) => `DROP USER ${roles.map((role) => `${role}@'%'`).join(', ')}`,
};

/** Node's URL leaves schemes that it does not know as they are. */
function withUrlParts(text: string, parts: Partial<Record<'pathname' | 'username' | 'password', string>>): string {
  return Object.assign(new URL(text), parts).toString();
}
