import { defineConfig } from 'vitest/config';

// Before the workers are forked: `test.env` would reach them only once their thread pool has started
// (bin/dragoman.cjs says why its size matters).
process.env.UV_THREADPOOL_SIZE ??= '32';

const long = process.env.DRAGOMAN_TEST_LONG === '1';
const kind = long ? 'long' : 'test';

/** Tests of what keeps nothing between two calls: their files may share the modules that they load. */
const PURE = ['sql', 'dumps', 'query-logs'].map((folder) => `test/${folder}/**/*.${kind}.ts`);

const ALL = [`test/**/*.${kind}.ts`];

// The copy that Node itself resolves. Vite would take index.mjs, beside the index.js that type-graphql and
// Apollo load, and graphql refuses to work with objects of another copy.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

const EACH = {
  pool: 'forks', // sqlite3 is a native module: a process each, not a thread
  testTimeout: long ? 120_000 : 20_000,
  hookTimeout: 20_000,
} as const;

export default defineConfig({
  test: {
    globalSetup: ['test/support/servers/global-setup.ts'], // PostgreSQL, MariaDB and Redis, for a second at the start
    maxWorkers: 2,
    projects: [
      { resolve, test: { ...EACH, name: 'language', include: PURE, isolate: false } },
      { resolve, test: { ...EACH, name: 'service', include: ALL, exclude: PURE } },
    ],
  },
});
