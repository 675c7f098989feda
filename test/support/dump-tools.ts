import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, type Rows, type SqlEngine } from './servers/index.js';
import { findProgram } from './servers/programs.js';

const execute = promisify(execFile);
const MOST_BYTES = 2 ** 28;

/** How an engine's own tool is called for a database. */
interface DumpTool {
  readonly programs: readonly string[];
  readonly call: (url: URL) => { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
}

const TOOLS: Readonly<Record<SqlEngine, DumpTool>> = {
  postgresql: { programs: ['pg_dump'], call: ({ href }) => ({ args: [`--dbname=${href}`], env: {} }) },
  mysql: {
    programs: ['mariadb-dump', 'mysqldump'],
    call: ({ hostname, port, username, password, pathname }) => ({
      args: [`--host=${hostname}`, `--port=${port}`, `--user=${username}`, decodeURIComponent(pathname.slice(1))],
      env: { MYSQL_PWD: decodeURIComponent(password) },
    }),
  },
};

/** A database of a test's own that can be dumped. */
export interface DumpedDatabase {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Rows>;
  /** What the engine's own tool writes. */
  readonly dump: () => Promise<string>;
  readonly drop: () => Promise<void>;
}

/** A fresh database of an engine, SQLite as a file. */
export async function createDumped(engine: SqlEngine | 'sqlite'): Promise<DumpedDatabase> {
  if (engine === 'sqlite') return createFile();
  const database = await createDatabase(engine);
  const { run, rows, drop } = database;
  return { run, rows, drop, dump: async () => (await dumpOf(engine, database.url, HEX_BLOB[engine])).toString() };
}

/** Bytes as digits, where a tool writes them as they are otherwise. */
const HEX_BLOB: Readonly<Record<SqlEngine, readonly string[]>> = { postgresql: [], mysql: ['--hex-blob'] };

/** What the engine's own tool writes of a database of a server. */
export async function dumpOf(engine: SqlEngine, url: string, options: readonly string[] = []): Promise<Buffer> {
  const { programs, call } = TOOLS[engine];
  const { args, env } = call(new URL(url));
  const { stdout } = await execute(await programOf(programs, engine), [...options, ...args], {
    env: { ...process.env, ...env },
    maxBuffer: MOST_BYTES,
    encoding: 'buffer',
  });
  return stdout;
}

/** What SQLite's own tool writes of a file. */
export async function dumpOfFile(file: string): Promise<Buffer> {
  const program = await programOf(['sqlite3'], 'SQLite');
  return (await execute(program, [file, '.dump'], { maxBuffer: MOST_BYTES, encoding: 'buffer' })).stdout;
}

async function createFile(): Promise<DumpedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-dumped-'));
  const program = await programOf(['sqlite3'], 'SQLite');
  const told = async (...args: readonly string[]): Promise<string> =>
    (
      await execute(program, [...args.slice(0, -1), join(folder, 'dumped.sqlite'), args.at(-1) ?? ''], {
        maxBuffer: MOST_BYTES,
      })
    ).stdout;
  return {
    run: async (sql) => {
      await told('-bail', sql);
    },
    rows: async (sql) => JSON.parse((await told('-bail', '-json', sql)) || '[]') as Rows,
    dump: () => told('.dump'),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function programOf(programs: readonly string[], engine: string): Promise<string> {
  const program = await findProgram(...programs);
  if (program === undefined)
    throw new Error(`These tests need ${programs.join(' or ')}: install the client of ${engine}.`);
  return program;
}
