// A Dragoman service inside another program: `node examples/embedded-service.mjs`.
import { createService } from 'dragoman';

const service = createService({
  config: {
    server: { port: 0 }, // a free one
    databases: [{ name: 'notes', dialect: 'sqlite', url: 'sqlite::memory:' }],
    store: 'sqlite::memory:',
    log: { level: 'warn' },
  },
});

const url = await service.start();
try {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ query(database: "notes", sql: "SELECT 6 * 7 AS answer") { rows } }' }),
  });
  console.log(JSON.stringify(await answer.json()));
} finally {
  await service.stop();
}
