import type { Service } from './app.js';
import type { Config } from './config/index.js';

/** What is shown on the terminal when the service has started. */
export function banner({ url, databases }: Service, { auth }: Config): string {
  const socket = url.replace(/^http/, 'ws');
  const first = databases[0];
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
    `    Access         ${accessOf(auth)}`,
    '',
    ...(first === undefined ? [] : ['  Try:', '', ...tryThis(url, first, auth), '']),
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}

function accessOf(auth: Config['auth']): string {
  if (auth === undefined) return 'Open to users of this machine alone; no web page from elsewhere gets in.';
  if (auth === 'none') return 'Open to everyone who can reach it (auth: none).';
  const { apiKeys, jwt, anonymous } = auth;
  const ways = [
    ...(apiKeys.length === 0 ? [] : [apiKeys.length === 1 ? 'one API key' : `${apiKeys.length} API keys`]),
    ...(jwt === undefined ? [] : [`tokens of ${jwt.issuer}`]),
    ...(anonymous === undefined ? [] : [`everyone else as ${anonymous}`]),
  ];
  return ways.length === 0 ? 'Closed: no key, no issuer of tokens, nobody unknown.' : `By ${ways.join(', ')}.`;
}

function tryThis(url: string, database: string, auth: Config['auth']): string[] {
  const sql =
    database === 'bookshop' ? 'SELECT title, authors, copies_sold FROM bestsellers LIMIT 3' : 'SELECT 1 AS one';
  const query = `{ query(database: \\"${database}\\", sql: \\"${sql.replaceAll('"', '\\\\\\"')}\\") { rows } }`;
  const key = typeof auth === 'object' && auth.anonymous === undefined ? ` -H "Authorization: Bearer $KEY"` : '';
  return [`    curl ${url}/graphql -H 'content-type: application/json'${key} \\`, `      -d '{"query":"${query}"}'`];
}
