import type { Expression, FunctionCall } from '../../../ast/index.js';
import { asKind, kindOfType, momentOf, type MomentKind } from '../../expressions/moments/moments.js';
import type { IntervalValue } from '../../expressions/intervals/interval-values.js';
import { binary, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { monthsBetween } from './arithmetic.js';

/** Days of an age, of two dates and of two moments: the earlier one's month says how long the month is that is borrowed. */
const OF_DAYS = {
  MYSQL: {
    DATE: 'DAY($2) - DAY($1) + CASE WHEN DAY($2) < DAY($1) THEN DAY(LAST_DAY($1)) ELSE 0 END',
    TIMESTAMP: `DAY($2) - DAY($1) - (TIME($2) < TIME($1))
      + CASE WHEN DAY($2) - (TIME($2) < TIME($1)) < DAY($1) THEN DAY(LAST_DAY($1)) ELSE 0 END`,
  },
  SQLITE: {
    DATE: `strftime('%d', $2) - strftime('%d', $1) + CASE WHEN strftime('%d', $2) < strftime('%d', $1)
      THEN strftime('%d', $1, 'start of month', '+1 month', '-1 day') ELSE 0 END`,
    TIMESTAMP: `strftime('%d', $2) - strftime('%d', $1) - (time($2) < time($1))
      + CASE WHEN strftime('%d %H:%M:%S', $2) < strftime('%d %H:%M:%S', $1)
        THEN strftime('%d', $1, 'start of month', '+1 month', '-1 day') ELSE 0 END`,
  },
} as const;

/** What is left of a day between two moments. */
const OF_TIME = {
  MYSQL: '(TIMESTAMPDIFF(MICROSECOND, $1, $2) % 86400000000) * 0.000001',
  SQLITE: "(strftime('%s', $2) - strftime('%s', $1)) % 86400",
} as const;

/** age(a, b), and age(b) as of today; undefined for another call. */
export function ageOf(node: FunctionCall, meaning: string, t: Translator): IntervalValue | undefined {
  const [to, from] = momentsOfAge(node, meaning, t) ?? [];
  if (to === undefined || from === undefined) return undefined;
  const target = t.target as 'MYSQL' | 'SQLITE';
  const moments = [momentOf(from, t), momentOf(to, t)];
  const kind: MomentKind = moments.every((one) => one.kind === 'DATE') ? 'DATE' : 'TIMESTAMP';
  const [first, last] = moments.map((one) => asKind(one, kind, node, t).made) as [Expression, Expression];
  const elapsed = OF_DAYS[target][kind];
  const backwards = elapsed.replace(/\$[12]/g, (place) => (place === '$1' ? '$2' : '$1'));
  const days = (): Expression =>
    t.form(`CASE WHEN $2 >= $1 THEN ${elapsed} ELSE -(${backwards}) END`, [first, last], node);
  const rest = (): Expression =>
    kind === 'DATE' ? number(0, node.span) : t.form(OF_TIME[target], [first, last], node);
  const inDays = binary('multiply', days(), number(86400, node.span));
  return {
    length: kind === 'DATE' ? inDays : binary('add', inDays, rest()),
    isWhole: kind === 'DATE' || target === 'SQLITE',
    isOfOneSign: true,
    months: () => monthsBetween(from, to, node, t),
    days,
    rest,
  };
}

function momentsOfAge(
  node: FunctionCall,
  meaning: string,
  t: Translator,
): readonly [to: Expression, from: Expression] | undefined {
  const [first, second] = node.arguments;
  if (meaning === 'age_between' && first !== undefined && second !== undefined) return [first, second];
  if (meaning !== 'age_today' || first === undefined || kindOfType(t.typeName(first)) === undefined) return undefined;
  const today: Expression = {
    kind: 'call',
    name: { ...node.name, parts: [{ kind: 'name', value: 'current_date', quoted: false, span: node.span }] },
    arguments: [],
    bare: true,
    span: node.span,
  };
  return [today, first];
}
