import type { Expression } from '../../../ast/index.js';
import { resultsAlike } from '../../expressions/comparisons/common-values.js';
import type { Compose, FormRow, FormTable } from '../form.js';
import { aggregates } from './over-rows.js';

/** MariaDB has no third argument: where there is no such row, it is told apart from one with NULL by a value of its own. */
const neighbour = (called: 'LAG' | 'LEAD'): FormRow => {
  const withDefault = aggregates(`CASE WHEN ${called}(1, $2) IS NULL THEN $3 ELSE ${called}($1, $2) END`);
  const form: Compose = (place) =>
    place.node.arguments.length === 3 && place.node.nulls !== 'ignore'
      ? withDefault(place)
      : plain(called, place.node.arguments.length)(place);
  return { pg: withAlikeDefault, my: form, whole: true };
};

/** What stands where there is no such row has the type of the others in PostgreSQL. */
const withAlikeDefault: Compose = ({ node, values, t }) => {
  const [value, distance, otherwise] = node.arguments;
  const over = node.over && { over: t.node(node.over) };
  if (value === undefined || distance === undefined || otherwise === undefined)
    return { ...node, arguments: values, ...over };
  const [made, missing] = resultsAlike([value, otherwise], t) as [Expression, Expression];
  return { ...node, arguments: [made, t.value(distance), missing], ...over };
};

const plain =
  (called: string, count: number): Compose =>
  (place) =>
    place.node.nulls === 'ignore' || place.node.fromLast === true || count > 2
      ? undefined
      : aggregates(`${called}(${count === 2 ? '$1, $2' : '$1'})`)(place);

/** Functions over a window. */
export const windowForms: FormTable = { lag: neighbour('LAG'), lead: neighbour('LEAD') };
