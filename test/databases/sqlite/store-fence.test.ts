import { link, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService } from '../../../src/app.js';
import { StartupError } from '../../../src/start/index.js';
import type { Config } from '../../../src/config/index.js';
import { capturing, configOf, databaseConfig, startTestService, type TestService } from '../../support/service.js';

const REGISTER =
  'mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name health { status error } } }';

let service: TestService;
let elsewhere: string;
const store = (suffix = ''): string => join(service.folder, `store.sqlite${suffix}`);
const register = async (path: string, more: object = {}) =>
  await service.graphql(REGISTER, { input: { name: 'sly', dialect: 'SQLITE', url: `sqlite:${path}`, ...more } });

beforeAll(async () => {
  let next: 'usual' | 'store' = 'usual';
  service = await startTestService({
    readConfig: (folder) => {
      const config = configOf(folder, {});
      const sly = databaseConfig('sly', join(folder, 'store.sqlite'));
      return next === 'store' ? { ...config, databases: [sly] } : config;
    },
  });
  reloadWith = async (wanted) => {
    next = wanted;
    return await service.graphql('mutation { reloadConfiguration { databases } }');
  };
  elsewhere = await mkdtemp(join(tmpdir(), 'dragoman-test-'));
  await symlink(service.folder, join(elsewhere, 'folder'));
  await symlink(store(), join(elsewhere, 'file'));
  await symlink(join(elsewhere, 'file'), join(elsewhere, 'link to a link'));
  await symlink(store('-journal'), join(elsewhere, 'journal to come'));
  await link(store(), join(elsewhere, 'hard link'));
  await mkdir(join(service.folder, 'below'));
});
let reloadWith: (wanted: 'usual' | 'store') => ReturnType<TestService['graphql']>;
afterAll(async () => {
  await service.end();
  await rm(elsewhere, { recursive: true });
});

describe('the service’s own store is no database', () => {
  it.each<[string, () => string]>([
    ['by its path', () => store()],
    ['by a relative path', () => relative(process.cwd(), store())],
    ['by a path with detours', () => `${service.folder}/./below/../store.sqlite`],
    ['by a link to it', () => join(elsewhere, 'file')],
    ['by a link to a link to it', () => join(elsewhere, 'link to a link')],
    ['by a link to its folder', () => join(elsewhere, 'folder', 'store.sqlite')],
    ['by a second name of its file', () => join(elsewhere, 'hard link')],
    ['by way of the process', () => `/proc/self/root${store()}`],
    ['by its log', () => store('-wal')],
    ['by its shared memory', () => store('-shm')],
    ['by a journal that is not there', () => store('-journal')],
    ['by a link to what is not there', () => join(elsewhere, 'journal to come')],
  ])('%s', async (_how, path) => {
    for (const access of ['READ_ONLY', 'READ_WRITE']) {
      const { data, errors } = await register(path(), { access });
      expect(data.registerDatabase).toBeNull();
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('own store'),
        extensions: { code: 'BAD_USER_INPUT', hint: expect.stringContaining('file of its own') },
      });
    }
    expect((await service.graphql('{ database(name: "sly") { name } }')).data.database).toBeNull();
  });

  it('by a link that is turned to it later', async () => {
    const turned = join(elsewhere, 'turned');
    await symlink(join(elsewhere, 'harmless'), turned);
    expect((await register(turned)).data.registerDatabase.health.status).toBe('HEALTHY');
    await rm(turned);
    await symlink(store(), turned);
    await expect
      .poll(async () => (await service.graphql('{ database(name: "sly") { health { error } } }')).data.database.health)
      .toMatchObject({ error: expect.stringContaining('own store') });
    const { errors } = await service.graphql(
      '{ query(database: "sly", sql: "SELECT * FROM registered_databases", options: { timeoutMs: 200 }) { rows } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DATABASE_UNAVAILABLE', database: 'sly' });
    await service.graphql('mutation { removeDatabase(name: "sly") }');
  });

  it('by the configuration, neither at the start nor later', async () => {
    const config = configOf(service.folder, {});
    const taken: Config = { ...config, databases: [databaseConfig('sly', store())] };
    const starting = startService({ config: taken, logger: capturing([]), version: '0' });
    await expect(starting).rejects.toThrow(StartupError);
    await expect(starting).rejects.toThrow(/sly: .* own store.* Give/);
    const { errors } = await reloadWith('store');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('own store'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect((await service.graphql('{ databases { name } }')).data.databases).toEqual([{ name: 'small' }]);
    await reloadWith('usual');
  });

  it('while a neighbour of like name is one', async () => {
    expect((await register(store('.other'))).data.registerDatabase.health.status).toBe('HEALTHY');
    await service.graphql('mutation { removeDatabase(name: "sly") }');
  });
});
