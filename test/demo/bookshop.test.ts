import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bookshopSchema, createBookshop } from '../../src/demo/index.js';

type Found = Record<string, unknown>;

let folder: string;
let shop: string;
let created: { tables: number; rows: number };
const told: [done: number, total: number, table: string][] = [];

/** Opens the file, asks, and closes it again. */
async function ask(sql: string, file = shop): Promise<Found[]> {
  const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
  try {
    return await new Promise((resolve, reject) => {
      database.all<Found>(sql, (error, rows) => (error === null ? resolve(rows) : reject(error)));
    });
  } finally {
    await new Promise((resolve) => database.close(resolve));
  }
}

/** The one value of a query that has one. */
async function value(sql: string): Promise<unknown> {
  return Object.values((await ask(sql))[0] ?? {})[0];
}

async function tableNames(file = shop): Promise<string[]> {
  const rows = await ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", file);
  return rows.map(({ name }) => String(name)).sort();
}

/** A digest of every row of every table; blobs are told apart from texts by JSON's way with buffers. */
async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for (const table of await tableNames(file)) {
    const rows = await ask(`SELECT * FROM ${table} ORDER BY 1, 2`, file);
    hash.update(table).update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-demo-'));
  shop = join(folder, 'made', 'on the way', 'shop.db');
  created = await createBookshop(shop, { onProgress: (...progress) => told.push(progress) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bookshop', () => {
  it('has sixteen tables and some ten thousand rows in less than five megabytes', async () => {
    const tables = await tableNames();
    expect(tables).toHaveLength(16);
    let rows = 0;
    for (const table of tables) {
      const count = Number(await value(`SELECT COUNT(*) FROM ${table}`));
      expect(count, table).toBeGreaterThan(3);
      rows += count;
    }
    expect(created).toEqual({ tables: 16, rows });
    expect(rows).toBeGreaterThan(6_000);
    expect(rows).toBeLessThan(12_000);
    expect((await stat(shop)).size).toBeLessThan(5_000_000);
  });

  it('is sound', async () => {
    expect(await ask('PRAGMA foreign_key_check')).toEqual([]);
    expect(await value('PRAGMA integrity_check')).toBe('ok');
    expect(await value('PRAGMA journal_mode')).toBe('delete');
    expect(Number(await value('SELECT COUNT(*) FROM sqlite_stat1'))).toBeGreaterThan(16);
  });

  it('has an index or key that begins with every column that refers to another table', async () => {
    const unindexed: string[] = [];
    for (const table of await tableNames()) {
      const indexes = await ask(`PRAGMA index_list(${table})`);
      const leading = await Promise.all(
        indexes.map(({ name }) => value(`SELECT name FROM pragma_index_info('${String(name)}') WHERE seqno = 0`)),
      );
      for (const { from } of await ask(`PRAGMA foreign_key_list(${table})`)) {
        if (!leading.includes(from)) unindexed.push(`${table}.${String(from)}`);
      }
    }
    expect(unindexed).toEqual([]);
  });

  it('answers its views', async () => {
    const best = await ask('SELECT * FROM bestsellers LIMIT 3');
    expect(best).toHaveLength(3);
    expect(best.every(({ authors, copies_sold }) => typeof authors === 'string' && Number(copies_sold) > 5)).toBe(true);
    expect(await value('SELECT COUNT(*) FROM book_ratings')).toBe(await value('SELECT COUNT(*) FROM books'));
  });

  it('tells how far the creation is, up to the end', () => {
    const done = told.map(([count]) => count);
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(told.at(-1)).toEqual([created.rows, created.rows, 'payments']);
    expect(new Set(told.map(([, , table]) => table)).size).toBe(16);
  });
});

describe('the rows', () => {
  it('have ISBNs with a right check digit', async () => {
    for (const { isbn13 } of await ask('SELECT isbn13 FROM editions')) {
      expect(isbn13).toMatch(/^978\d{10}$/);
      const sum = Array.from(String(isbn13)).reduce(
        (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
        0,
      );
      expect(sum % 10, String(isbn13)).toBe(0);
    }
  });

  it('have order totals that agree with the lines', async () => {
    expect(await value('SELECT COUNT(*) FROM order_totals')).toBe(await value('SELECT COUNT(*) FROM orders'));
    const wrong = await ask('SELECT * FROM orders o JOIN order_totals t ON t.order_id = o.id WHERE t.total <> o.total');
    expect(wrong).toEqual([]);
  });

  it('have payments that agree with the orders', async () => {
    const wrong = await ask(`
      SELECT o.id, o.status, o.total, SUM(CASE p.kind WHEN 'charge' THEN p.amount ELSE -p.amount END) AS paid
        FROM orders o LEFT JOIN payments p ON p.order_id = o.id
       GROUP BY o.id
      HAVING ROUND(COALESCE(paid, 0), 2)
             <> CASE WHEN o.status IN ('pending', 'cancelled', 'returned') THEN 0 ELSE o.total END`);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['shipped before ordered', 'SELECT 1 FROM orders WHERE shipped_at <= ordered_at'],
    [
      'ordered before joining',
      'SELECT 1 FROM orders o JOIN customers c ON c.id = customer_id WHERE ordered_at < joined_at',
    ],
    [
      'sold before publication',
      `SELECT 1 FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN editions e ON e.id = l.edition_id
        WHERE o.ordered_at < e.published_on`,
    ],
    [
      'an edition before its book',
      'SELECT 1 FROM editions e JOIN books b ON b.id = e.book_id WHERE e.published_on < b.first_published_on',
    ],
    [
      'a book before its author was grown up',
      `SELECT 1 FROM books b JOIN book_authors ba ON ba.book_id = b.id JOIN authors a ON a.id = ba.author_id
        WHERE b.first_published_on < date(a.born_on, '+20 years')`,
    ],
    [
      'an edition before its publisher',
      `SELECT 1 FROM editions e JOIN publishers p ON p.id = e.publisher_id
        WHERE CAST(substr(e.published_on, 1, 4) AS INTEGER) < p.founded_year`,
    ],
    [
      'a parcel to a stranger',
      'SELECT 1 FROM orders o JOIN addresses a ON a.id = address_id WHERE a.customer_id <> o.customer_id',
    ],
    [
      'an order taken before being hired',
      'SELECT 1 FROM orders o JOIN employees e ON e.id = o.employee_id WHERE o.ordered_at < e.hired_on',
    ],
    ['referred by somebody who came later', 'SELECT 1 FROM customers WHERE referred_by_id >= id'],
    [
      'a book without an author',
      "SELECT 1 FROM books WHERE id NOT IN (SELECT book_id FROM book_authors WHERE role = 'author')",
    ],
    ['a book without an edition', 'SELECT 1 FROM books WHERE id NOT IN (SELECT book_id FROM editions)'],
    ['a title twice', 'SELECT 1 FROM books GROUP BY title HAVING COUNT(*) > 1'],
    ['a slot left open', "SELECT 1 FROM books WHERE title || blurb || COALESCE(subtitle, '') LIKE '%{%'"],
    ['an e-mail address without a name', "SELECT 1 FROM customers WHERE email GLOB '.*' OR email GLOB '*.[0-9]*'"],
    [
      'a moment after the data were taken',
      "SELECT 1 FROM orders WHERE MAX(ordered_at, COALESCE(shipped_at, '')) > '2025-12-31 18'",
    ],
    ['a payment after the data were taken', "SELECT 1 FROM payments WHERE paid_at > '2025-12-31 18:00:00'"],
    ['a review after the data were taken', "SELECT 1 FROM reviews WHERE written_at > '2025-12-31 18:00:00'"],
    ['an edition after the data were taken', "SELECT 1 FROM editions WHERE published_on > '2025-12-31'"],
  ])('know nothing of %s', async (_, sql) => {
    expect(await ask(sql)).toEqual([]);
  });

  it('have names beyond ASCII, NULLs, JSON, big integers and covers that are PNG', async () => {
    const names = (await ask('SELECT first_name || last_name AS name FROM customers')).map(({ name }) => String(name));
    for (const sought of ["O'", 'Á', '李'])
      expect(
        names.some((name) => name.includes(sought)),
        sought,
      ).toBe(true);
    expect(Number(await value('SELECT COUNT(*) FROM orders WHERE shipped_at IS NULL'))).toBeGreaterThan(0);
    expect(Number(await value("SELECT COUNT(*) FROM customers WHERE preferences ->> 'gift_wrap' = 1"))).toBeGreaterThan(
      9,
    );
    expect(
      await value('SELECT MIN(typeof(loyalty_card_no)) || MAX(loyalty_card_no < 9007199254740992) FROM customers'),
    ).toBe('integer1');
    const covers = await ask('SELECT cover_thumbnail AS png FROM books WHERE cover_thumbnail IS NOT NULL');
    expect(covers.length).toBeGreaterThan(100);
    for (const { png } of covers) expect((png as Buffer).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  });
});

describe('creating the bookshop', () => {
  it('gives the same data for the same seed, and others for another', async () => {
    const [again, other] = [join(folder, 'again.db'), join(folder, 'other.db')];
    await createBookshop(again);
    await createBookshop(other, { seed: 7 });
    expect(await digest(again)).toBe(await digest(shop));
    expect(await digest(other)).not.toBe(await digest(shop));
  });

  it.each([0, 1, 2, 3, -1, 4294967295])('works with the seed %i', async (seed) => {
    const file = join(folder, `seed ${seed}.db`);
    const { rows } = await createBookshop(file, { seed });
    expect(rows).toBeGreaterThan(6_000);
    expect(rows).toBeLessThan(13_000);
  });

  it('refuses a file that exists and leaves it as it was', async () => {
    const file = join(folder, 'mine.db');
    await writeFile(file, 'my own data');
    await expect(createBookshop(file)).rejects.toThrow(/exists already/);
    expect(await readFile(file, 'utf8')).toBe('my own data');
    expect((await readdir(folder)).filter((name) => name.includes('creating'))).toEqual([]);
  });

  it('fails where no folder can be made', async () => {
    const blocked = join(folder, 'a file');
    await writeFile(blocked, '');
    await expect(createBookshop(join(blocked, 'shop.db'))).rejects.toThrow();
    expect(await readFile(blocked, 'utf8')).toBe('');
  });

  it('leaves nothing behind when it fails halfway', async () => {
    const half = join(folder, 'half');
    const onProgress = (done: number) => {
      if (done > 5_000) throw new Error('no more');
    };
    await expect(createBookshop(join(half, 'shop.db'), { onProgress })).rejects.toThrow('no more');
    expect(await readdir(half)).toEqual([]);
  });

  it('leaves alone what somebody else put there in the meantime', async () => {
    const race = join(folder, 'race');
    await mkdir(race);
    const file = join(race, 'shop.db');
    let written: Promise<void> | undefined;
    const onProgress = () => {
      written ??= writeFile(file, 'theirs');
    };
    await expect(createBookshop(file, { onProgress })).rejects.toThrow(/exists already/);
    await written;
    expect(await readFile(file, 'utf8')).toBe('theirs');
    expect(await readdir(race)).toEqual(['shop.db']);
  });

  it('refuses a second creation of the same file while the first goes on', async () => {
    const file = join(folder, 'twice.db');
    const first = createBookshop(file);
    await expect(createBookshop(file)).rejects.toThrow(/being created/);
    await first;
    expect(await tableNames(file)).toHaveLength(16);
  });

  it('replaces what a killed process left under the same name', async () => {
    const file = join(folder, 'after.db');
    await writeFile(
      `${file}.creating-${process.pid}`,
      'no database at all, and rather longer than its header'.repeat(9),
    );
    await createBookshop(file);
    expect(await tableNames(file)).toHaveLength(16);
  });
});

it('tells its schema as statements that run', async () => {
  const database = new sqlite3.Database(':memory:');
  await new Promise<void>((resolve, reject) => {
    database.exec(bookshopSchema.join(';\n'), (error) => (error === null ? resolve() : reject(error)));
  });
  await new Promise((resolve) => database.close(resolve));
});
