import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dragoman, urlOf, type Run, type RunOptions } from '../support/command-line.js';
import { ask, until } from '../support/service.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const SLOW =
  '{ query(database: "small", sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000000) SELECT count(*) AS c FROM n") { rows } }';

let cwd: string;
const runs: Run[] = [];
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dragoman-cli-'));
});
afterEach(async () => {
  for (const { child } of runs) child.kill('SIGKILL');
  await Promise.all(runs.splice(0).map(({ exit }) => exit));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function start(args: string[], more: Partial<RunOptions> = {}): Run {
  const run = dragoman(args, { cwd, ...more });
  runs.push(run);
  return run;
}

async function ended(
  args: string[],
  more: Partial<RunOptions> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const run = start(args, more);
  const code = await run.exit;
  return { code, stdout: run.stdout, stderr: run.stderr };
}

/** Writes a configuration; what it does not say: a free port and one small database. */
function config(name: string, text = 'log: { format: pretty }'): string {
  const file = join(cwd, `${name}.yaml`);
  const server = /^server:/m.test(text) ? '' : 'server: { port: 0 }\n';
  const databases = /^databases:/m.test(text)
    ? ''
    : `databases:\n  - { name: small, dialect: sqlite, url: "sqlite:./${name}.sqlite" }\n`;
  const store = /^store:/m.test(text) ? '' : `store: "sqlite:./${name}.store.sqlite"\n`;
  writeFileSync(file, `${server}${databases}${store}${text}\n`);
  return file;
}

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, stdout, stderr } = await ended(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const word of ['serve', 'check', 'print-schema', '--version']) expect(stdout).toContain(word);
    expect((await ended(['--version'])).stdout).toBe(`${version}\n`);
    const unknown = await ended(['srve']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).not.toMatch(/ {4}at /);
  });

  it('prints the schema that is checked in', async () => {
    const { code, stdout } = await ended(['print-schema']);
    expect([code, stdout]).toEqual([0, readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')]);
  });

  it('lays SQL out, and says where it is wrong', async () => {
    const file = join(cwd, 'report.sql');
    writeFileSync(file, 'select a,b from t -- all of them\nwhere c=1; delete from t;\n-- the end');
    expect(await ended(['format', file])).toEqual({
      code: 0,
      stderr: '',
      stdout: 'SELECT a, b\nFROM t -- all of them\nWHERE c = 1;\n\nDELETE FROM t;\n\n-- the end\n',
    });
    writeFileSync(file, 'select a,\nfrom t');
    const { code, stderr } = await ended(['format', file, '--dialect', 'mysql']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/report\.sql:2:1: .*comma/)]);
  });

  it('checks a configuration: what is reached, and what is not', async () => {
    const made = config('checked');
    expect(await ended(['check', '--config', made])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('no file at'),
    });
    const memory = config('memory', 'databases:\n  - { name: mem, dialect: sqlite, url: "sqlite::memory:" }');
    expect(await ended(['check', '-c', memory])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/✓ mem: SQLite 3\.\S+, READ_WRITE, answers in [\d.]+ ms/),
    });
    const down = config(
      'down',
      'databases:\n  - { name: far, dialect: sqlite, url: "sqlite:/nowhere/far.sqlite", access: read-only }',
    );
    expect(await ended(['check', '-c', down])).toMatchObject({
      code: 1,
      stderr: '',
      stdout: expect.stringMatching(/✗ far: .*\/nowhere\/far\.sqlite/),
    });
  });
});

describe('serve', () => {
  it('prints a banner that names every URL, and a query that works', async () => {
    const run = start(['serve', '--config', config('banner')]);
    const url = await urlOf(run);
    await until(() => run.stdout.includes('Ctrl-C'));
    for (const named of [
      `${url}/graphiql`,
      `${url}/graphql`,
      `${url.replace('http', 'ws')}/graphql`,
      `${url}/healthz`,
      `${url}/readyz`,
      'small',
    ])
      expect(run.stdout).toContain(named);
    expect(run.stdout).not.toContain(':0/');
    const tried = /-d '(.*)'/.exec(run.stdout)?.[1] ?? '';
    expect(await ask(url, (JSON.parse(tried) as { query: string }).query)).toMatchObject({
      data: { query: { rows: [{ one: 1 }] } },
    });
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    expect(run.stderr).toBe('');
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('Stopped.');
    // An empty line of the log has a time and nothing after it.
    expect(
      run.stdout
        .split('\u001b')
        .map((part) => part.replace(/^\[\d+m/, ''))
        .join(''),
    ).not.toMatch(/^\[[\d:.]+\] \w+: *$/m);
  });

  it.each([
    ['SIGINT', 1],
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)(
    'ends with 0 after %s, sent %i times at once, when what runs has been answered',
    async (signal, times) => {
      const run = start(['--config', config(`drain-${signal}-${times}`)]);
      const url = await urlOf(run);
      const answer = ask(url, SLOW);
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (let count = 0; count < times; count++) {
        run.child.kill(signal);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect((await answer).data.query.rows).toEqual([{ c: 4_000_000 }]);
      expect(await run.exit).toBe(0);
      expect(run.stderr).toBe('');
    },
  );

  it('ends at once at a second, later Ctrl-C', async () => {
    const run = start(['--config', config('impatient')]);
    const url = await urlOf(run);
    ask(url, SLOW.replace('4000000', '4000000000')).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    run.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    run.child.kill('SIGINT');
    const second = performance.now();
    await run.exit;
    expect(run.child.signalCode).toBe('SIGINT');
    expect(performance.now() - second).toBeLessThan(1000);
  });

  it('writes nothing but JSON lines where they are asked for', async () => {
    const run = start(['--config', config('json', 'log: { format: json }')]);
    const url = await urlOf(run);
    await ask(url, '{ databases { name } }');
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; requestId?: string });
    expect(lines.map(({ msg }) => msg)).toContain(`Listening at ${url}`);
    expect(lines.find(({ msg }) => msg.startsWith('POST /graphql 200'))?.requestId).toMatch(/-/);
    expect(lines.every(({ msg }) => msg !== '')).toBe(true);
    expect(run.stderr).toBe('');
  });

  it('finds its configuration by DRAGOMAN_CONFIG, and --config goes before it', async () => {
    const named = config('named', 'databases:\n  - { name: by_env, dialect: sqlite, url: "sqlite::memory:" }');
    const option = config('option', 'databases:\n  - { name: by_option, dialect: sqlite, url: "sqlite::memory:" }');
    const env = { DRAGOMAN_CONFIG: named };
    expect((await ended(['check'], { env })).stdout).toContain('by_env');
    expect((await ended(['check', '--config', option], { env })).stdout).toContain('by_option');
  });

  it('takes a free port with PORT=0 and prints it', async () => {
    const run = start(['--config', config('port', 'server: { port: 1 }')], { env: { PORT: '0' } });
    expect((await fetch(`${await urlOf(run)}/healthz`)).status).toBe(200);
  });

  it('reads its configuration again at SIGHUP, and keeps the present one where that is broken', async () => {
    const file = config('reload');
    const run = start(['--config', file]);
    const url = await urlOf(run);
    await until(() => run.stdout.includes('Ctrl-C'));
    const names = async (): Promise<string> =>
      (await ask(url, '{ databases { name } }')).data.databases.map((each: { name: string }) => each.name).join();
    config('reload', 'databases:\n  - { name: other, dialect: sqlite, url: "sqlite::memory:" }');
    run.child.kill('SIGHUP');
    await until(async () => (await names()) === 'other');
    writeFileSync(file, 'databses: []\nserver: { prt: 0 }\n');
    run.child.kill('SIGHUP');
    await until(() => run.stdout.includes('the present one stays'));
    expect(run.stdout).toMatch(/reload\.yaml:1:1 databses/);
    expect(await names()).toBe('other');
    const { errors } = await ask(url, 'mutation { reloadConfiguration { databases } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/reload\.yaml:1:1 databses[^]*reload\.yaml:2:11 server\.prt/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    run.child.kill('SIGINT');
    expect([await run.exit, run.stderr]).toEqual([0, '']);
  });
});

describe('serve refuses to start, with a line that tells why,', () => {
  const refused = async (file: string, env?: Record<string, string>): Promise<string[]> => {
    const { code, stderr, stdout } = await ended(['--config', file], env === undefined ? {} : { env });
    expect([code, stdout]).toEqual([1, '']);
    return stderr.trimEnd().split('\n');
  };

  it('where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    expect(await refused(config('taken'), { PORT: String(port) })).toEqual([
      expect.stringMatching(`^127.0.0.1:${port} is taken by another program\\.`),
    ]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('where a folder can’t be written', async () => {
    writeFileSync(join(cwd, 'a-file'), '');
    expect(await refused(config('unwritable', 'store: "sqlite:./a-file/store.sqlite"'))).toEqual([
      expect.stringMatching(/store can't be opened at sqlite:.*a-file/),
    ]);
    const demo = config(
      'undemonstrable',
      'databases:\n  - { name: bookshop, dialect: sqlite, url: "sqlite:./a-file/b.sqlite", demo: bookshop }',
    );
    expect(await refused(demo)).toEqual([
      expect.stringMatching(/^The demo database can't be created at .*a-file\/b\.sqlite: /),
    ]);
  });

  it('where the configuration is broken: a line a mistake', async () => {
    expect(await refused(config('broken', 'log: { level: loud }\nlimits: { depth: -1 }'))).toEqual([
      expect.stringMatching(/broken\.yaml:\d+:\d+ log\.level: /),
      expect.stringMatching(/broken\.yaml:\d+:\d+ limits\.depth: /),
    ]);
    expect(await refused(join(cwd, 'missing.yaml'))).toEqual([
      expect.stringMatching(/missing\.yaml: there is no such file/),
    ]);
  });

  it('where others could reach it and nobody said so', async () => {
    expect(await refused(config('open'), { HOST: '0.0.0.0' })).toEqual([
      expect.stringMatching(/^server\.host is 0\.0\.0\.0/),
    ]);
  });
});

describe('an error that nobody caught', () => {
  const planting = (how: string): string => {
    const file = join(cwd, 'planting.mjs');
    const source = `
      const error = Object.assign(new Error("no entry 'planted-row' at mysql://app:planted-password@db/shop"), {
        sql: "INSERT INTO t VALUES ('planted-literal')",
        parameters: ['planted-parameter'],
        code: 'ER_PLANTED',
        cause: Object.assign(new Error("at 'planted-cause'"), { address: 'planted-address' }),
      });
      // once the process listens for what nobody caught
      const listening = setInterval(() => {
        if (process.listenerCount('unhandledRejection') === 0) return;
        clearInterval(listening);
        ${how}
      }, 50);
    `;
    writeFileSync(file, source);
    return pathToFileURL(file).href;
  };

  it.each(['throw error;', 'Promise.reject(error);'])('ends the process and tells no value: %s', async (how) => {
    const { code, stdout, stderr } = await ended(['serve'], {
      env: { PORT: '0', NODE_OPTIONS: `--import=${planting(how)}` },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dragoman: an error that nobody expected has ended it\./);
    expect(stderr).toContain("Error [ER_PLANTED]: no entry '…' at mysql://…@db/shop\n    at ");
    expect(stderr).toContain("caused by Error: at '…'");
    expect(stdout + stderr).not.toContain('planted-');
  });
});
