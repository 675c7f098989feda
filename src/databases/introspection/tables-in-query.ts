import { DragomanError } from '../../errors/index.js';
import { analyse, dialects, parseStatement, partsOfPath, type DialectName } from '../../sql/index.js';
import type { TableName } from './table-description.js';

/**
 * The tables and views that a query names; undefined where the grammar does not know it.
 * @param schema where names without a schema are
 */
export function tablesInQuery(sql: string, dialect: DialectName, schema: string): readonly TableName[] | undefined {
  try {
    const statement = parseStatement(sql, dialects[dialect]);
    if (statement.kind === 'unknown') return undefined;
    return analyse(statement, dialects[dialect]).tables.read.map((path) => {
      const [name = '', of = schema] = partsOfPath(path).reverse();
      return { schema: of, name };
    });
  } catch (error) {
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}
