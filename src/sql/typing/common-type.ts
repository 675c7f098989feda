import { arrayOf, isSameType, plainType, type SqlType, type SqlTypeName } from './sql-type.js';
import type { CommonTypeRules } from './rules/typing-rules.js';
import type { Typed } from './typed.js';

/** The type that two become; undefined where they have none in common, or it can't be told. */
export function commonOfTwo(
  one: SqlType | undefined,
  other: SqlType | undefined,
  rules: CommonTypeRules,
): SqlType | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (isSameType(one, other)) return one;
  if (one.type === 'ARRAY' && other.type === 'ARRAY') return arrayOf(commonOfTwo(one.element, other.element, rules));
  const name = one.type === other.type ? one.type : commonName(one.type, other.type, rules);
  return name === undefined ? undefined : plainType(name);
}

function commonName(one: SqlTypeName, other: SqlTypeName, rules: CommonTypeRules): SqlTypeName | undefined {
  const both = [one, other];
  const chain = rules.chains.find((names) => both.every((name) => names.includes(name)));
  if (chain !== undefined) return chain[Math.max(chain.indexOf(one), chain.indexOf(other))];
  const pair = rules.pairs.find(([first, second]) => both.includes(first) && both.includes(second));
  return pair?.[2] ?? rules.absorbing.find((name) => both.includes(name)) ?? rules.otherwise;
}

/** What tells of one type or none, for any number of values. Values that ask for a type themselves have no say. */
export function commonType(values: readonly Typed[], rules: CommonTypeRules): SqlType | undefined {
  const telling = values.filter(({ untyped }) => untyped === undefined);
  const [first, ...others] = telling.length > 0 ? telling : values.filter(({ type }) => type !== undefined);
  let common = first?.type;
  for (const { type } of others) common = commonOfTwo(common, type, rules);
  return common;
}
