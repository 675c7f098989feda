/**
 * The demo database: a bookshop in SQLite that a new installation can query at once. This
 * folder owns its schema, its vocabulary, the generators that make some ten thousand
 * believable rows from a seed, and the creation of the file, which appears whole or not at
 * all. It knows nothing of the service: whoever calls decides where the file lies, whether
 * it is wanted, and how it is registered.
 *
 * @packageDocumentation
 */
export { createBookshop, type BookshopOptions, type BookshopSize } from './creation.js';
export { bookshopSchema } from './schema.js';
