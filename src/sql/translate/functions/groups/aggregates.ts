import type { Expression, Name } from '../../../ast/index.js';
import { adapted, adapting, adaptedNumber } from '../../expressions/documents/json-operators.js';
import { isArray } from '../../expressions/arrays/array-values.js';
import { knownMoment } from '../../expressions/moments/moments.js';
import { mayBeTruth, mayCountTruths, numberOfOpenTruth } from '../../expressions/open-truths.js';
import { compared, comparedAs, noticeOfText, noticeOfTexts } from '../../expressions/texts/text-comparison.js';
import { always, typeIs, type Compose, type FormRow, type FormTable, type Guard } from '../form.js';
import { call, column, name } from '../../made-nodes.js';
import { hypotheticalForms } from './hypothetical-ranks.js';
import { joinedTextForms } from './joined-texts.js';
import { jsonGroupForms } from '../documents/json-groups.js';
import { aggregates, bounded } from './over-rows.js';
import { frequentForms } from './frequent-values.js';
import { percentileForms } from './percentiles.js';
import { statisticsForms } from './statistics.js';

const isTruthOfSource: Guard = ({ node, t }) => {
  const [value] = node.arguments;
  return value !== undefined && t.typeName(value) === 'BOOLEAN';
};

const isOpenTruthOfSource: Guard = ({ node, t }) => {
  const [value] = node.arguments;
  if (value === undefined || t.source === 'POSTGRESQL') return false;
  return mayBeTruth(value, t) || (t.familyOf(value) === 'number' && mayCountTruths(value, t));
};

const extremeOfOpenTruth =
  (called: 'MIN' | 'MAX'): Compose =>
  ({ node, t }) => {
    const [value] = node.arguments;
    return value && t.form(`${called}($1)`, [numberOfOpenTruth(value, t)], node);
  };

/** The least or the greatest of what is in documents: to SQLite texts come behind numbers. */
const extremeOfJson =
  (called: 'MIN' | 'MAX'): Compose =>
  ({ node, values, t }) => {
    const [value] = node.arguments;
    if (value !== undefined && adapting(value, t)?.gives === 'document') t.notice('JSON_ORDER', node);
    const number = value && adaptedNumber(value, t);
    const text = value && adapted(value, 'value-text', t);
    const json = value && adapted(value, 'document', t);
    if (number === undefined || text === undefined || json === undefined || node.over !== undefined)
      return value && t.form(`${called}($1)`, values, node);
    const [ofNumbers, ofTexts] = (t.target === 'MYSQL' ? MYSQL_EXTREMES : EXTREMES)[called];
    const form = called === 'MAX' ? `COALESCE(${ofTexts}, ${ofNumbers})` : `COALESCE(${ofNumbers}, ${ofTexts})`;
    return t.form(
      form,
      [number, text, json].map((one) => bounded(one, node, t)),
      node,
    );
  };

const MYSQL_EXTREMES = {
  MIN: ["MIN(CASE WHEN JSON_TYPE($3) <> 'STRING' THEN $1 END)", "MIN(CASE WHEN JSON_TYPE($3) = 'STRING' THEN $2 END)"],
  MAX: ["MAX(CASE WHEN JSON_TYPE($3) <> 'STRING' THEN $1 END)", "MAX(CASE WHEN JSON_TYPE($3) = 'STRING' THEN $2 END)"],
} as const;

const EXTREMES = {
  MIN: [
    "to_jsonb(MIN(CASE WHEN jsonb_typeof($3) <> 'string' THEN $1 END))",
    "to_jsonb(MIN(CASE WHEN jsonb_typeof($3) = 'string' THEN $2 END))",
  ],
  MAX: [
    "to_jsonb(MAX(CASE WHEN jsonb_typeof($3) <> 'string' THEN $1 END))",
    "to_jsonb(MAX(CASE WHEN jsonb_typeof($3) = 'string' THEN $2 END))",
  ],
} as const;

const isInDocument: Guard = ({ node, t }) =>
  node.arguments[0] !== undefined && adapting(node.arguments[0], t) !== undefined;

const isValueInDocument: Guard = ({ node, t }) =>
  node.arguments[0] !== undefined && adapting(node.arguments[0], t)?.gives === 'value';

/** Texts come in the order of the engine. */
const extremeOf =
  (called: 'MIN' | 'MAX'): Compose =>
  ({ node, values, t }) => {
    if (node.arguments.some((one) => isArray(one, t))) return undefined;
    const duration = knownMoment(node, t);
    if (duration?.seconds !== undefined) return duration.made;
    noticeOfText(node.arguments, t, 'order');
    return t.form(`${called}($1)`, values, node);
  };

/** PostgreSQL has no least and no greatest truth value. */
const extreme = (called: 'MIN' | 'MAX'): FormRow => ({
  pg: [
    { when: isInDocument, form: extremeOfJson(called) },
    { when: isTruthOfSource, form: `${called}(CAST($1 AS int))` },
    { when: isOpenTruthOfSource, form: extremeOfOpenTruth(called) },
    { when: always, form: extremeOf(called) },
  ],
  my: [
    { when: isValueInDocument, form: extremeOfJson(called) },
    { when: always, form: extremeOf(called) },
  ],
  lite: extremeOf(called),
});

/** COUNT(DISTINCT a, b) counts the rows in which none is NULL. */
const countOf: Compose = ({ node, values, t }) => {
  const [first, ...others] = values;
  if (others.length === 0 || first === undefined) return undefined;
  const compared = values.map((value, index) => comparedAs(node.arguments[index] as Expression, value, t, 'equality'));
  noticeOfTexts(node.arguments, t, 'equality');
  const places = values.map((_, index) => `$${index + 1}`);
  const tests = places.map((place) => `${place} IS NOT NULL`).join(' AND ');
  const one =
    t.target === 'POSTGRESQL' ? `(${places.join(', ')})` : places.map((place) => `quote(${place})`).join(" || ',' || ");
  return t.form(`COUNT(CASE WHEN ${tests} THEN ${one} END)`, compared, node);
};

/** count(DISTINCT (a, b)) counts rows with NULLs as well. */
const countOfRow: Compose = ({ node, t }) => {
  const [row] = node.arguments;
  if (row?.kind !== 'row') return undefined;
  noticeOfTexts(row.items, t, 'equality');
  const joined = row.items.map((_, index) => `quote($${index + 1})`);
  const form = t.target === 'MYSQL' ? `CONCAT(${joined.join(", ',', ")})` : joined.join(" || ',' || ");
  return t.form(
    `COUNT(${form})`,
    row.items.map((one) => compared(one, t, 'equality')),
    node,
  );
};

/** The name of a whole row of PostgreSQL's: `o.*`, or `o` where no column goes by that name. */
function rowNamed({ node, t }: Parameters<Guard>[0]): readonly Name[] {
  const [value] = node.arguments;
  if (t.source !== 'POSTGRESQL' || node.arguments.length > 1 || node.distinct === true) return [];
  if (value?.kind === 'star') return value.qualifier;
  const isRow =
    value?.kind === 'column' && t.scope.known(value) === undefined && t.scope.source(value.parts) !== undefined;
  return isRow ? value.parts : [];
}

const isNamedRow: Guard = (place) => rowNamed(place).length > 0;

/** count(o.*) counts the rows that an outer join has found: those with a value where there always is one. */
const countOfNamedRow: Compose = (place) => {
  const { node, t } = place;
  const qualifier = rowNamed(place);
  const sure = t.scope.source(qualifier)?.columns?.find(({ nullable }) => nullable === false);
  if (sure === undefined) return undefined;
  const value = column([...qualifier, name(sure.name, node.span, true)], node.span);
  return t.form('COUNT($1)', [t.value(value)], node);
};

const isRow: Guard = ({ node }) => node.arguments[0]?.kind === 'row';
const hasSeveral: Guard = ({ node }) => node.arguments.length > 1;
const plainCount: Compose = ({ node, values, t }) => {
  if (node.distinct === true) noticeOfText(node.arguments, t, 'equality');
  return t.form(values.length === 0 ? 'COUNT(*)' : 'COUNT($1)', values, node);
};

/** Each bit that is set in one of a list's numbers, in an odd number of them, or in all, as the turned bits of none. */
const BITS_OF_LIST: Readonly<Record<string, string>> = {
  BIT_AND: '~ COALESCE(SUM(DISTINCT 1 << _at), 0) FROM json_each($1), _bits WHERE ~ value >> _at & 1',
  BIT_XOR:
    'COALESCE(SUM(_odd << _at), 0) FROM (SELECT _at, SUM(value >> _at & 1) % 2 AS _odd FROM json_each($1), _bits GROUP BY _at)',
  BIT_OR: 'COALESCE(SUM(DISTINCT 1 << _at), 0) FROM json_each($1), _bits WHERE value >> _at & 1',
};

/** Bit by bit out of the list of a group's numbers. */
const bitsInSqlite =
  (called: string): Compose =>
  ({ node, values, t }) => {
    const [value] = values as [Expression];
    const bits = BITS_OF_LIST[called];
    if (bits === undefined || node.over !== undefined) return undefined;
    const list = call('json_group_array', [bounded(value, node, t)], node.span);
    const sql = `(WITH RECURSIVE _bits (_at) AS (SELECT 0 UNION ALL SELECT _at + 1 FROM _bits WHERE _at < 63) SELECT ${bits})`;
    const isEmpty = t.form('COUNT($1) = 0', [bounded(value, node, t)], node);
    const made = t.form(sql, [list], node);
    // what MySQL makes of no values at all is all bits
    if (t.source === 'MYSQL' && called === 'BIT_AND')
      return t.form('CASE WHEN $1 THEN 18446744073709551615 ELSE $2 END', [isEmpty, made], node);
    return t.source === 'MYSQL' ? made : t.form('CASE WHEN NOT $1 THEN $2 END', [isEmpty, made], node);
  };

/** Bits of a group without values: all of them to MySQL's AND, none to its OR. */
const bits = (called: string, ofNothing: string): FormRow => ({
  takes: 'number',
  pg: [
    { when: typeIs(1, 'INTEGER', 'BIGINT', 'BOOLEAN'), form: `COALESCE(${called}($1), ${ofNothing})` },
    { when: always, form: `COALESCE(${called}(CAST($1 AS bigint)), ${ofNothing})` },
  ],
  my: aggregates(`CASE WHEN COUNT($1) > 0 THEN CAST(${called}($1) AS SIGNED) END`),
  lite: bitsInSqlite(called),
  whole: true,
});

/** Any value of a group; where there is no such function, the least. */
const anyValue: FormRow = { pg: 'MIN($1)', my: 'MIN($1)', lite: 'MIN($1)' };

/** Functions over a group of rows. Truth values are counted as the numbers that they are to the source. */
export const aggregateForms: FormTable = {
  count: {
    pg: [
      { when: hasSeveral, form: countOf },
      { when: always, form: plainCount },
    ],
    my: [
      { when: isNamedRow, form: countOfNamedRow },
      { when: isRow, form: countOfRow },
      { when: always, form: plainCount },
    ],
    lite: [
      { when: isNamedRow, form: countOfNamedRow },
      { when: isRow, form: countOfRow },
      { when: hasSeveral, form: countOf },
      { when: always, form: plainCount },
    ],
  },
  sum: { takes: 'number' },
  // a mean of exact numbers has four digits more than these in MySQL, and sixteen at least in PostgreSQL
  average: {
    takes: 'number',
    my: [
      { when: typeIs(1, 'FLOAT'), form: 'AVG($1)' },
      { when: always, form: 'AVG(CAST($1 AS DECIMAL(65, 16)))' },
    ],
  },
  minimum: extreme('MIN'),
  maximum: extreme('MAX'),
  any_value: anyValue,
  all_true: { my: 'MIN($1) <> 0', lite: 'MIN($1) <> 0' },
  any_true: { my: 'MAX($1) <> 0', lite: 'MAX($1) <> 0' },
  total: { takes: 'number', pg: 'CAST(COALESCE(SUM($1), 0) AS double precision)', my: 'COALESCE(SUM($1), 0) * 1e0' },
  bitwise_and: bits('BIT_AND', '18446744073709551615'),
  bitwise_or: bits('BIT_OR', '0'),
  bitwise_xor: bits('BIT_XOR', '0'),
  ...joinedTextForms,
  ...jsonGroupForms,
  ...statisticsForms,
  ...percentileForms,
  ...frequentForms,
  ...hypotheticalForms,
};
