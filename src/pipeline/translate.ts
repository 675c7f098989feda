import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { DialectName } from '../sql/index.js';

/**
 * The third step: the dialect to read the statement in. Where it is not the database's
 * own, this version has no way across, and says so rather than guess.
 * @throws DragomanError UNTRANSLATABLE
 */
export function chooseDialect(
  written: DialectName | null | undefined,
  { name, adapter }: RegisteredDatabase,
): DialectName {
  if (written === null || written === undefined || written === adapter.dialect) return adapter.dialect;
  throw new DragomanError(
    'UNTRANSLATABLE',
    `The database "${name}" speaks ${adapter.dialect}; this version does not translate ${written}.`,
    {
      position: { line: 1, column: 1 },
      hint: `Write the statement in ${adapter.dialect} and leave \`dialect\` out.`,
    },
  );
}
