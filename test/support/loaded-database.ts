import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sqlite3 from 'sqlite3';
import { Utf8WithBytes } from '../../src/command-line/utf8-with-bytes.js';
import type { DialectName } from '../../src/sql/index.js';
import { dumpOf, dumpOfFile } from './dump-tools.js';
import { createDatabase } from './servers/index.js';
import { findProgram } from './servers/programs.js';
import { TestPipeline } from './test-pipeline.js';

/** A database that scripts are loaded into by its engine's own client, which stops at the first error. */
export interface LoadedDatabase {
  /** Its own name, which scripts that make a schema of their own must give it. */
  readonly name: string;
  readonly load: (script: string) => Promise<void>;
  /** Of every table: its columns, and its rows as the service maps them. */
  readonly contents: () => Promise<ReadonlyMap<string, Contents>>;
  /** The same with the pipeline in front of it; whoever opens it closes it. */
  readonly open: () => Promise<TestPipeline>;
  /** The rows of a statement. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** What the engine's own tool writes of it, where nobody tells it how; bytes that are no text as a dump is read. */
  readonly dump: () => Promise<string>;
  readonly drop: () => Promise<void>;
}

export interface Contents {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** How the client of a server is called. */
const CLIENTS: Readonly<
  Record<Exclude<DialectName, 'SQLITE'>, { programs: readonly string[]; args: (url: URL) => string[] }>
> = {
  POSTGRESQL: {
    programs: ['psql'],
    args: ({ href }) => ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null', href],
  },
  MYSQL: {
    programs: ['mariadb', 'mysql'],
    args: ({ hostname, port, username, password, pathname }) => [
      '--no-defaults',
      '--binary-mode',
      '--default-character-set=utf8mb4',
      `--host=${hostname}`,
      `--port=${port}`,
      `--user=${decodeURIComponent(username)}`,
      `--password=${decodeURIComponent(password)}`,
      decodeURIComponent(pathname.slice(1)),
    ],
  },
};

/** A fresh database of an engine. */
export async function createLoaded(dialect: DialectName): Promise<LoadedDatabase> {
  if (dialect === 'SQLITE') return createFile();
  const database = await createDatabase(dialect === 'POSTGRESQL' ? 'postgresql' : 'mysql');
  const { programs, args } = CLIENTS[dialect];
  return {
    name: database.name,
    load: (script) => piped(programs, args(new URL(database.url)), script),
    contents: () => contentsOf({ dialect, url: database.url }),
    open: () => TestPipeline.open({ dialect, url: database.url }),
    rows: (sql) => rowsOf({ dialect, url: database.url }, sql),
    dump: async () =>
      new Utf8WithBytes().decode(await dumpOf(dialect === 'POSTGRESQL' ? 'postgresql' : 'mysql', database.url)),
    drop: database.drop,
  };
}

async function createFile(): Promise<LoadedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-loaded-'));
  const file = join(folder, 'loaded.sqlite');
  return {
    name: 'main',
    load: (script) => inFile(file, script),
    contents: () => contentsOf({ dialect: 'SQLITE', url: `sqlite:${file}` }),
    open: () => TestPipeline.open({ dialect: 'SQLITE', url: `sqlite:${file}` }),
    rows: (sql) => rowsOf({ dialect: 'SQLITE', url: `sqlite:${file}` }, sql),
    dump: async () => (await dumpOfFile(file)).toString(),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** By the driver itself: the client on a machine may be of any age. */
async function inFile(file: string, script: string): Promise<void> {
  const database = new sqlite3.Database(file);
  try {
    await promisify(database.exec.bind(database))(script);
  } finally {
    await promisify(database.close.bind(database))();
  }
}

type Place = NonNullable<Parameters<(typeof TestPipeline)['open']>[0]>;

async function rowsOf(place: Place, sql: string): Promise<readonly (readonly unknown[])[]> {
  const opened = await TestPipeline.open(place);
  try {
    return (await opened.query(sql)).tuples;
  } finally {
    await opened.close();
  }
}

async function contentsOf(place: Place): Promise<ReadonlyMap<string, Contents>> {
  const opened = await TestPipeline.open(place);
  const quote = place.dialect === 'MYSQL' ? '`' : '"';
  const quoted = (name: string): string => quote + name.replaceAll(quote, quote + quote) + quote;
  try {
    const catalogue = opened.catalogue();
    const described = await catalogue.describe(await catalogue.list());
    const found = new Map<string, Contents>();
    for (const table of described) {
      // a view of SQLite's that is broken has no columns
      if (table === undefined || table.columns.length === 0) continue;
      const columns = table.columns.map(({ name }) => name);
      const { tuples } = await opened.query(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)}`);
      found.set(table.name, { columns, rows: tuples });
    }
    return found;
  } finally {
    await opened.close();
  }
}

async function piped(programs: readonly string[], args: readonly string[], script: string): Promise<void> {
  const program = await findProgram(...programs);
  if (program === undefined)
    throw new Error(`These tests need ${programs.join(' or ')}: install the client of that engine.`);
  const client = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  const told: Buffer[] = [];
  client.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  // a client that stops early reads no further
  client.stdin.on('error', () => {});
  client.stdin.end(script);
  const code = await new Promise<number | null>((resolve, reject) => {
    client.on('error', reject);
    client.on('close', resolve);
  });
  const errors = Buffer.concat(told).toString();
  if (code !== 0 || /^(Error|Parse error|ERROR)\b/m.test(errors))
    throw new Error(errors || `${program} ended with ${code}.`);
}
