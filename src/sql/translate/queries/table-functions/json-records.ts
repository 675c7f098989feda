import type { ColumnDeclaration, Expression } from '../../../ast/index.js';
import { typeOfDataType } from '../../../typing/index.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { cast, dataType, text } from '../../made-nodes.js';
import { own, tableForm, type RowCall, type RowPlan } from '../row-plan.js';

/** The values of members, by the types that the columns are declared as. */
const IN_MYSQL: Readonly<Record<string, string>> = {
  INTEGER: 'CAST($1 AS SIGNED)',
  BIGINT: 'CAST($1 AS SIGNED)',
  DECIMAL: 'CAST($1 AS DECIMAL(65, 16))',
  FLOAT: 'CAST($1 AS DOUBLE)',
  TEXT: '$1',
  BOOLEAN: "$1 = 'true'",
  DATE: 'CAST($1 AS DATE)',
  JSON: '$1',
};
const IN_SQLITE: Readonly<Record<string, string>> = {
  INTEGER: 'CAST($1 AS INTEGER)',
  BIGINT: 'CAST($1 AS INTEGER)',
  DECIMAL: 'CAST($1 AS NUMERIC)',
  FLOAT: 'CAST($1 AS REAL)',
  TEXT: '$1',
  BOOLEAN: '$1',
  DATE: 'date($1)',
  JSON: '$1',
};

const DOCUMENT_IN_MYSQL = "CASE WHEN JSON_TYPE(JSON_EXTRACT($1, $2)) <> 'NULL' THEN JSON_EXTRACT($1, $2) END";
const DOCUMENT_IN_SQLITE = "CASE WHEN json_type($1, $2) <> 'null' THEN $1 -> $2 END";

/** Functions whose columns are declared behind them, by what they read: an array of objects, or one object. */
const RECORDS: Readonly<Record<string, 'rows' | 'row'>> = {
  json_to_recordset: 'rows',
  jsonb_to_recordset: 'rows',
  json_to_record: 'row',
  jsonb_to_record: 'row',
};

const ROWS = {
  MYSQL: "JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$'))",
  SQLITE: 'json_each($1)',
} as const;
const ONE_ROW = {
  MYSQL:
    "JSON_TABLE(JSON_EXTRACT(JSON_ARRAY(JSON_EXTRACT($1, '$')), '$'), '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$'))",
  SQLITE: 'json_each(json_array(json($1)))',
} as const;

/** jsonb_to_recordset(document) AS t (a int, b text): a row for each object, a column for each member that is named. */
export function recordPlan(declared: readonly ColumnDeclaration[], call: RowCall): RowPlan | undefined {
  const { t, node } = call;
  const kind = RECORDS[call.meaning];
  const [document] = call.arguments;
  if (kind === undefined || document === undefined || t.target === 'POSTGRESQL') return undefined;
  const made = documentOf(document.kind === 'string' ? cast(document, dataType('jsonb', document.span)) : document, t);
  const columns = declared.map((one) => memberOf(one, call));
  if (columns.includes(undefined)) return undefined;
  return { table: tableForm((kind === 'rows' ? ROWS : ONE_ROW)[t.target], [made], { ...call, node }), columns };
}

function memberOf({ name, type }: ColumnDeclaration, call: RowCall): Expression | undefined {
  const { t } = call;
  const known = typeOfDataType(type, t.from)?.type ?? '';
  const form = (t.target === 'MYSQL' ? IN_MYSQL : IN_SQLITE)[known];
  if (form === undefined || (type.arguments.length > 0 && known !== 'TEXT')) return undefined;
  const path = text(`$.${JSON.stringify(t.scope.fold(name))}`, name.span);
  const value =
    t.target === 'MYSQL'
      ? "CASE WHEN JSON_TYPE(JSON_EXTRACT($1, $2)) <> 'NULL' THEN JSON_UNQUOTE(JSON_EXTRACT($1, $2)) END"
      : 'json_extract($1, $2)';
  if (known === 'JSON') {
    const document = t.target === 'MYSQL' ? DOCUMENT_IN_MYSQL : DOCUMENT_IN_SQLITE;
    return t.form(document, [own(t.target === 'MYSQL' ? 'v' : 'value', call), path], name);
  }
  const member = t.form(value, [own(t.target === 'MYSQL' ? 'v' : 'value', call), path], name);
  return t.form(form, [member], name);
}
