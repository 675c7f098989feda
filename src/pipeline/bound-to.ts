import type { RegisteredDatabase } from '../databases/index.js';
import { bindParameters, bindPart, dialects, type Dialect } from '../sql/index.js';
import type { ReadyStatement } from './execute-transaction.js';
import type { Carried } from './translate.js';

/** A statement, and the steps that it comes to, with the values that were given. */
export function boundTo(
  { prepared, steps, source }: Carried,
  { adapter }: RegisteredDatabase,
  params: unknown,
  from: Dialect,
): Pick<ReadyStatement, 'bound' | 'steps'> {
  const spoken = dialects[adapter.dialect];
  const written = steps?.source ?? source;
  if (written === undefined)
    return { bound: bindParameters(prepared.statement, spoken, params, from), steps: undefined };
  // whether values and places fit each other is told by the source: each step has some of them
  bindParameters(written.statement, from, params);
  if (steps === undefined) return { bound: bindPart(prepared.statement, spoken, params, from), steps };
  const all = steps.all.map((each) => ({ prepared: each, bound: bindPart(each.statement, spoken, params, from) }));
  const main = all.find((each) => each.prepared === prepared);
  return { bound: (main as (typeof all)[number]).bound, steps: { all, answer: steps.answer } };
}
