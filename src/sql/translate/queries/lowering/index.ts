/**
 * Forms of queries that a target has not, said in other words of the source: each step answers with a query that means the
 * same, or with the same query. What comes out is translated like any other.
 */
import type { Query } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';

/** One way to say a query in other words; it answers with the query itself where there is nothing to say otherwise. */
export type Lowering = (query: Query, t: Translator) => Query;

const STEPS: readonly Lowering[] = [];

export const lowered: Lowering = (query, t) => STEPS.reduce((made, step) => step(made, t), query);
