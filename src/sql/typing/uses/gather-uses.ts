import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  asked,
  walk,
  type BinaryExpression,
  type Expression,
  type Node,
  type NodeKind,
  type NodeOf,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';
import type { Family } from './family.js';
import { READS_NUMBERS, takenFamily } from './taken-families.js';

/** Keeps what is found. */
export type KeepUse = (node: Expression, family: Family) => void;

interface Gatherer {
  readonly dialect: Dialect;
  readonly take: KeepUse;
  /** Values that stand beside one another, to be compared or chosen among. */
  readonly groups: Expression[][];
}

type Reader<Kind extends NodeKind> = (node: NodeOf<Kind>, to: Gatherer) => void;
type Readers = { readonly [Kind in NodeKind]?: Reader<Kind> };

const COMPARES = /^(equal|not-equal|less|less-or-equal|greater|greater-or-equal|distinct|not-distinct)$/;
const OF_NUMBERS = /^(multiply|divide|divide-exact|divide-integer|modulo|power|bit-.*|shift-.*)$/;

function takeAll(nodes: readonly (Expression | undefined)[], family: Family, to: Gatherer): void {
  for (const node of nodes) if (node !== undefined) to.take(node, family);
}

function readBinary({ operator, left, right }: BinaryExpression, to: Gatherer): void {
  if (COMPARES.test(operator)) to.groups.push([left, right]);
  else if (OF_NUMBERS.test(operator)) takeAll([left, right], 'number', to);
  else if (operator === 'json-get' || operator === 'json-get-text') to.take(left, 'document');
  else if (operator === 'add' || operator === 'subtract') readSum(left, right, to);
}

/** What an interval is added to is a moment; else a sum is one of numbers, but for dates and days in PostgreSQL. */
function readSum(left: Expression, right: Expression, to: Gatherer): void {
  const isInterval = (node: Expression): boolean =>
    node.kind === 'interval' || (node.kind === 'typed-literal' && node.type.name.toLowerCase() === 'interval');
  if (isInterval(right)) to.take(left, 'moment');
  else if (isInterval(left)) to.take(right, 'moment');
  else if (to.dialect.name !== 'POSTGRESQL') takeAll([left, right], 'number', to);
}

const hasLetter = (content: string): boolean => /\p{L}/u.test(content);
const readsNumbers = (content: string): boolean => READS_NUMBERS.has(content.toLowerCase());

const READERS: Readers = {
  binary: readBinary,
  between: ({ operand, low, high }, to) => to.groups.push([operand, low, high]),
  'in-list': ({ operand, items }, to) => to.groups.push([operand, ...items]),
  logical: ({ operands }, to) => {
    takeAll(operands, 'truth', to);
  },
  unary: ({ operator, operand }, to) => {
    if (operator === 'not') to.take(operand, 'truth');
  },
  is: ({ operand, test }, to) => {
    if (test === 'TRUE' || test === 'FALSE') to.take(operand, 'truth');
  },
  case: ({ operand, branches }, to) => {
    if (operand === undefined)
      takeAll(
        branches.map(({ condition }) => condition),
        'truth',
        to,
      );
    else to.groups.push([operand, ...branches.map(({ condition }) => condition)]);
  },
  select: ({ where, having }, to) => {
    takeAll([where, having], 'truth', to);
  },
  join: ({ on }, to) => {
    takeAll([on], 'truth', to);
  },
  update: ({ where }, to) => {
    takeAll([where], 'truth', to);
  },
  delete: ({ where }, to) => {
    takeAll([where], 'truth', to);
  },
  'pattern-match': ({ operand, pattern }, to) => {
    if (to.dialect.name === 'POSTGRESQL' || (pattern.kind === 'string' && asked(pattern, hasLetter)))
      to.take(operand, 'text');
  },
  call: (node, to) => {
    const row = functionOfCall(node, to.dialect);
    if (node.filter !== undefined) to.take(node.filter, 'truth');
    if (row === undefined) return;
    const { arguments: values } = node;
    // elsewhere values of any types may stand beside one another
    if (row.meaning === 'nullif' || (row.meaning === 'coalesce' && to.dialect.name === 'POSTGRESQL'))
      to.groups.push([...values]);
    if (row.meaning === 'if' || row.meaning === 'if_chain') takeAll([values[0]], 'truth', to);
    // a number of seconds or days stands before these words
    const words = values.findIndex((one) => one.kind === 'string' && asked(one, readsNumbers));
    if (words >= 0) {
      takeAll([values[words - 1]], 'number', to);
      return;
    }
    values.forEach((value, index) => {
      const family = takenFamily(row, index);
      if (family !== undefined) to.take(value, family);
    });
  },
};

/**
 * Hands over what a statement takes its columns for.
 * @returns values that stand beside one another, and so are of one family
 */
export function gatherUses(root: Node, dialect: Dialect, take: KeepUse): readonly (readonly Expression[])[] {
  const to: Gatherer = { dialect, take, groups: [] };
  walk(root, (node) => {
    const read = READERS[node.kind] as ((node: Node, to: Gatherer) => void) | undefined;
    read?.(node, to);
    return true;
  });
  return to.groups;
}
