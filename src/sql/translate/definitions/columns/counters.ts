import type {
  ColumnDefinition,
  ColumnRule,
  Expression,
  IdentityRule,
  Node,
  SequenceOption,
} from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import type { ColumnMeaning } from './column-meaning.js';

/** How the values of a column that counts by itself begin. */
export interface Counter {
  readonly start?: Expression;
  /** How far each is from the one before, where that is not 1. */
  readonly step?: string;
}

/** A column that counts where no value is given; undefined for any other. */
export function counterOf(
  node: ColumnDefinition,
  meaning: ColumnMeaning | undefined,
  isRowNumber: boolean,
  t: Translator,
): Counter | undefined {
  const rules = node.constraints.map(({ rule }) => rule);
  const identity = rules.find((rule): rule is IdentityRule => rule.kind === 'identity');
  if (identity !== undefined) return ofIdentity(identity, t);
  return meaning?.counts === true || isRowNumber || rules.some(isCounting) ? {} : undefined;
}

export function isCounting(rule: ColumnRule): boolean {
  if (rule.kind === 'auto-increment') return true;
  if (rule.kind === 'primary-key') return rule.autoIncrement === true;
  return rule.kind === 'default-value' && isNextValue(rule.value);
}

/** `nextval('a_id_seq'::regclass)`, as dumps write what SERIAL came to. */
const isNextValue = (value: Expression): boolean =>
  value.kind === 'call' && value.name.parts[value.name.parts.length - 1]?.value.toLowerCase() === 'nextval';

function ofIdentity({ always, options, ...node }: IdentityRule, t: Translator): Counter {
  const at = node as Node;
  if (always) t.notice('DETAIL_DROPPED', at, 'GENERATED ALWAYS becomes BY DEFAULT: values may be given.');
  const step = options.find(({ name }) => name.startsWith('INCREMENT'))?.value;
  const by = step && numberOf(step);
  if (step !== undefined && by === undefined)
    t.refuse(at, 'An identity that counts by such steps has no counterpart in the target.', 'Count by a number.');
  const start = options.find(({ name }) => name.startsWith('START'));
  return {
    ...(start?.value !== undefined && !isNumber(start, '1') && { start: start.value }),
    ...(by !== undefined && by !== '1' && { step: by }),
  };
}

/** A whole number, as it is written. */
export function numberOf(value: Expression): string | undefined {
  if (value.kind === 'unary' && value.operator === 'minus' && value.operand.kind === 'number')
    return `-${value.operand.text}`;
  return value.kind === 'number' ? value.text : undefined;
}

const isNumber = ({ value }: SequenceOption, text: string): boolean => value?.kind === 'number' && value.text === text;
