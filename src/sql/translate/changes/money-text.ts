import type { Expression } from '../../ast/index.js';
import { number } from '../made-nodes.js';
import type { Translator } from '../translator.js';

const AMOUNT = /^\s*(-?)\$(\d[\d,]*(?:\.\d+)?)\s*$/;

/**
 * The number that PostgreSQL reads an amount of money for, as its dumps write it: `$1,234.50`, `-$0.05`. The others have
 * decimals for it. https://www.postgresql.org/docs/current/datatype-money.html
 */
export function amountOfText(value: Expression, t: Translator): Expression | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL') return undefined;
  const [, sign = '', digits] = AMOUNT.exec(value.value) ?? [];
  return digits === undefined ? undefined : number(sign + digits.replaceAll(',', ''), value.span);
}
