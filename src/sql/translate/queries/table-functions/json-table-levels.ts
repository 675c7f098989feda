import { quotedString } from '../../../dialects/quoted.js';
import type { Expression, JsonTable, JsonTableColumn, TableReference } from '../../../ast/index.js';
import { arrayText, pathText, SQLITE_END, stepsOf, type JsonStep } from '../../expressions/documents/json-paths.js';
import { own, queryTable, tableForm, type RowCall } from '../row-plan.js';

/** A path of JSON_TABLE's that rows are made by: the one of the table itself, or one that is nested. */
export interface Level {
  readonly steps: readonly JsonStep[];
  /** Whether it means the elements of what it leads to. */
  readonly isOfElements: boolean;
}

/** What a level's columns are read from, and its number. */
export interface Place {
  readonly element: Expression;
  readonly number: Expression;
}

interface Rows {
  readonly table: TableReference;
  /** By their depth. */
  readonly places: readonly Place[];
}

/** The levels of a table from the outside in; undefined where a path is not written out, or several are nested side by side. */
export function levelsOf({ path, columns }: Pick<JsonTable, 'path' | 'columns'>): readonly Level[] | undefined {
  const written = path.kind === 'string' ? path.value.trimEnd() : undefined;
  const steps = written === undefined ? undefined : stepsOf(written.replace(/\[\*\]$/, ''));
  const nested = columns.filter(({ role }) => role === 'nested');
  const [inner] = nested;
  if (steps === undefined || written === undefined || nested.length > 1) return undefined;
  const here: Level = { steps, isOfElements: written.endsWith('[*]') };
  if (inner === undefined) return [here];
  const { path: within, columns: own = [] } = inner satisfies JsonTableColumn;
  const others = within && levelsOf({ path: within, columns: own });
  return others && [here, ...others];
}

/** @param document what the outermost path leads to */
export function rowsOfLevels(levels: readonly Level[], document: Expression, call: RowCall): Rows {
  const { t, node } = call;
  if (t.target === 'POSTGRESQL') {
    const places = levels.map((_, depth) => ({ element: own(`v${depth}`, call), number: own(`n${depth}`, call) }));
    return { table: queryTable(inPostgresql(levels), [document], call, true), places };
  }
  const [outer, ...nested] = levels as [Level, ...Level[]];
  if (nested.length > 0) return nestedInSqlite(levels, document, call);
  const table = tableForm(outer.isOfElements ? LITE_ELEMENTS : LITE_ONE, [document], call);
  const element = outer.isOfElements ? t.form('$1 -> $2', [document, own('fullkey', call)], node) : document;
  return { table, places: [{ element, number: t.form('$1 + 1', [own('key', call)], node) }] };
}

const LITE_ELEMENTS = "json_each(CASE WHEN json_type($1) = 'array' THEN $1 END)";
const LITE_ONE = "json_each(CASE WHEN $1 IS NOT NULL THEN '[0]' END)";

/** Each level beside the one that it is nested in, with NULLs where it has nothing. */
function inPostgresql(levels: readonly Level[]): string {
  const columns = levels.map((_, depth) => `e${depth}.v AS v${depth}, e${depth}.n AS n${depth}`);
  const tables = levels.map(({ steps, isOfElements }, depth) => {
    const within = depth === 0 ? '$1' : `e${depth - 1}.v #> ${quotedString(arrayText(steps))}`;
    if (isOfElements && depth === 0) return "jsonb_path_query($1, '$[*]') WITH ORDINALITY AS e0 (v, n)";
    const rows = isOfElements
      ? `jsonb_array_elements(CASE WHEN jsonb_typeof(${within}) = 'array' THEN ${within} END) WITH ORDINALITY AS e${depth} (v, n)`
      : `(SELECT ${within} AS v, 1 AS n WHERE ${within} IS NOT NULL) AS e${depth}`;
    return depth === 0 ? rows : `LEFT JOIN LATERAL ${rows} ON TRUE`;
  });
  return `SELECT ${columns.join(', ')} FROM ${tables.join(' ')}`;
}

/**
 * SQLite's functions of rows see the tables before them, where queries in FROM do not: the rows are made one array, each an array of the
 * elements and numbers of all levels.
 */
function nestedInSqlite(levels: readonly Level[], document: Expression, call: RowCall): Rows {
  const { t, node } = call;
  const elements: string[] = [];
  const tables = levels.map(({ steps, isOfElements }, depth) => {
    const within =
      depth === 0 ? '$1' : `${elements[depth - 1] as string} -> ${quotedString(pathText(steps, SQLITE_END))}`;
    elements.push(isOfElements ? `(${within}) -> e${depth}.fullkey` : `(${within})`);
    const form = (isOfElements ? LITE_ELEMENTS : LITE_ONE).replaceAll('$1', `(${within})`);
    return depth === 0 ? `${form} AS e0` : `LEFT JOIN ${form} AS e${depth} ON TRUE`;
  });
  const values = elements.map((element, depth) => `${element}, e${depth}.key + 1`);
  const rows = `json_each((SELECT json_group_array(json_array(${values.join(', ')})) FROM ${tables.join(' ')}))`;
  const places = levels.map((_, depth) => ({
    element: t.form(`$1 -> '$[${depth * 2}]'`, [own('value', call)], node),
    number: t.form(`$1 ->> '$[${depth * 2 + 1}]'`, [own('value', call)], node),
  }));
  return { table: tableForm(rows, [document], call), places };
}
