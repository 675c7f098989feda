import { binary, choose, isNull, number, text } from '../made-nodes.js';
import { contains, type Expression } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import { resultsAlike } from '../expressions/comparisons/common-values.js';
import { alike } from '../expressions/comparisons/alike.js';
import { isNumber, isText } from '../expressions/coercion.js';
import { withFarthest } from '../expressions/moments/endless-values.js';
import { bySourceRules, chosenText, firstWritten, noticeOfText } from '../expressions/texts/text-comparison.js';
import { condition } from '../expressions/truth.js';
import { type CallPlace, type Compose, type FormTable } from './form.js';

/** IF(condition, value, otherwise) */
const ifElse: Compose = ({ node, values, t }) => {
  const [asked, ...others] = node.arguments;
  if (asked === undefined || values.length < 2) return undefined;
  const [value, otherwise] = resultsAlike(others, t) as [Expression, Expression | undefined];
  return choose([[condition(asked, t), value]], otherwise, node.span);
};

/** iif(a, 1, b, 2, 3): pairs of a condition and a value, and what holds otherwise. */
const ifChain: Compose = ({ node, values, t }) => {
  const hasRest = values.length % 2 === 1;
  const isResult = (index: number): boolean => index % 2 === 1 || (hasRest && index === values.length - 1);
  const results = resultsAlike(
    node.arguments.filter((_, index) => isResult(index)),
    t,
  );
  const asked = node.arguments.filter((_, index) => !isResult(index));
  const branches = asked.map((one, index) => [condition(one, t), results[index] as Expression] as const);
  return choose(branches, hasRest ? results[results.length - 1] : undefined, node.span);
};

/** The first that is not NULL, all of one type. */
const firstOf: Compose = ({ node, t }) => t.form('COALESCE(:rest)', resultsAlike(node.arguments, t), node);

/** Values are compared as the source has them. */
const nullIf: Compose = ({ node, t }) => {
  const [value] = node.arguments as [Expression];
  const values = alike(node.arguments, t, 'equality');
  // what is compared by other rules than the target's is not what is shown
  const areWritten = node.arguments.every(({ kind }) => kind === 'string');
  if (areWritten || bySourceRules(value, t, 'equality'))
    return t.form('CASE WHEN $1 = $2 THEN NULL ELSE $3 END', [...values, t.value(value)], node);
  return t.form('NULLIF($1, $2)', values, node);
};

const ifNotNull: Compose = ({ node, values, t }) => {
  const [value] = values as [Expression];
  const [some, none] = resultsAlike(node.arguments.slice(1), t) as [Expression, Expression];
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END', [value, some, none], node);
};

/** How many values are NULL, or are not. */
const countNulls =
  (test: string): Compose =>
  ({ node, values, t }) => {
    const tests = values.map((_, index) => `CASE WHEN $${index + 1} ${test} THEN 1 ELSE 0 END`);
    return t.form(tests.join(' + '), values, node);
  };

/** INTERVAL(n, a, b …): how many of the bounds, which ascend, are not greater. */
const intervalPosition: Compose = ({ node, values }) => {
  const [value, ...bounds] = values as [Expression, ...Expression[]];
  const branches = bounds.map((bound, index) => [binary('less', value, bound), number(index, node.span)] as const);
  return choose([[isNull(value), number(-1, node.span)], ...branches], number(bounds.length, node.span), node.span);
};

/** Whether a choice takes the value that comes first or the one that comes last. */
const isLeast = (called: string): boolean => called === 'LEAST' || called === 'MIN';

/** Values among which the order of the source's texts chooses. */
function chosen({ node, values: given, t }: CallPlace): Expression[] {
  noticeOfText(node.arguments, t, 'order');
  const nearer = withFarthest(node.arguments, t);
  const values = given.map((value, index) => {
    const one = nearer[index];
    return one === undefined || one === node.arguments[index] ? value : t.value(one);
  });
  if (!node.arguments.every((one) => isText(one, t) || one.kind === 'null')) return values;
  return values.map((value, index) => chosenText(node.arguments[index] as Expression, value, t, 'order'));
}

/** The choice among texts that are written out; numbers and texts have an order of each engine's own. */
function ofWritten(called: string, { node, t }: CallPlace): Expression | undefined {
  const textual = node.arguments.find((one) => isText(one, t));
  if (textual !== undefined && node.arguments.some((one) => isNumber(one, t)))
    t.refuse(
      textual,
      'Each engine has another order of numbers and texts beside one another.',
      'Cast them to one type.',
    );
  const first = firstWritten(node.arguments, t, isLeast(called) ? 'least' : 'greatest');
  return first && t.value(first);
}

/** NULL where any of the values is, else what the target's own function says. */
const strict =
  (called: string): Compose =>
  (place) => {
    const { node, t } = place;
    const written = ofWritten(called, place);
    if (written !== undefined) return written;
    const values = chosen(place);
    const places = values.map((_, index) => `$${index + 1}`);
    const plain = t.form(`${called}(${places.join(', ')})`, values, node);
    const nullable = node.arguments.flatMap((value, index) => (t.typeOf(value).nullable === false ? [] : [index]));
    if (nullable.length === 0 || t.takesPlainer(node, 'where a value is NULL')) return plain;
    const tests = nullable.map((index) => `$${index + 1} IS NULL`).join(' OR ');
    return t.form(`CASE WHEN ${tests} THEN NULL ELSE ${called}(${places.join(', ')}) END`, values, node);
  };

const plainly =
  (called: string): Compose =>
  (place) => {
    const { node, t } = place;
    return ofWritten(called, place) ?? t.form(`${called}(:rest)`, chosen(place), node);
  };

/** The values without NULLs: any of them stands in for one that is NULL. */
const withoutNulls =
  (called: string): Compose =>
  (place) => {
    const { node, t } = place;
    const values = chosen(place);
    const places = values.map((_, index) => `$${index + 1}`);
    if (!t.isExact && node.arguments.some((value) => t.typeOf(value).nullable !== false)) {
      t.takesPlainer(node, 'where a value is NULL');
      return t.form(`${called}(:rest)`, values, node);
    }
    const filled = places.map((place, index) => {
      const own = node.arguments[index] as Expression;
      return t.typeOf(own).nullable === false
        ? place
        : `COALESCE(${[place, ...places.filter((other) => other !== place)].join(', ')})`;
    });
    return t.form(`${called}(${filled.join(', ')})`, values, node);
  };

/** Functions that choose among their arguments. */
/** The words of pg_typeof() for what is computed; of a column its declaration would have to be known. */
const TYPE_WORDS: Readonly<Partial<Record<SqlTypeName, string>>> = {
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DECIMAL: 'numeric',
  FLOAT: 'double precision',
  TEXT: 'text',
  DATE: 'date',
  TIMESTAMP: 'timestamp without time zone',
  TIMESTAMPTZ: 'timestamp with time zone',
  INTERVAL: 'interval',
};

const typeOfExpression: Compose = ({ node, t }) => {
  const [value] = node.arguments;
  if (value === undefined || contains(value, ({ kind }) => kind === 'column')) return undefined;
  if (value.kind === 'string' || value.kind === 'null') return text('unknown', node.span);
  const word = TYPE_WORDS[t.typeName(value) ?? 'OTHER'];
  return word === undefined ? undefined : text(word, node.span);
};

export const conditionalForms: FormTable = {
  type_of_expression: { my: typeOfExpression, lite: typeOfExpression },
  if: { pg: ifElse, my: ifElse, lite: ifElse },
  if_chain: { pg: ifChain, my: ifChain },
  if_null_else: { pg: ifNotNull, my: ifNotNull, lite: ifNotNull },
  coalesce: { pg: firstOf, my: firstOf, lite: firstOf },
  nullif: { pg: nullIf, my: nullIf, lite: nullIf },
  num_nulls: { my: countNulls('IS NULL'), lite: countNulls('IS NULL') },
  num_nonnulls: { my: countNulls('IS NOT NULL'), lite: countNulls('IS NOT NULL') },
  interval_position: { takes: 'number', pg: intervalPosition, lite: intervalPosition },
  likely: { pg: '$1', my: '$1' },
  unlikely: { pg: '$1', my: '$1' },
  likelihood: { pg: '$1', my: '$1' },
  is_null: { pg: '$1 IS NULL', lite: '$1 IS NULL' },
  greatest_strict: {
    pg: strict('GREATEST'),
    my: plainly('GREATEST'),
    lite: plainly('MAX'),
  },
  least_strict: {
    pg: strict('LEAST'),
    my: plainly('LEAST'),
    lite: plainly('MIN'),
  },
  greatest_without_nulls: { my: withoutNulls('GREATEST'), lite: withoutNulls('MAX') },
  least_without_nulls: { my: withoutNulls('LEAST'), lite: withoutNulls('MIN') },
};
