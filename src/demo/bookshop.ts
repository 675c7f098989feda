import { makeCatalogue } from './catalogue.js';
import { makeClientele } from './customers.js';
import { RandomSource } from './random.js';
import { makeReviews } from './reviews.js';
import type { TableRows } from './rows.js';
import { makeSales } from './sales.js';
import { makeSupply } from './supply.js';

/** All rows of the bookshop, tables in an order in which every parent stands before its children. */
export function makeBookshop(seed: number): TableRows[] {
  const random = new RandomSource(seed);
  const catalogue = makeCatalogue(random.fork('catalogue'));
  const clientele = makeClientele(random.fork('clientele'));
  const supply = makeSupply(catalogue.editions, random.fork('supply'));
  const sales = makeSales(clientele, catalogue.editions, supply.employees, random.fork('sales'));
  const { books, editions } = catalogue;
  const reviews = makeReviews(books, clientele.customers, editions, sales, random.fork('reviews'));
  return [
    { table: 'genres', rows: catalogue.genres },
    { table: 'publishers', rows: catalogue.publishers },
    { table: 'authors', rows: catalogue.authors },
    { table: 'books', rows: books },
    { table: 'book_authors', rows: catalogue.bookAuthors },
    { table: 'editions', rows: editions },
    { table: 'customers', rows: clientele.customers },
    { table: 'addresses', rows: clientele.addresses },
    { table: 'reviews', rows: reviews },
    { table: 'employees', rows: supply.employees },
    { table: 'suppliers', rows: supply.suppliers },
    { table: 'warehouses', rows: supply.warehouses },
    { table: 'stock', rows: supply.stock },
    { table: 'orders', rows: sales.orders },
    { table: 'order_lines', rows: sales.orderLines },
    { table: 'payments', rows: sales.payments },
  ];
}
