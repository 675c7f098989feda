import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { StatementKind } from '../sql/index.js';
import type { PreparedStatement } from './prepare.js';

/** Through which door a statement came. */
export type Path = 'query' | 'execute';

/**
 * The second step: may this kind of thing go down this path of this database?
 * @throws DragomanError WRITE_NOT_ALLOWED, DATABASE_READ_ONLY, BAD_USER_INPUT
 */
export function authorise({ kind, reads }: PreparedStatement, path: Path, { name, adapter }: RegisteredDatabase): void {
  if (reads === 'surely') return;
  if (reads === 'maybe' && (path === 'query' || adapter.access === 'READ_ONLY')) return;
  if (path === 'query') {
    throw new DragomanError(
      'WRITE_NOT_ALLOWED',
      `${spoken(kind)} is no read; \`query\` and \`rows\` run nothing else.`,
      {
        hint: 'Send it with the mutation `execute`.',
      },
    );
  }
  if (adapter.access === 'READ_ONLY') {
    throw new DragomanError('DATABASE_READ_ONLY', `The database "${name}" is registered for reading only.`);
  }
  if (kind === 'TRANSACTION') {
    throw new DragomanError('BAD_USER_INPUT', 'Transaction statements have no effect beyond their own request here.', {
      hint: 'Send statements that belong together with `executeMany`, which runs them as one transaction.',
    });
  }
}

const NAMELESS: ReadonlySet<StatementKind> = new Set(['UNKNOWN', 'UTILITY', 'SELECT']);

/** A kind as its statement begins: CREATE TABLE. */
function spoken(kind: StatementKind): string {
  return NAMELESS.has(kind) ? 'This statement' : kind.replaceAll('_', ' ');
}
