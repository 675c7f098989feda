import type { Dialect } from '../../dialects/index.js';
import type { Token } from '../../lexer/token.js';
import { tokenize } from '../../lexer/tokenize.js';

/** One thing that a trigger does, in the source's own SQL, where all of its conditions are true. */
export type TriggerAction = { readonly conditions: readonly string[] } & (
  | { readonly kind: 'assignment'; readonly column: string; readonly value: string }
  | { readonly kind: 'change'; readonly sql: string }
  /** Ends the statement with an error. */
  | { readonly kind: 'refusal'; readonly message: string }
);

/** What a trigger does, where that is no more than changes of rows, new values and errors, on conditions. */
export interface TriggerBody {
  readonly actions: readonly TriggerAction[];
  /** Whether a function of PostgreSQL's ends with `RETURN NULL`, by which a row is left out before it is changed. */
  readonly returnsNothing: boolean;
}

type Step = TriggerAction extends infer One ? (One extends TriggerAction ? Omit<One, 'conditions'> : never) : never;

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
  const reader = new BodyReader(text, dialect);
  const actions = reader.steps(inner, []);
  if (actions === undefined || actions.length === 0 || changesConditions(actions)) return undefined;
  return { actions, returnsNothing: reader.returnsNothing };
}

function withoutBlock(tokens: Part): Part | undefined {
  if (word(tokens[0]) !== 'BEGIN') return tokens;
  const last = tokens.findLastIndex((token) => word(token) === 'END');
  return last < 0 ? undefined : tokens.slice(1, last);
}

/** Whether a condition reads what an action before it gives, where both are said one after the other. */
function changesConditions(actions: readonly TriggerAction[]): boolean {
  return actions.some(
    (one, at) =>
      one.kind === 'assignment' &&
      actions.slice(at + 1).some(({ conditions }) => conditions.some((each) => readsNew(each, one.column))),
  );
}

/** Whether a text reads a column of the new row. */
export function readsNew(sql: string, column: string): boolean {
  const name = column.replace(/["`[\]]/g, '').replace(/[^\w]/g, '\\$&');
  return new RegExp(`\\bNEW\\s*\\.\\s*["\`]?${name}\\b`, 'i').test(sql);
}

class BodyReader {
  returnsNothing = false;

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
  ) {}

  /** @returns undefined where anything else is done */
  steps(tokens: Part, conditions: readonly string[]): TriggerAction[] | undefined {
    const actions: TriggerAction[] = [];
    for (const part of partsOf(tokens)) {
      const made = word(part[0]) === 'IF' ? this.#branches(part, conditions) : this.#step(part, conditions);
      if (made === undefined) return undefined;
      actions.push(...made);
    }
    return actions;
  }

  /** IF … THEN … [ELSEIF … THEN …] [ELSE …] END IF */
  #branches(part: Part, outer: readonly string[]): TriggerAction[] | undefined {
    const actions: TriggerAction[] = [];
    const former: string[] = [];
    for (const { condition, steps } of branchesOf(part) ?? []) {
      const own = condition === undefined ? [] : [textOf(condition, this.text)];
      // a query may see what a branch before it has changed
      if (former.length > 0 && [...former, ...own].some((one) => /\bSELECT\b/i.test(one))) return undefined;
      const made = this.steps(steps, [...outer, ...former.map((one) => `(${one}) IS NOT TRUE`), ...own]);
      if (made === undefined) return undefined;
      actions.push(...made);
      former.push(...own);
    }
    return former.length === 0 ? undefined : actions;
  }

  #step(part: Part, conditions: readonly string[]): TriggerAction[] | undefined {
    const { text, dialect } = this;
    const first = word(part[0]);
    const all = (steps: Step[] | undefined): TriggerAction[] | undefined =>
      steps?.map((step) => ({ ...step, conditions }));
    if (CHANGES.has(first)) return all([{ kind: 'change', sql: textOf(part, text) }]);
    if (dialect.name === 'MYSQL' && first === 'SET') return all(assignments(part.slice(1), text));
    const refusal = REFUSALS[dialect.name](part, text);
    if (refusal !== undefined) {
      const { message, condition } = refusal;
      return [
        { kind: 'refusal', message, conditions: condition === undefined ? conditions : [...conditions, condition] },
      ];
    }
    if (dialect.name !== 'POSTGRESQL') return undefined;
    if (first === 'RETURN') this.returnsNothing ||= word(part[1]) === 'NULL';
    if (first === 'RETURN' || first === 'NULL') return [];
    return first === 'NEW' ? all(assignments(part, text)) : undefined;
  }
}

interface Branch {
  readonly condition?: Part;
  readonly steps: Part;
}

/** The branches of a whole IF; undefined where it is none. */
function branchesOf(part: Part): Branch[] | undefined {
  const branches: Branch[] = [];
  let depth = 0;
  let condition: Part | undefined;
  let start = 1;
  for (let at = 1; at < part.length; at += 1) {
    const said = word(part[at]);
    const ends = said === 'END';
    if (said === 'CASE' || (said === 'IF' && opens(part, at))) depth += 1;
    else if (ends && depth > 0) {
      depth -= 1;
      if (word(part[at + 1]) === 'IF' || word(part[at + 1]) === 'CASE') at += 1;
    } else if (depth === 0 && said === 'THEN') {
      condition = part.slice(start, at);
      start = at + 1;
    } else if (depth === 0 && (said === 'ELSEIF' || said === 'ELSIF' || said === 'ELSE' || ends)) {
      branches.push({ ...(condition !== undefined && { condition }), steps: part.slice(start, at) });
      condition = undefined;
      start = at + 1;
      if (ends) return at + 2 === part.length ? branches : undefined;
    }
  }
  return undefined;
}

/** Whether IF begins a statement: it is a function of MySQL's, too. */
const opens = (tokens: Part, at: number): boolean => {
  const before = tokens[at - 1];
  return before?.text === ';' || ['THEN', 'ELSE', 'BEGIN'].includes(word(before));
};

/** Statements, of which an IF is one with all of its own. */
function partsOf(tokens: Part): Part[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, at) => {
    const isIf = word(token) === 'IF';
    if (isIf && (at === 0 || opens(tokens, at))) depth += 1;
    else if (isIf && word(tokens[at - 1]) === 'END') depth -= 1;
    if (token.text === ';' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts.filter(({ length }) => length > 0);
}

type Refusal = { readonly message: string; readonly condition?: string };

/** How each source ends a statement with an error of a text that is written out. */
const REFUSALS: Readonly<Record<Dialect['name'], (part: Part, text: string) => Refusal | undefined>> = {
  POSTGRESQL: (part, text) => {
    const [, level, message, next] = part;
    if (word(part[0]) !== 'RAISE' || word(level) !== 'EXCEPTION' || message?.kind !== 'string') return undefined;
    const said = textOf([message], text);
    // places for values are filled in there
    return said.includes('%') || (next !== undefined && word(next) !== 'USING') ? undefined : { message: said };
  },
  MYSQL: (part, text) => {
    const [signal, state] = part;
    const at = part.findIndex((token) => word(token) === 'MESSAGE_TEXT');
    const message = part[at + 2];
    if (word(signal) !== 'SIGNAL' || word(state) !== 'SQLSTATE' || message?.kind !== 'string') return undefined;
    return at < 0 ? undefined : { message: textOf([message], text) };
  },
  SQLITE: (part, text) => {
    const said = textOf(part, text);
    const plain =
      /^SELECT\s+RAISE\s*\(\s*(?:ABORT|FAIL|ROLLBACK)\s*,\s*('(?:[^']|'')*')\s*\)(?:\s+WHERE\s+([^]+))?$/i.exec(said);
    const cased =
      /^SELECT\s+CASE\s+WHEN\s+([^]+?)\s+THEN\s+RAISE\s*\(\s*(?:ABORT|FAIL|ROLLBACK)\s*,\s*('(?:[^']|'')*')\s*\)\s+END$/i.exec(
        said,
      );
    const message = plain?.[1] ?? cased?.[2];
    const condition = plain?.[2] ?? cased?.[1];
    if (message === undefined || /\bRAISE\b/i.test(condition ?? '')) return undefined;
    return { message, ...(condition !== undefined && { condition }) };
  },
};

/** `NEW.a = 1, NEW.b = 2` */
function assignments(tokens: Part, text: string): Step[] | undefined {
  const made: Step[] = [];
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
