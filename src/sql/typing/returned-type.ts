import type { ReturnRule } from '../functions/index.js';
import { commonType } from './common-type.js';
import type { TypingRules } from './rules/index.js';
import { arrayOf, plainType, type SqlType } from './sql-type.js';
import type { Typed } from './typed.js';

type NamedRule = Exclude<ReturnRule, string>;
type RuleReader<Name extends NamedRule['rule']> = (
  rule: Extract<NamedRule, { rule: Name }>,
  values: readonly Typed[],
  rules: TypingRules,
) => SqlType | undefined;

const RULES: { readonly [Name in NamedRule['rule']]: RuleReader<Name> } = {
  ARGUMENT: ({ index }, values) => values[index]?.type,
  COMMON: ({ from }, values, rules) => commonType(values.slice(from), rules.common),
  ARRAY_OF: ({ index }, values) => arrayOf(values[index]?.type),
  ELEMENT_OF: ({ index }, values) => values[index]?.type?.element,
  BY_TYPE: ({ index, types, otherwise }, values, rules) => {
    const value = index === 'ALL' ? { type: commonType(values, rules.common) } : values[index];
    // one name for many types, which a function may take differently
    if (value?.type?.type === 'OTHER') return undefined;
    if (value?.type !== undefined) return plainType(types[value.type.type] ?? otherwise);
    // what takes its type from its surroundings takes the usual one
    return value !== undefined && 'untyped' in value ? plainType(otherwise) : undefined;
  },
  DYNAMIC: () => undefined,
};

/** The type of a call's answer, by its row's rule and its arguments. */
export function returnedType(rule: ReturnRule, values: readonly Typed[], rules: TypingRules): SqlType | undefined {
  if (typeof rule === 'string') return plainType(rule);
  const read = RULES[rule.rule] as RuleReader<NamedRule['rule']>;
  return read(rule, values, rules);
}
