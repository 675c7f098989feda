type Passed = <T>(values: readonly T[]) => readonly T[];

const all: Passed = (values) => values;
const first: Passed = (values) => values.slice(0, 1);
const behindFirst: Passed = (values) => values.slice(1);
/** A value, and what stands in for that of a row which is not there. */
const valueAndDefault: Passed = (values) => values.filter((_, at) => at !== 1);

const PASSED: ReadonlyMap<string, Passed> = new Map([
  ['coalesce', all],
  ['greatest_strict', all],
  ['least_strict', all],
  ['greatest_without_nulls', all],
  ['least_without_nulls', all],
  ['if', behindFirst],
  ['nullif', first],
  ['minimum', first],
  ['maximum', first],
  ['any_value', first],
  ['first_value', first],
  ['last_value', first],
  ['nth_value', first],
  ['lag', valueAndDefault],
  ['lead', valueAndDefault],
]);

/**
 * The arguments of which a function gives one as it is, of its own row or of another: what is known of these is known of its
 * answer. Undefined of a function that makes something else of them.
 */
export const passedArguments = <T>(meaning: string | undefined, values: readonly T[]): readonly T[] | undefined =>
  PASSED.get(meaning ?? '')?.(values);
