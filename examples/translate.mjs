// The language alone, without a database: `node examples/translate.mjs`.
import { analyze, DragomanError, parse, split, translate } from 'dragoman/sql';

const { sql, notices } = translate("SELECT name || '!' AS loud, total / 3 AS share FROM orders LIMIT 5, 10", {
  from: 'sqlite',
  to: 'postgresql',
});
console.log(sql);
for (const { severity, code, line, column } of notices) console.log(`${severity} ${code} at ${line}:${column}`);

const { kind, tables, fingerprint } = analyze('UPDATE users SET seen = now() WHERE id = $1', 'postgresql');
console.log(kind, tables.written, fingerprint);

console.log(parse('SELECT 1', 'sqlite').kind);
console.log(split("INSERT INTO t VALUES (';'); SELECT 2", 'sqlite').map(({ text }) => text));

try {
  translate("SELECT to_tsvector('a fat cat')", { from: 'postgresql', to: 'sqlite' });
} catch (error) {
  if (!(error instanceof DragomanError)) throw error;
  console.log(error.code, error.details.position, error.message);
}
