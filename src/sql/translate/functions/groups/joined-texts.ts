import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall, OrderItem } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { LIST } from '../../expressions/arrays/array-parts.js';
import { elementType, isArray, rowsInMysql } from '../../expressions/arrays/array-values.js';
import { inSource } from '../../in-source.js';
import { isText, textOf } from '../../expressions/coercion.js';
import { chosenText } from '../../expressions/texts/text-comparison.js';
import { condition } from '../../expressions/truth.js';
import { allOf, call, cast, dataType, text } from '../../made-nodes.js';
import { orderWithin } from '../../queries/order.js';
import { fill, templateOf } from '../../templates.js';
import type { Translator } from '../../translator.js';
import { everywhere, type CallPlace, type Compose, type FormTable } from '../form.js';
import { constantText } from '../known-values.js';
import { bounded } from './over-rows.js';
import { orderOfRows } from './row-order.js';
import { concatenated } from '../../expressions/texts/concatenation.js';
import { writtenAlike } from '../../written-alike.js';

/** Texts of a group, one behind the other. */
interface Joined {
  readonly node: FunctionCall;
  /** Of the source; several are one text. */
  readonly parts: readonly Expression[];
  readonly separator: Expression;
  readonly t: Translator;
}

function order(joined: Joined): { readonly orderBy?: readonly OrderItem[] } {
  const { node, t } = joined;
  if (node.orderBy !== undefined && node.orderBy.length > 0) return { orderBy: orderWithin(node.orderBy, t) };
  const byKeys = orderOfRows(node, t);
  if (byKeys !== undefined) return { orderBy: byKeys };
  // the others sort distinct texts to tell them apart
  const [only] = joined.parts;
  if (node.distinct !== true || t.target !== 'SQLITE' || only === undefined || joined.parts.length > 1) return {};
  return { orderBy: [{ kind: 'order-item', expression: t.value(only), span: node.span }] };
}

/** The parts as one text, which is NULL where any of them is; one of several that are the same where they are distinct. */
function oneText({ node, parts, t }: Joined): Expression {
  const made = concatenated(
    parts.map((part) => textOf(part, t)),
    t,
  );
  return node.distinct === true
    ? parts.reduce((chosen, part) => (isText(part, t) ? chosenText(part, made, t, 'equality') : chosen), made)
    : made;
}

/** What FILTER and OVER are to the call of the target. */
function behind({ node, t }: Joined): Pick<FunctionCall, 'filter' | 'over'> {
  return {
    ...(node.filter !== undefined && { filter: condition(node.filter, t) }),
    ...(node.over !== undefined && { over: t.node(node.over) }),
  };
}

/** Keys of documents come in an order of PostgreSQL's own. */
const isKeyOfDocument = (node: Expression, t: Translator): boolean =>
  t.source === 'SQLITE' &&
  node.kind === 'column' &&
  node.parts[node.parts.length - 1]?.value.toLowerCase() === 'key' &&
  t.scope.known(node)?.table === undefined;

function inPostgresql(joined: Joined): Expression | undefined {
  const { node, parts, separator, t } = joined;
  const [only] = parts;
  if (node.orderBy === undefined && parts.some((part) => isKeyOfDocument(part, t))) t.notice('JSON_KEY_ORDER', node);
  // distinct values are sorted as they are, and not as their texts
  if (node.distinct === true && node.orderBy !== undefined && only !== undefined && parts.length === 1) {
    if (!node.orderBy.every(({ expression }) => isSame(expression, only))) return distinctByOthers(joined);
    const value = chosenText(only, t.value(only), t, 'order');
    const gathered: FunctionCall = {
      ...call('array_agg', [value], node.span),
      distinct: true,
      orderBy: orderWithin(node.orderBy, t).map((one) => ({ ...one, expression: value })),
      ...behind(joined),
    };
    const kept = t.typeOf(only).nullable === false ? gathered : { ...gathered, filter: notNull(gathered, only, t) };
    return call('array_to_string', [kept, t.value(separator)], node.span);
  }
  const made = oneText(joined);
  // what nobody tells the type of may be a number
  const isOpen = parts.length === 1 && only !== undefined && isUntold(only, t);
  const isUntyped = made.kind === 'string' || made.kind === 'null' || isOpen;
  const typed = isUntyped ? cast(made, dataType('text', node.span)) : made;
  return {
    ...call('string_agg', [typed, t.value(separator)], node.span),
    ...(node.distinct === true && { distinct: true }),
    ...order(joined),
    ...behind(joined),
  };
}

const isUntold = (node: Expression, t: Translator): boolean =>
  node.kind === 'column' && t.typeName(node) === undefined && t.familyOf(node) !== 'text';

/** Distinct texts in the order of other values, of which each text has the least: PostgreSQL sorts them by themselves alone. */
function distinctByOthers(joined: Joined): Expression | undefined {
  const { node, separator, t } = joined;
  const { orderBy = [], filter, over } = node;
  if (filter !== undefined || over !== undefined) return undefined;
  const keys = orderBy.map((_, index) => `_key${index}`);
  const gathered = keys.map((_, index) => `, array_agg($${index + 3})`).join('');
  const least = keys.map((key) => `, min(${key}) AS ${key}`).join('');
  const sorted = orderBy.map(({ direction }, index) =>
    direction === 'desc' ? `_key${index} DESC NULLS LAST` : `_key${index} ASC NULLS FIRST`,
  );
  const rows = `unnest(array_agg(CAST($1 AS text))${gathered}) AS _rows (_text${keys.map((key) => `, ${key}`).join('')})`;
  const each = `SELECT _text${least} FROM ${rows} WHERE _text IS NOT NULL GROUP BY _text`;
  const form = `(SELECT string_agg(_text, $2 ORDER BY ${sorted.join(', ')}) FROM (${each}) AS _distinct)`;
  const values = orderBy.map(({ expression }) => t.value(expression));
  return t.form(form, [oneText(joined), t.value(separator), ...values], node);
}

/** Whether two expressions are written alike, so that distinct values have one order. */
const isSame = (one: Expression, other: Expression): boolean => writtenAlike(one) === writtenAlike(other);

function notNull({ filter }: FunctionCall, value: Expression, t: Translator): Expression {
  const test = t.form('$1 IS NOT NULL', [t.value(value)], value);
  return filter === undefined ? test : allOf([filter, test]);
}

/** GROUP_CONCAT: the separator is a literal, and no window has it. */
function inMysql(joined: Joined): Expression | undefined {
  const { node, separator, t } = joined;
  const between = constantText(separator, t);
  if (node.over !== undefined || between === undefined) return undefined;
  t.notice('GROUP_CONCAT_LENGTH', node);
  return {
    ...call('GROUP_CONCAT', [bounded(oneText(joined), node, t)], node.span),
    ...(node.distinct === true && { distinct: true }),
    ...order(joined),
    ...(between !== ',' && { separator: text(between, separator.span) }),
  };
}

/** SQLite's DISTINCT takes no separator: commas of the texts' own stand aside while it is put in. */
function inSqlite(joined: Joined): Expression | undefined {
  const { node, separator, t } = joined;
  const isComma = separator.kind === 'string' && separator.value === ',';
  if (node.distinct !== true || isComma) {
    const values = isComma ? [oneText(joined)] : [oneText(joined), t.value(separator)];
    const distinct = node.distinct === true && { distinct: true };
    return { ...call('group_concat', values, node.span), ...distinct, ...order(joined), ...behind(joined) };
  }
  const marked = t.form('replace($1, char(44), char(31))', [oneText(joined)], node);
  const inner: Expression = {
    ...call('group_concat', [marked], node.span),
    distinct: true,
    ...order(joined),
    ...behind(joined),
  };
  return t.form('replace(replace($1, char(44), $2), char(31), char(44))', [inner, t.value(separator)], node);
}

const WRITERS: Readonly<Record<DialectName, (joined: Joined) => Expression | undefined>> = {
  POSTGRESQL: inPostgresql,
  MYSQL: inMysql,
  SQLITE: inSqlite,
};

/** string_agg(text, separator), group_concat(text[, separator]) */
const withArgument: Compose = ({ node, t }) => {
  const [part, separator] = node.arguments;
  if (part === undefined) return undefined;
  return WRITERS[t.target]({ node, parts: [part], separator: separator ?? text(',', node.span), t });
};

/** MySQL's numbers in ORDER BY count the texts that are joined. */
function withoutNumbers(node: FunctionCall): FunctionCall {
  if (node.orderBy === undefined) return node;
  const orderBy = node.orderBy.map((one) => {
    const meant = one.expression.kind === 'number' ? node.arguments[Number(one.expression.text) - 1] : undefined;
    return meant === undefined ? one : { ...one, expression: meant };
  });
  return { ...node, orderBy };
}

/** GROUP_CONCAT(text, … SEPARATOR separator) */
const withWord: Compose = ({ node, t }: CallPlace) => {
  if (node.limit !== undefined) return undefined;
  return WRITERS[t.target]({
    node: withoutNumbers(node),
    parts: node.arguments,
    separator: node.separator ?? text(',', node.span),
    t,
  });
};

/** array_to_string(array[a, b], separator): NULLs are left out. */
const ofElements: Compose = ({ node, t }) => {
  const [array, separator, ofNulls] = node.arguments;
  if (array === undefined || separator === undefined) return undefined;
  if (array.kind === 'array') {
    const items =
      ofNulls === undefined
        ? array.items
        : array.items.map((one) =>
            fill(templateOf('COALESCE(CAST($1 AS text), $2)', t.from), [one, ofNulls], one.span),
          );
    return inSource('concat_ws($1, :rest)', [separator, ...items], node, t);
  }
  const rows = rowsInMysql(elementType(array, t));
  if (!isArray(array, t) || rows === undefined || (t.target === 'MYSQL' && separator.kind !== 'string'))
    return undefined;
  const written = separator.kind === 'string' ? separator.value.replaceAll("'", "''").replaceAll('\\', '\\\\') : '';
  const form =
    t.target === 'MYSQL'
      ? `CASE WHEN $1 IS NOT NULL THEN COALESCE((SELECT GROUP_CONCAT(${ofNulls === undefined ? 'v' : 'COALESCE(CAST(v AS CHAR), $2)'} ORDER BY ord SEPARATOR '${written}') FROM ${rows} AS elements), '') END`
      : `CASE WHEN $1 IS NOT NULL THEN COALESCE((SELECT group_concat(${ofNulls === undefined ? 'value' : 'COALESCE(value, $3)'}, $2) FROM ${LIST}), '') END`;
  const others = t.target === 'MYSQL' ? [ofNulls] : [separator, ofNulls];
  return t.form(form, [t.value(array), ...others.flatMap((one) => (one === undefined ? [] : [t.value(one)]))], node);
};

/** array_to_string(array_agg(text), separator) */
const ofArray: Compose = (place) => ofGroup(place) ?? ofElements(place);

const ofGroup: Compose = ({ node, t }) => {
  const [array, separator, ofNulls] = node.arguments;
  if (array?.kind !== 'call' || functionOfCall(array, t.from)?.meaning !== 'array_of_group') return undefined;
  const [part] = array.arguments;
  if (part === undefined || separator === undefined || ofNulls !== undefined) return undefined;
  return WRITERS[t.target]({ node: array, parts: [part], separator, t });
};

/** Texts of a group as one. */
export const joinedTextForms: FormTable = {
  join_texts: { ...everywhere(withArgument), whole: true },
  join_texts_by_comma: { ...everywhere(withArgument), whole: true },
  join_texts_mysql: { ...everywhere(withWord), whole: true },
  array_to_string: { my: ofArray, lite: ofArray },
};
