import type { Service } from './app.js';
import type { Config } from './config/index.js';

/** What is shown on the terminal when the service has started. */
export function banner({ url, databases }: Service, { auth }: Config): string {
  const socket = url.replace(/^http/, 'ws');
  const first = databases[0];
  const open =
    auth === 'none'
      ? 'Open to everyone who can reach it (auth: none).'
      : 'Open to users of this machine alone; no web page from elsewhere gets in.';
  return [
    '',
    '  Dragoman: one GraphQL endpoint in front of all your SQL databases',
    '',
    `    GraphiQL       ${url}/graphiql`,
    `    GraphQL        ${url}/graphql`,
    `    Subscriptions  ${socket}/graphql (graphql-ws), ${url}/graphql (SSE)`,
    `    Probes         ${url}/healthz  ${url}/readyz`,
    '',
    `    Databases      ${databases.length === 0 ? 'none yet: name them in dragoman.yaml' : databases.join(', ')}`,
    `    Access         ${open}`,
    '',
    ...(first === undefined ? [] : ['  Try:', '', ...tryThis(url, first), '']),
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}

function tryThis(url: string, database: string): string[] {
  const sql =
    database === 'bookshop' ? 'SELECT title, authors, copies_sold FROM bestsellers LIMIT 3' : 'SELECT 1 AS one';
  const query = `{ query(database: \\"${database}\\", sql: \\"${sql.replaceAll('"', '\\\\\\"')}\\") { rows } }`;
  return [`    curl ${url}/graphql -H 'content-type: application/json' \\`, `      -d '{"query":"${query}"}'`];
}
