import { describe, expect, it } from 'vitest';
import { isInterrupted } from '../../../src/databases/sqlite/sqlite-errors.js';

const native = (code: string, message: string): Error => Object.assign(new Error(message), { code, errno: 1 });

describe('an interrupt', () => {
  it('is told by its code while the statement runs', () => {
    expect(isInterrupted(native('SQLITE_INTERRUPT', 'SQLITE_INTERRUPT: interrupted'))).toBe(true);
  });

  it('is told by its message while the statement is compiled', () => {
    expect(isInterrupted(native('SQLITE_ERROR', 'SQLITE_ERROR: interrupted'))).toBe(true);
  });

  it('is no other error', () => {
    expect(isInterrupted(native('SQLITE_ERROR', 'SQLITE_ERROR: no such table: interrupted'))).toBe(false);
    expect(isInterrupted(new Error('interrupted'))).toBe(false);
  });
});
