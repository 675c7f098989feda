/**
 * What is in the databases: their schemas, tables and columns. This folder owns how much of it is kept, how it is found
 * by name, and how long it is taken for true; each engine's adapter knows how it is read.
 */
export { Catalogue } from './catalogue.js';
export type { DatabaseCatalogue } from './database-catalogue.js';
export { tablesOfStatement } from './statement-tables.js';
