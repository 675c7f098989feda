import type { Expression, JsonTable, JsonTableColumn } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { typeOfDataType } from '../../../typing/index.js';
import { pathText, SQLITE_END, stepsOf } from '../../expressions/documents/json-paths.js';
import { walked, written } from '../../expressions/documents/json-written.js';
import { text } from '../../made-nodes.js';
import { isNullWord, IS_MISSING, numberWritten, textWritten } from './json-table-defaults.js';
import { levelsOf, rowsOfLevels, type Place } from './json-table-levels.js';
import type { RowCall, RowPlan } from '../row-plan.js';

const PG_WHOLE =
  "CASE WHEN $1 #>> '{}' ~ '^\\s*-?\\d+(\\.\\d*)?\\s*$' THEN CAST(round(CAST($1 #>> '{}' AS numeric)) AS bigint) END";

/** What stands in a column of JSON_TABLE, as the type that it is declared as. */
const CASTS: Readonly<Record<Exclude<DialectName, 'MYSQL'>, Readonly<Record<string, string>>>> = {
  POSTGRESQL: {
    INTEGER: PG_WHOLE,
    BIGINT: PG_WHOLE,
    DECIMAL: "CASE WHEN $1 #>> '{}' ~ '^\\s*-?\\d+(\\.\\d*)?\\s*$' THEN CAST($1 #>> '{}' AS numeric) END",
    FLOAT:
      "CASE WHEN $1 #>> '{}' ~ '^\\s*-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?\\s*$' THEN CAST($1 #>> '{}' AS double precision) END",
    TEXT: "CASE WHEN jsonb_typeof($1) NOT IN ('object', 'array') THEN $1 #>> '{}' END",
    JSON: '$1',
  },
  SQLITE: {
    INTEGER: 'CAST(ROUND(json_extract($1, $2)) AS INTEGER)',
    BIGINT: 'CAST(ROUND(json_extract($1, $2)) AS INTEGER)',
    DECIMAL: 'CAST(json_extract($1, $2) AS NUMERIC)',
    FLOAT: 'CAST(json_extract($1, $2) AS REAL)',
    TEXT: "CASE json_type($1, $2) WHEN 'text' THEN json_extract($1, $2) WHEN 'null' THEN NULL WHEN 'object' THEN NULL WHEN 'array' THEN NULL ELSE $1 -> $2 END",
    JSON: '$1 -> $2',
  },
};

/** MySQL's JSON_TABLE over the elements that a path ends in, with those that are nested in each. */
export function jsonTablePlan(table: JsonTable, call: RowCall): RowPlan | undefined {
  const levels = levelsOf(table);
  const [outer] = levels ?? [];
  if (levels === undefined || outer === undefined || call.t.target === 'MYSQL') return undefined;
  const made = written(
    { document: table.document, steps: outer.steps, gives: 'document' },
    'document',
    call.node,
    call.t,
  );
  const rows = rowsOfLevels(levels, made, call);
  const columnsAt = (all: readonly JsonTableColumn[], depth: number): (Expression | undefined)[] =>
    all.flatMap((column) =>
      column.role === 'nested'
        ? columnsAt(column.columns ?? [], depth + 1)
        : [tableColumn(column, rows.places[depth], depth > 0, call)],
    );
  const columns = columnsAt(table.columns, 0);
  return columns.includes(undefined) ? undefined : { table: rows.table, columns };
}

/** @param isNested whether nothing may be there, which tests and defaults would not tell from a row without the value */
function tableColumn(
  column: JsonTableColumn,
  place: Place | undefined,
  isNested: boolean,
  { t, node }: RowCall,
): Expression | undefined {
  if (place === undefined) return undefined;
  if (column.role === 'ordinality') return place.number;
  const isPlain = column.role === 'value' && isNullWord(column.onEmpty);
  if (!isNullWord(column.onError) || (isNested && !isPlain)) return undefined;
  const type = column.type && typeOfDataType(column.type, t.from)?.type;
  const otherwise = isNullWord(column.onEmpty)
    ? undefined
    : (numberWritten(column.onEmpty) ?? (type === 'TEXT' ? textWritten(column.onEmpty) : undefined));
  if (otherwise === undefined && !isNullWord(column.onEmpty)) return undefined;
  const steps = column.path?.kind === 'string' ? stepsOf(column.path.value) : undefined;
  if (steps === undefined) return undefined;
  if (t.target === 'MYSQL') return undefined;
  const path = text(pathText(steps, SQLITE_END), node.span);
  const there = t.target === 'SQLITE' ? place.element : walked(place.element, steps, { at: node, t });
  if (column.role === 'exists') {
    const exists = t.target === 'SQLITE' ? '(json_type($1, $2) IS NOT NULL) + 0' : 'CAST($1 IS NOT NULL AS int)';
    return t.form(exists, [there, path], node);
  }
  const sql = type === undefined ? undefined : CASTS[t.target][type];
  if (sql === undefined) return undefined;
  const value = t.form(sql, [there, path], node);
  return otherwise === undefined
    ? value
    : t.form(`CASE WHEN ${IS_MISSING[t.target]} THEN $3 ELSE $4 END`, [there, path, otherwise, value], node);
}
