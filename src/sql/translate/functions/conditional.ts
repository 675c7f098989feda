import { choose } from '../made-nodes.js';
import type { Expression } from '../../ast/index.js';
import { condition } from '../expressions/truth.js';
import { noneNull, always, type Compose, type FormTable } from './form.js';

/** IF(condition, value, otherwise) */
const ifElse: Compose = ({ node, values, t }) => {
  const [asked] = node.arguments;
  const [, value, otherwise] = values;
  if (asked === undefined || value === undefined) return undefined;
  return choose([[condition(asked, t), value]], otherwise, node.span);
};

/** iif(a, 1, b, 2, 3): pairs of a condition and a value, and what holds otherwise. */
const ifChain: Compose = ({ node, values, t }) => {
  const branches: (readonly [Expression, Expression])[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    branches.push([condition(node.arguments[at] as Expression, t), values[at + 1] as Expression]);
  }
  return choose(branches, values.length % 2 === 1 ? values[values.length - 1] : undefined, node.span);
};

/** NULL where any of the values is, else what the target's own function says. */
const strict =
  (called: string): Compose =>
  ({ node, values, t }) => {
    const places = values.map((_, index) => `$${index + 1}`);
    const plain = t.form(`${called}(${places.join(', ')})`, values, node);
    const nullable = node.arguments.flatMap((value, index) => (t.typeOf(value).nullable === false ? [] : [index]));
    if (nullable.length === 0) return plain;
    const tests = nullable.map((index) => `$${index + 1} IS NULL`).join(' OR ');
    return t.form(`CASE WHEN ${tests} THEN NULL ELSE ${called}(${places.join(', ')}) END`, values, node);
  };

/** The values without NULLs: any of them stands in for one that is NULL. */
const withoutNulls =
  (called: string): Compose =>
  ({ node, values, t }) => {
    const places = values.map((_, index) => `$${index + 1}`);
    const filled = places.map((place, index) => {
      const own = node.arguments[index] as Expression;
      return t.typeOf(own).nullable === false
        ? place
        : `COALESCE(${[place, ...places.filter((other) => other !== place)].join(', ')})`;
    });
    return t.form(`${called}(${filled.join(', ')})`, values, node);
  };

/** Functions that choose among their arguments. */
export const conditionalForms: FormTable = {
  if: { pg: ifElse, my: ifElse, lite: ifElse },
  if_chain: { pg: ifChain, my: ifChain },
  if_null_else: {
    pg: 'CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END',
    lite: 'CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END',
  },
  is_null: { pg: '$1 IS NULL', lite: '$1 IS NULL' },
  greatest_strict: {
    pg: [
      { when: noneNull, form: 'GREATEST(:rest)' },
      { when: always, form: strict('GREATEST') },
    ],
    my: 'GREATEST(:rest)',
    lite: 'MAX(:rest)',
  },
  least_strict: {
    pg: [
      { when: noneNull, form: 'LEAST(:rest)' },
      { when: always, form: strict('LEAST') },
    ],
    my: 'LEAST(:rest)',
    lite: 'MIN(:rest)',
  },
  greatest_without_nulls: { my: withoutNulls('GREATEST'), lite: withoutNulls('MAX') },
  least_without_nulls: { my: withoutNulls('LEAST'), lite: withoutNulls('MIN') },
};
