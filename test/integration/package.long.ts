import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dragoman, urlOf } from '../support/command-line.js';
import { ask } from '../support/service.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const MINUTES = 60_000;

let folder: string;
/** An empty folder but for the installed package. */
let elsewhere: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-package-'));
  elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, maxBuffer: 1e8 });
  const filename = /"filename": "([^"]+)"/.exec(stdout)?.[1] ?? '';
  await writeFile(join(elsewhere, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], { cwd: elsewhere, maxBuffer: 1e8 });
}, 10 * MINUTES);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package, installed elsewhere', () => {
  it('has what it needs and nothing of the workshop', () => {
    const installed = join(elsewhere, 'node_modules/dragoman');
    for (const path of [
      'bin/dragoman.cjs',
      'dist/main.js',
      'dist/console/graphiql.html',
      'schema/schema.graphql',
      'dragoman.yaml',
    ])
      expect([path, existsSync(join(installed, path))]).toEqual([path, true]);
    for (const path of ['src', 'test', 'console', 'dist/.tsbuildinfo', 'data'])
      expect([path, existsSync(join(installed, path))]).toEqual([path, false]);
  });

  it('gives a working `npx dragoman`', async () => {
    const { stdout } = await run('npx', ['--no-install', 'dragoman', '--version'], { cwd: elsewhere });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it(
    'makes the demo in the present folder and serves it',
    async () => {
      const service = dragoman([], {
        cwd: elsewhere,
        env: { PORT: '0' },
        command: [join(elsewhere, 'node_modules/.bin/dragoman')],
      });
      const url = await urlOf(service, MINUTES);
      const { data } = await ask(
        url,
        '{ query(database: "bookshop", sql: "SELECT title FROM bestsellers LIMIT 3") { rowCount } }',
      );
      expect(data.query.rowCount).toBe(3);
      expect((await fetch(`${url}/graphiql`)).status).toBe(200);
      expect(existsSync(join(elsewhere, 'data/bookshop.sqlite'))).toBe(true);
      service.child.kill('SIGINT');
      expect([await service.exit, service.stderr]).toEqual([0, '']);
    },
    2 * MINUTES,
  );
});
