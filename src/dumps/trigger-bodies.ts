import { tokenize, type Dialect, type DialectName, type Token } from '../sql/index.js';

/** One thing that a trigger does, in the source's own SQL. */
export type TriggerAction =
  | { readonly kind: 'assignment'; readonly column: string; readonly value: string }
  | { readonly kind: 'change'; readonly sql: string };

/** What a trigger does, where that is no more than changes of rows and new values, on one condition at most. */
export interface TriggerBody {
  readonly condition: string | undefined;
  readonly actions: readonly TriggerAction[];
}

/** A stretch of tokens, without the semicolon that ends it. */
type Part = readonly Token[];

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE']);

const word = (token: Token | undefined): string => (token?.kind === 'word' ? token.text.toUpperCase() : '');

/**
 * Reads the body of a trigger.
 *
 * @param text `BEGIN … END`, or one statement
 * @returns undefined where it does anything else
 */
export function triggerBody(text: string, dialect: Dialect): TriggerBody | undefined {
  const tokens = tokenize(text, dialect).filter(({ kind }) => kind !== 'comment');
  const inner = withoutBlock(tokens);
  if (inner === undefined) return undefined;
  const condition = word(inner[0]) === 'IF' ? inner.findIndex((token) => word(token) === 'THEN') : -1;
  if (condition < 0) return bodyOf(inner, undefined, text, dialect);
  const end = inner.findIndex(
    (token, index) => index > condition && word(token) === 'END' && word(inner[index + 1]) === 'IF',
  );
  if (end < 0) return undefined;
  const rest = inner.slice(end + 2).filter(({ text: written }) => written !== ';');
  // what a function of PostgreSQL gives back is told by when its trigger fires
  if (rest.length > 0 && word(rest[0]) !== 'RETURN') return undefined;
  return bodyOf(inner.slice(condition + 1, end), textOf(inner.slice(1, condition), text), text, dialect);
}

function bodyOf(tokens: Part, condition: string | undefined, text: string, dialect: Dialect): TriggerBody | undefined {
  const actions: TriggerAction[] = [];
  for (const part of partsOf(tokens)) {
    if (word(part[0]) === 'RETURN') continue;
    const made = actionsOf(part, text, dialect.name);
    if (made === undefined) return undefined;
    actions.push(...made);
  }
  return actions.length === 0 ? undefined : { condition, actions };
}

function withoutBlock(tokens: Part): Part | undefined {
  if (word(tokens[0]) !== 'BEGIN') return tokens;
  const last = tokens.findLastIndex((token) => word(token) === 'END');
  return last < 0 ? undefined : tokens.slice(1, last);
}

function partsOf(tokens: Part): Part[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0);
}

function actionsOf(part: Part, text: string, source: DialectName): TriggerAction[] | undefined {
  const first = word(part[0]);
  if (CHANGES.has(first)) return [{ kind: 'change', sql: textOf(part, text) }];
  if (source === 'MYSQL' && first === 'SET') return assignments(part.slice(1), text);
  return source === 'POSTGRESQL' && first === 'NEW' ? assignments(part, text) : undefined;
}

/** `NEW.a = 1, NEW.b = 2` */
function assignments(tokens: Part, text: string): TriggerAction[] | undefined {
  const made: TriggerAction[] = [];
  for (const part of listed(tokens)) {
    const [of, dot, column, sign, ...value] = part;
    if (word(of) !== 'NEW' || dot?.text !== '.' || column === undefined || value.length === 0) return undefined;
    const skipped = sign?.text === ':' && value[0]?.text === '=' ? value.slice(1) : value;
    if (sign?.text !== '=' && sign?.text !== ':=' && skipped === value) return undefined;
    made.push({ kind: 'assignment', column: column.text, value: textOf(skipped, text) });
  }
  return made;
}

/** What stands between commas that are in no parentheses. */
function listed(tokens: Part): Part[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function textOf(tokens: Part, text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}
