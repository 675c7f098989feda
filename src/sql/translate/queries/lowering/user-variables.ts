import { contains, type Expression, type Span, type VariableAssignment } from '../../../ast/index.js';
import { choose } from '../../made-nodes.js';

/** What a variable is given with each row: the next number, a sum, a number within a group, a rank, or the row's own value. */
export interface Assigned {
  readonly name: string;
  readonly means: 'row' | 'sum' | 'row of group' | 'rank' | 'dense_rank' | 'value';
  /** What is added up, what makes the groups, what is ranked by, or the value. */
  readonly of?: Expression;
  /** The variable that has what `of` was in the row before. */
  readonly previous?: string;
  readonly span: Span;
}

/** Reads an assignment behind others of the same row; undefined where it means anything else. */
export function readAssignment(
  { target, value, span }: VariableAssignment,
  before: readonly Assigned[],
): Assigned | undefined {
  const { name } = target;
  if (isNext(value, name)) return { name, means: 'row', span };
  const added = addedTo(value, name);
  if (added !== undefined) return isNeverNull(added) ? { name, means: 'sum', of: added, span } : undefined;
  if (!hasVariables(value)) return { name, means: 'value', of: value, span };
  const choice = choiceIn(value);
  // what the row before had is no longer there once it was assigned
  if (choice === undefined || before.some((one) => one.name === choice.previous)) return undefined;
  const { same, other, of, previous } = choice;
  const rest = { name, of, previous, span };
  if (isNext(same, name) && other.kind === 'number' && other.text === '1') return { ...rest, means: 'row of group' };
  if (!isVariable(same, name)) return undefined;
  if (isNext(other, name)) return { ...rest, means: 'dense_rank' };
  const counter = other.kind === 'variable' ? before.find((one) => one.name === other.name) : undefined;
  return counter?.means === 'row' ? { ...rest, means: 'rank' } : undefined;
}

/** What an expression assigns: `@n := …`, or IF(…, @n := …, @n := …); undefined where it is no such thing. */
export function assignmentIn(node: Expression): VariableAssignment | undefined {
  if (node.kind === 'variable-assignment') return node;
  const [condition, same, other] = branchesOf(node);
  if (condition === undefined || same?.kind !== 'variable-assignment' || other?.kind !== 'variable-assignment')
    return undefined;
  if (same.target.name !== other.target.name) return undefined;
  return { ...same, value: choose([[condition, same.value]], other.value, node.span), span: node.span };
}

const isVariable = (node: Expression, name: string): boolean => node.kind === 'variable' && node.name === name;

const hasVariables = (node: Expression): boolean =>
  contains(node, ({ kind }) => kind === 'variable' || kind === 'variable-assignment');

/** What is added to a variable. */
function addedTo(node: Expression, name: string): Expression | undefined {
  if (node.kind !== 'binary' || node.operator !== 'add') return undefined;
  const other = isVariable(node.left, name) ? node.right : isVariable(node.right, name) ? node.left : undefined;
  return other !== undefined && !hasVariables(other) ? other : undefined;
}

function isNext(node: Expression, name: string): boolean {
  const added = addedTo(node, name);
  return added?.kind === 'number' && added.text === '1';
}

/** NULL would make NULL of the sum in all rows that follow. */
const isNeverNull = (node: Expression): boolean =>
  node.kind === 'call' &&
  /^(coalesce|ifnull)$/i.test(node.name.parts[node.name.parts.length - 1]?.value ?? '') &&
  node.arguments[node.arguments.length - 1]?.kind === 'number';

interface Choice {
  readonly previous: string;
  readonly of: Expression;
  readonly same: Expression;
  readonly other: Expression;
}

/** IF(@previous = x, same, other), or the same as CASE. */
function choiceIn(node: Expression): Choice | undefined {
  const [condition, same, other] = branchesOf(node);
  if (condition?.kind !== 'binary' || condition.operator !== 'equal' || same === undefined || other === undefined)
    return undefined;
  const [variable, of] =
    condition.left.kind === 'variable' ? [condition.left, condition.right] : [condition.right, condition.left];
  return variable.kind === 'variable' && !hasVariables(of) ? { previous: variable.name, of, same, other } : undefined;
}

function branchesOf(node: Expression): readonly (Expression | undefined)[] {
  if (node.kind === 'call' && node.name.parts[0]?.value.toLowerCase() === 'if') return node.arguments;
  if (node.kind !== 'case' || node.operand !== undefined || node.branches.length !== 1) return [];
  const [branch] = node.branches;
  return [branch?.condition, branch?.result, node.otherwise];
}
