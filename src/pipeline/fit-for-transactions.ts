import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import {
  dialects,
  otherReadings,
  positionAt,
  statementKind,
  type DialectName,
  type StatementKind,
  type StatementText,
  type Token,
} from '../sql/index.js';
import type { PreparedStatement } from './prepare.js';
import { MISFITS, type Misfit } from './transaction-misfits.js';

/**
 * Refuses what is no part of a transaction before any of it runs: what ends or begins one, and what the engine commits for
 * or runs only by itself.
 * @throws DragomanError BAD_USER_INPUT; WRITE_NOT_ALLOWED in a transaction that only reads; DATABASE_READ_ONLY
 */
export function assertFits(
  { kind, reads, statement }: PreparedStatement,
  { name, adapter }: RegisteredDatabase,
  readOnly: boolean,
): void {
  const position = positionAt(statement.text, 0);
  if (kind === 'TRANSACTION') {
    throw new DragomanError('BAD_USER_INPUT', 'A transaction is begun, marked and ended by mutations, not in SQL.', {
      position,
      hint: 'Use `commitTransaction`, `rollbackTransaction`, `savepoint` and their like; an isolation level is chosen at the beginning.',
    });
  }
  if (reads === 'no' && readOnly) {
    throw new DragomanError('WRITE_NOT_ALLOWED', `${spoken(kind)} is no read, and the transaction only reads.`, {
      position,
      hint: 'Begin one with `readOnly: false`.',
    });
  }
  if (reads === 'no' && adapter.access === 'READ_ONLY') {
    throw new DragomanError('DATABASE_READ_ONLY', `The database "${name}" is registered for reading only.`);
  }
  const misfit = misfitOf(kind, statement, adapter.dialect);
  if (misfit === undefined) return;
  throw new DragomanError('BAD_USER_INPUT', `${spoken(kind)} can't be part of a transaction: ${misfit.why}.`, {
    position,
    hint: misfit.hint,
  });
}

/** Whether the engine takes it as a part of a transaction, and does not commit for it. */
export const isFit = ({ kind, statement }: PreparedStatement, { adapter }: RegisteredDatabase): boolean =>
  misfitOf(kind, statement, adapter.dialect) === undefined;

/** Why the statement is none for a transaction, in any reading that a server of the dialect may choose. */
function misfitOf(
  kind: StatementKind,
  { tokens }: StatementText,
  dialect: DialectName,
): Omit<Misfit, 'phrase'> | undefined {
  const { misfits, fits } = MISFITS[dialect];
  const others = otherReadings(tokens);
  if (others === undefined) return fits?.otherwise;
  const inReading = (reading: readonly Token[], read: StatementKind): Omit<Misfit, 'phrase'> | undefined => {
    const said = spelled(reading);
    const isFit = fits === undefined || fits.kinds.has(read) || fits.phrases.test(said);
    return misfits.find(({ phrase }) => phrase.test(said)) ?? (isFit ? undefined : fits.otherwise);
  };
  // Where all is skipped there is nothing to run.
  const found = others
    .filter(({ length }) => length > 0)
    .map((reading) => inReading(reading, statementKind(reading, dialects[dialect])));
  return inReading(tokens, kind) ?? found.find((misfit) => misfit !== undefined);
}

/** The words of a statement in one form, whatever stands between them. */
function spelled(tokens: readonly Token[]): string {
  return tokens
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => (kind === 'string' ? "''" : text.toUpperCase()))
    .join(' ');
}

const spoken = (kind: StatementKind): string => SPOKEN[kind] ?? kind.replace('_', ' ');

const SPOKEN: Partial<Record<StatementKind, string>> = {
  UNKNOWN: 'A statement that begins with no known word',
  UTILITY: 'This statement',
  SELECT: 'This statement',
};
