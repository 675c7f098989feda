// Databases behind one set of functions, without GraphQL or HTTP: `node examples/databases.mjs`.
import { DragomanError, openDatabases } from 'dragoman/databases';

const databases = await openDatabases([
  { name: 'notes', dialect: 'sqlite', url: 'sqlite::memory:' },
  // { name: 'shop', dialect: 'postgresql', url: 'postgres://app:secret@127.0.0.1:5432/shop', pool: { max: 20 } },
]);

try {
  await databases.execute('notes', 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, day DATE)');
  await databases.executeMany('notes', 'INSERT INTO notes (text, day) VALUES (:text, :day)', [
    { text: 'buy milk', day: '2026-11-25' },
    { text: 'write home', day: '2026-11-26' },
  ]);

  const { rows, columns } = await databases.query('notes', 'SELECT text, day FROM notes WHERE day > ?', ['2026-11-25']);
  console.log(columns.map(({ name, type }) => `${name} ${type}`).join(', '), JSON.stringify(rows));

  // All of it, or nothing: what is thrown undoes it, and comes out.
  await databases.transaction('notes', async (transaction) => {
    const { lastInsertId } = await transaction.execute('INSERT INTO notes (text) VALUES (?)', ['call Ann']);
    console.log(`kept as ${lastInsertId}`);
  });
  await databases
    .transaction('notes', (transaction) => transaction.execute('INSERT INTO notes (text) VALUES (?)', ['buy milk']))
    .catch((error) => console.log(error instanceof DragomanError ? error.code : error));

  for await (const batch of databases.stream('notes', 'SELECT text FROM notes ORDER BY id', [], { batchSize: 2 })) {
    console.log(batch.rows.map(({ text }) => text).join(', '));
  }
  console.log(
    (await databases.tables('notes')).map(({ name, columns: all }) => `${name}: ${all.length} columns`).join(),
  );
} finally {
  await databases.close();
}
