import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  certificates,
  createDatabase,
  redisUrl,
  refusedPort,
  runSql,
  sharedUrl,
  startServer,
  type Engine,
  type PrivateServer,
  type SqlEngine,
  type TestDatabase,
} from './index.js';
import { KEEPER, type KeeperPlan } from './keeper.js';
import { planServer, recipes } from './launch.js';

const SQL_ENGINES: readonly SqlEngine[] = ['postgresql', 'mysql'];

/** What a Redis at this URL, or any other server, answers to a line. */
function say(port: number, ...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.map((line) => `${line}\r\n`).join('')));
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.split('\r\n').length > lines.length) socket.end();
    });
    socket.once('error', reject).once('close', () => resolve(heard));
  });
}

async function isGone(pid: number): Promise<boolean> {
  try {
    // A process that nobody has waited for yet is dead all the same.
    return (await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z ');
  } catch {
    return true;
  }
}

describe.each(SQL_ENGINES)('a database on the shared %s server', (engine) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase(engine);
    await database.run(
      "CREATE TABLE things (id INT PRIMARY KEY, name VARCHAR(20)); INSERT INTO things VALUES (1, 'ink');",
    );
  });
  afterAll(() => database.drop());

  it('runs several statements and gives the last rows', async () => {
    expect(await database.rows('SELECT 7 AS n; SELECT id, name FROM things')).toEqual([{ id: 1, name: 'ink' }]);
    expect(await database.rows('DELETE FROM things WHERE id = 9')).toEqual([]);
  });

  it('speaks UTF-8 to its full extent', async () => {
    expect(await database.rows("SELECT upper('é') AS letter, '🪶' AS quill")).toEqual([{ letter: 'É', quill: '🪶' }]);
  });

  it('has roles that read, write or do nothing', async () => {
    const [none, reader, writer] = await Promise.all([
      database.createRole('NONE'),
      database.createRole('READ'),
      database.createRole('WRITE'),
    ]);
    await database.run('CREATE TABLE later (id INT)');
    await runSql(engine, none.url, 'SELECT 1');
    await expect(runSql(engine, none.url, 'SELECT * FROM things')).rejects.toThrow(/denied/);
    await runSql(engine, reader.url, 'SELECT * FROM things; SELECT * FROM later');
    await expect(runSql(engine, reader.url, 'DELETE FROM things')).rejects.toThrow(/denied/);
    await runSql(engine, writer.url, "INSERT INTO things VALUES (2, 'quill'); DELETE FROM things WHERE id = 2");
    await expect(runSql(engine, writer.url, 'DROP TABLE things')).rejects.toThrow(/denied|must be owner/);
  });

  it('is gone with its roles once it is dropped, also while someone is connected', async () => {
    const other = await createDatabase(engine);
    const role = await other.createRole('READ');
    const held = runSql(engine, other.url, engine === 'postgresql' ? 'SELECT pg_sleep(30)' : 'SELECT SLEEP(0.2)');
    void held.catch(() => {});
    await other.drop();
    await expect(runSql(engine, other.url, 'SELECT 1')).rejects.toThrow(/does not exist|Unknown database/);
    await expect(runSql(engine, role.url, 'SELECT 1')).rejects.toThrow(/authentication failed|denied/);
  });
});

describe('the shared servers', () => {
  it('speak TLS with a certificate of the tests’ own authority', async () => {
    const ca = await readFile(certificates().ca, 'utf8');
    const client = new pg.Client({ connectionString: sharedUrl('postgresql'), ssl: { ca } });
    await client.connect();
    const { rows } = await client.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    await client.end();
    expect(rows).toEqual([{ ssl: true }]);

    const connection = await createConnection({ uri: sharedUrl('mysql'), ssl: { ca, verifyIdentity: true } });
    const [[cipher]] = (await connection.query("SHOW STATUS LIKE 'Ssl_cipher'")) as any;
    await connection.end();
    expect(cipher.Value).not.toBe('');
  });

  it('refuse a certificate that is not of that authority', async () => {
    const client = new pg.Client({ connectionString: sharedUrl('postgresql'), ssl: {} });
    await expect(client.connect()).rejects.toThrow(/certificate/);
  });

  it('refuse a wrong password', async () => {
    for (const engine of SQL_ENGINES) {
      const url = Object.assign(new URL(sharedUrl(engine)), { password: 'wrong' }).toString();
      await expect(runSql(engine, url, 'SELECT 1')).rejects.toThrow(/authentication failed|denied/);
    }
  });

  it('have a Redis that answers', async () => {
    const { port, password } = new URL(redisUrl());
    const heard = await say(Number(port), ...(password === '' ? [] : [`AUTH ${password}`]), 'PING');
    expect(heard).toMatch(/\+PONG\r\n$/);
  });

  it('are not at a refused port', async () => {
    await expect(say(await refusedPort(), 'PING')).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe.each(SQL_ENGINES)('a private %s server', (engine) => {
  const settings = { postgresql: { TimeZone: 'Asia/Tokyo', max_connections: '9' }, mysql: { max_connections: '11' } };
  let server: PrivateServer;

  beforeAll(async () => {
    server = await startServer(engine, { settings: settings[engine] });
    await runSql(engine, server.url, 'CREATE TABLE things (id INT)');
  });
  afterAll(() => server.end());

  const setting = async (name: string): Promise<unknown> => {
    const [row] = await runSql(engine, server.url, engine === 'mysql' ? `SELECT @@${name} AS value` : `SHOW ${name}`);
    return String(Object.values(row ?? {})[0]);
  };

  it('has the settings that it was given', async () => {
    expect(await setting('max_connections')).toBe(settings[engine].max_connections);
    if (engine === 'postgresql') expect(await setting('TimeZone')).toBe('Asia/Tokyo');
  });

  it('says nothing while it is frozen, and goes on', async () => {
    await server.freeze();
    const answer = runSql(engine, server.url, 'SELECT 1');
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 200, 'nothing'))]);
    expect(first).toBe('nothing');
    await server.thaw();
    expect(await answer).toHaveLength(1);
  });

  it('freezes its open connections too', async () => {
    const answer = runSql(engine, server.url, engine === 'mysql' ? 'SELECT SLEEP(0.3)' : 'SELECT pg_sleep(0.3)');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.freeze();
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, 'nothing'))])).toBe('nothing');
    await server.thaw();
    await answer;
  });

  it('comes back with its data and port after a stop and after a kill', async () => {
    await runSql(engine, server.url, 'INSERT INTO things VALUES (1)');
    await server.stop();
    await expect(say(server.port, '')).rejects.toThrow(/ECONNREFUSED/);
    await server.restart();
    expect(await runSql(engine, server.url, 'SELECT id FROM things')).toEqual([{ id: 1 }]);
    await server.kill();
    await expect(say(server.port, '')).rejects.toThrow(/ECONNREFUSED/);
    await server.restart();
    expect(await runSql(engine, server.url, 'SELECT id FROM things')).toEqual([{ id: 1 }]);
  });

  it('is gone with its folder once it is ended, also while it is frozen', async () => {
    const other = await startServer(engine);
    expect(existsSync(other.folder)).toBe(true);
    await other.freeze();
    await other.end();
    expect(existsSync(other.folder)).toBe(false);
    await expect(say(other.port, '')).rejects.toThrow(/ECONNREFUSED/);
    await expect(other.restart()).rejects.toThrow(/start another one/);
  });

  it('says why it does not start', async () => {
    await expect(startServer(engine, { settings: { no_such_setting: '1' } })).rejects.toThrow(/no_such_setting/);
  });
});

describe('a test run that is killed', () => {
  const HOLDER = `
    const { spawn } = require('node:child_process');
    const keeper = spawn(process.execPath, [process.argv[1]], { stdio: ['pipe', 'inherit', 'inherit'], detached: true });
    process.stdin.pipe(keeper.stdin);
  `;

  /** A process that holds a server, as a test run does; it can be killed without killing this one. */
  async function hold(plan: KeeperPlan): Promise<{ holderPid: number; serverPid: number }> {
    const holder = spawn(process.execPath, ['-e', HOLDER, KEEPER], { stdio: ['pipe', 'pipe', 'inherit'] });
    holder.stdin.write(`${JSON.stringify({ id: 0, order: 'open', plan })}\n`);
    holder.stdin.write(`${JSON.stringify({ id: 1, order: 'start' })}\n`);
    for await (const line of createInterface({ input: holder.stdout })) {
      const { id, value, error } = JSON.parse(line);
      if (error !== undefined) throw new Error(error);
      if (id === 1) return { holderPid: holder.pid!, serverPid: value };
    }
    throw new Error('The keeper said nothing.');
  }

  it.each<Engine>(['postgresql', 'mysql', 'redis'])('leaves no %s behind', async (engine) => {
    const programs = await recipes[engine].findPrograms();
    const { plan, port } = await planServer(engine, programs!, certificates());
    const { holderPid, serverPid } = await hold(plan);
    expect(existsSync(plan.folder)).toBe(true);
    expect(await isGone(serverPid)).toBe(false);
    process.kill(holderPid, 'SIGKILL');
    await expect.poll(() => existsSync(plan.folder), { timeout: 8000 }).toBe(false);
    await expect.poll(() => isGone(serverPid), { timeout: 8000 }).toBe(true);
    await expect(say(port, '')).rejects.toThrow(/ECONNREFUSED/);
  });
});
