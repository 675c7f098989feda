import { DragomanError } from '../errors/index.js';
import type { PreparedStatement } from './prepare.js';

/** Where grammar and engine agree that a statement is wrong, the grammar says more about it. */
export function explained(error: unknown, { fault }: Pick<PreparedStatement, 'fault'>): unknown {
  return fault !== undefined && error instanceof DragomanError && error.code === 'SQL_SYNTAX' ? fault : error;
}
