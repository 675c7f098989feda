import type { Expression, FunctionCall } from '../../../ast/index.js';
import { inSource } from '../../in-source.js';
import type { Compose, FormRow, FormTable } from '../form.js';

interface Wanted {
  readonly value: Expression;
  readonly among: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** The value whose place is asked for, and what it is put among; undefined for several keys and for bounded rows. */
function wantedOf({ arguments: values, withinGroup = [], filter, over }: FunctionCall): Wanted | undefined {
  const [value, another] = values;
  const [item, second] = withinGroup;
  if (value === undefined || item === undefined || another !== undefined || second !== undefined) return undefined;
  if (filter !== undefined || over !== undefined || item.using !== undefined || value.kind === 'null') return undefined;
  const descending = item.direction === 'desc';
  // https://www.postgresql.org/docs/current/queries-order.html: NULLs are larger than anything
  return {
    value,
    among: item.expression,
    descending,
    nullsFirst: (item.nulls ?? (descending ? 'first' : 'last')) === 'first',
  };
}

/** A rank that a value would have, by the conditions that a row is before it, and that it is before or the same. */
const rankOf = (sql: (before: string, within: string, firstNulls: string) => string): FormRow => {
  const form: Compose = ({ node, t }) => {
    const wanted = wantedOf(node);
    if (wanted === undefined) return undefined;
    const { value, among, descending, nullsFirst } = wanted;
    const hasNulls = nullsFirst && t.typeOf(among).nullable !== false;
    const orNull = hasNulls ? '$1 IS NULL OR ' : '';
    const sign = descending ? '>' : '<';
    const nulls = hasNulls ? ' + COALESCE(MAX(CASE WHEN $1 IS NULL THEN 1 ELSE 0 END), 0)' : '';
    return inSource(sql(`${orNull}$1 ${sign} $2`, `${orNull}$1 ${sign}= $2`, nulls), [among, value], node, t);
  };
  return { my: form, lite: form, whole: true };
};

/** https://www.postgresql.org/docs/current/functions-aggregate.html#FUNCTIONS-HYPOTHETICAL-TABLE */
export const hypotheticalForms: FormTable = {
  hypothetical_rank: rankOf((before) => `COUNT(CASE WHEN ${before} THEN 1 END) + 1`),
  hypothetical_dense_rank: rankOf(
    (before, _within, nulls) => `COUNT(DISTINCT CASE WHEN ${before} THEN $1 END)${nulls} + 1`,
  ),
  hypothetical_percent_rank: rankOf(
    (before) =>
      `CASE WHEN COUNT(*) = 0 THEN 0.0 ELSE CAST(COUNT(CASE WHEN ${before} THEN 1 END) AS double precision) / COUNT(*) END`,
  ),
  hypothetical_cume_dist: rankOf(
    (_before, within) => `CAST(COUNT(CASE WHEN ${within} THEN 1 END) + 1 AS double precision) / (COUNT(*) + 1)`,
  ),
};
