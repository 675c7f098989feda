// PostGraphile as its documentation sets it up for production. `node server.mjs <url> <schema>`.
import { createServer } from 'node:http';
import './with-resolvers.mjs';

const { postgraphile } = await import('postgraphile');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { grafserv } = await import('postgraphile/grafserv/node');
const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');

const [connectionString, schema] = process.argv.slice(2);
const service = makePgService({ connectionString, schemas: [schema], poolConfig: { max: 16 } });
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [service],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
