import { defineConfig } from 'vitest/config';

// Before the workers are forked: `test.env` would reach them only once their thread pool has started
// (bin/dragoman.cjs says why its size matters).
process.env.UV_THREADPOOL_SIZE ??= '32';

const long = process.env.DRAGOMAN_TEST_LONG === '1';

export default defineConfig({
  // The copy that Node itself resolves. Vite would take index.mjs, beside the index.js that type-graphql and
  // Apollo load, and graphql refuses to work with objects of another copy.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [long ? 'test/**/*.long.ts' : 'test/**/*.test.ts'],
    globalSetup: ['test/support/servers/global-setup.ts'], // PostgreSQL, MariaDB and Redis, for a second at the start
    pool: 'forks', // sqlite3 is a native module: a process each, not a thread
    maxWorkers: 2,
    testTimeout: long ? 120_000 : 20_000,
    hookTimeout: 20_000,
  },
});
