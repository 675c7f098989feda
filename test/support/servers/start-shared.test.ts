import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dockerAnswers, startContainers } from './docker-compose.js';
import { startShared, URL_VARIABLES } from './start-shared.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-servers-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('takes the servers that the environment names', async () => {
  const urls = { postgresql: 'postgres://a@db.test/x', mysql: 'mysql://b@db.test/y', redis: 'redis://db.test' };
  for (const engine of ['postgresql', 'mysql', 'redis'] as const) vi.stubEnv(URL_VARIABLES[engine], urls[engine]);
  const shared = await startShared();
  expect(shared.urls).toEqual(urls);
  expect(await readFile(shared.certificates.ca, 'utf8')).toContain('BEGIN CERTIFICATE');
  await shared.end();
  expect(existsSync(shared.certificates.ca)).toBe(false);
});

// No engine runs where the tests do: a program in its place shows what Docker is told.
it('runs containers as a project of its own and removes them with their volumes', async () => {
  const docker = join(folder, 'docker');
  const told = join(folder, 'told');
  await writeFile(docker, `#!/bin/sh\necho "$REDIS_PORT $REDIS_PASSWORD $@" >> '${told}'\n`);
  await chmod(docker, 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH ?? ''}`);
  expect(await dockerAnswers()).toBe(true);

  const { urls, keeper } = await startContainers(['redis']);
  await keeper.end();

  const [, up, down] = (await readFile(told, 'utf8')).trim().split('\n');
  const [port, password, ...args] = up!.split(' ');
  expect(urls).toEqual({ redis: `redis://:${password}@127.0.0.1:${port}` });
  expect(args.join(' ')).toMatch(/^compose -f \S+\/docker-compose\.yml -p dragoman-test-\w+ up -d --wait redis$/);
  expect(down).toMatch(/ down --volumes --remove-orphans$/);
});
