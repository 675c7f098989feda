import type { Expression, Query, Select, SelectItem, Statement } from '../ast/index.js';
import type { DialectName } from '../dialects/index.js';
import { scopeOfSelect } from '../typing/index.js';
import { jsonAccess } from './expressions/documents/json-access.js';
import { written } from './expressions/documents/json-written.js';
import { groupedRows } from './queries/bare-columns.js';
import type { Translator } from './translator.js';

/** A value out of a document that is JSON in the target, with arrays and objects as texts. */
const AS_TEXT: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL: "CASE WHEN jsonb_typeof($1) IN ('array', 'object') THEN to_jsonb(CAST($1 AS text)) ELSE $1 END",
};

/**
 * What SQLite finds in a document is a text where it is an array or an object: the result of a query has it as one where the target would give
 * JSON. Within a statement it stays JSON, so that there is a way into it.
 */
export function withDocumentsAsText(source: Statement, made: Statement, t: Translator): Statement {
  if (AS_TEXT[t.target] === undefined || source.kind !== 'query' || made.kind !== 'query') return made;
  const { body } = made;
  if (source.body.kind !== 'select' || body.kind !== 'select') return made;
  const columns = columnsAsText(source.body, body, t);
  return columns === undefined ? made : ({ ...made, body: { ...body, columns } } satisfies Query);
}

/** Undefined where nothing changes; distinct rows are sorted by what they show. */
function columnsAsText(source: Select, made: Select, t: Translator): SelectItem[] | undefined {
  if (source.columns.length !== made.columns.length || source.distinct === true) return undefined;
  return t.within(scopeOfSelect(source, t.scope), () => {
    const isOfGroups = groupedRows(source, t) !== undefined;
    const columns = made.columns.map((one, index) => {
      const shown = asText(source.columns[index]?.expression, one.expression, isOfGroups, t);
      return shown === undefined ? one : { ...one, expression: shown };
    });
    return columns.some((one, index) => one !== made.columns[index]) ? columns : undefined;
  });
}

/** A column of the result; undefined where it is no value out of a document. */
function asText(
  source: Expression | undefined,
  made: Expression,
  isOfGroups: boolean,
  t: Translator,
): Expression | undefined {
  const found = source && jsonAccess(source, t);
  if (source === undefined || found?.gives !== 'value') return undefined;
  // what rows are grouped by has to stand there as it is
  return isOfGroups ? t.form(AS_TEXT[t.target] as string, [made], source) : written(found, 'shown', source, t);
}
