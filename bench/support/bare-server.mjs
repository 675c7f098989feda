// What a user would write without a library: node:http and pg, ten rows as JSON. `node bare-server.mjs <url> <sql>`.
import { createServer } from 'node:http';
import pg from 'pg';

const [url, sql] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 16 });

const server = createServer(async (request, response) => {
  try {
    const group = new globalThis.URL(request.url, 'http://localhost').searchParams.get('group');
    const { rows } = await pool.query(sql, [group]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ rows }));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
