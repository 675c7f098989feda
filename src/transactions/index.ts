/** Transactions that are held open between calls: ids that can't be guessed, owners, deadlines. */
export type { TransactionTimes } from './held-transaction.js';
export { TransactionBook, type Caller, type TransactionBookOptions, type TransactionWish } from './transaction-book.js';
export type { TransactionView } from './transaction-view.js';
