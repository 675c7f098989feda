// Dumps of two sizes from each engine through `dragoman translate`: how much memory each takes, which must not grow with the
// size, and how long it takes. `npm run bench -- dump [megabytes]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const BIN = join(import.meta.dirname, '../bin/dragoman.cjs');
const REPORT_PEAK = createRequire(import.meta.url).resolve('./support/report-peak.cjs');
const MOST_GROWTH_MB = 64;
/** Enough to fill the heap up to where it stays. */
const SMALL_MB = 100;
const largeMb = Number(process.argv[2] ?? 400);

/** Rows of one INSERT come to as much as mysqldump's. */
const INSERT_BYTES = 1_000_000;

/** An order as each tool writes its row, and what stands around the rows. */
const DUMPS = {
  mysql: {
    to: 'postgresql',
    head: `/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE \`orders\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`customer\` varchar(80) NOT NULL,
  \`paid\` tinyint(1) NOT NULL,
  \`total\` decimal(10,2) DEFAULT NULL,
  \`placed\` datetime NOT NULL,
  \`note\` text,
  PRIMARY KEY (\`id\`),
  KEY \`customer\` (\`customer\`)
) ENGINE=InnoDB;
LOCK TABLES \`orders\` WRITE;
`,
    row: ({ id, customer, paid, total }) =>
      `(${id},'${customer}',${paid},${total},'2026-01-02 03:04:05','it\\'s order ${id}; to be sent')`,
    rows: (rows) => `INSERT INTO \`orders\` VALUES ${rows.join(',')};\n`,
    tail: 'UNLOCK TABLES;\n',
  },
  postgresql: {
    to: 'mysql',
    head: `SET client_encoding = 'UTF8';
CREATE TABLE public.orders (
    id integer NOT NULL,
    customer character varying(80) NOT NULL,
    paid boolean NOT NULL,
    total numeric(10,2),
    placed timestamp without time zone NOT NULL,
    note text
);
COPY public.orders (id, customer, paid, total, placed, note) FROM stdin;
`,
    row: ({ id, customer, paid, total }) =>
      `${id}\t${customer}\t${paid === 1 ? 't' : 'f'}\t${total}\t2026-01-02 03:04:05\tit's order ${id}; to be sent\n`,
    rows: (rows) => rows.join(''),
    tail: '\\.\n\nALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);\n',
  },
  sqlite: {
    to: 'postgresql',
    head: `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, paid BOOLEAN NOT NULL, total DECIMAL(10,2), placed DATETIME NOT NULL, note TEXT);
`,
    row: ({ id, customer, paid, total }) =>
      `INSERT INTO orders VALUES(${id},'${customer}',${paid},${total},'2026-01-02 03:04:05','it''s order ${id}; to be sent');\n`,
    rows: (rows) => rows.join(''),
    tail: 'CREATE INDEX customer ON orders (customer);\nCOMMIT;\n',
  },
};

function orderOf(id) {
  const cents = String(id % 10_000_000).padStart(3, '0');
  const total = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  return { id, customer: `customer number ${id % 5000}`, paid: id % 2, total };
}

/** A dump as its tool writes it, piece by piece. */
function* dump({ head, row, rows, tail }, megabytes) {
  yield head;
  for (let id = 1, written = 0; written < megabytes * 1e6;) {
    const some = [];
    for (let length = 0; length < INSERT_BYTES; id += 1) {
      const one = row(orderOf(id));
      some.push(one);
      length += one.length + 1;
    }
    const piece = rows(some);
    written += piece.length;
    yield piece;
  }
  yield tail;
}

/** Translates a dump that comes through a pipe, and drops what it comes to. */
async function measure(from, megabytes) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--require', REPORT_PEAK, BIN, 'translate', '--from', from, '--to', DUMPS[from].to],
    { stdio: ['pipe', 'pipe', 'ignore', 'pipe'] },
  );
  const figures = text(child.stdio[3]);
  let outputBytes = 0;
  child.stdout.on('data', (data) => (outputBytes += data.length));
  for (const piece of dump(DUMPS[from], megabytes)) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  child.stdin.end();
  await once(child, 'close');
  if (outputBytes < megabytes * 5e5) throw new Error('What came out is not what went in.');
  return { ...JSON.parse(await figures), seconds: (performance.now() - started) / 1000 };
}

function say(megabytes, { peakMb, cpuSeconds, seconds }) {
  const speed = `${(megabytes / seconds).toFixed(1)} MB/s`;
  const cpu = `${((cpuSeconds / megabytes) * 1000).toFixed(0)} s of CPU time a GB`;
  console.log(
    `${String(megabytes).padStart(5)} MB  peak ${peakMb.toFixed(0).padStart(4)} MB  ${speed.padStart(10)}  ${cpu}`,
  );
}

for (const from of Object.keys(DUMPS)) {
  console.log(`${from} to ${DUMPS[from].to}`);
  const small = await measure(from, SMALL_MB);
  say(SMALL_MB, small);
  const large = await measure(from, largeMb);
  say(largeMb, large);
  const growth = large.peakMb - small.peakMb;
  console.log(
    `growth ${growth.toFixed(0)} MB; below ${MOST_GROWTH_MB} MB: ${growth < MOST_GROWTH_MB ? 'met' : 'NOT MET'}\n`,
  );
}
