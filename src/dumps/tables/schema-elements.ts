import {
  placeInScript,
  positionAt,
  tokenize,
  firstWordsOf,
  type Dialect,
  type OwnSchemas,
  type ScriptStatement,
} from '../../sql/index.js';

/** A schema that is made with what is in it, as statements of their own. */
interface SchemaElements {
  /** CREATE SCHEMA alone. */
  readonly head: ScriptStatement;
  readonly schema: string;
  /** Its tables, views, indexes, … in their order, whose names say no schema. */
  readonly elements: readonly ScriptStatement[];
}

const MAKES_SCHEMA = /^CREATE SCHEMA (?:IF NOT EXISTS )?(?!AUTHORIZATION\b)("[^"]+"|[^\s"(;]+)/i;
const STARTS_ELEMENT: ReadonlySet<string> = new Set(['CREATE', 'GRANT']);

/**
 * PostgreSQL's CREATE SCHEMA with elements; undefined for any other statement.
 * https://www.postgresql.org/docs/current/sql-createschema.html
 */
function schemaElements(statement: ScriptStatement, dialect: Dialect): SchemaElements | undefined {
  if (dialect.name !== 'POSTGRESQL' || statement.literals !== undefined) return undefined;
  const name = MAKES_SCHEMA.exec(firstWordsOf(statement))?.[1];
  const starts = name === undefined ? [] : startsOf(statement);
  if (name === undefined || starts.length === 0) return undefined;
  const { text } = statement;
  const ends = [...starts.slice(1), text.length];
  return {
    head: { ...statement, text: text.slice(0, starts[0]), tokens: tokenize(text.slice(0, starts[0]), dialect) },
    schema: name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase(),
    elements: starts.map((start, index) => {
      const own = text.slice(start, ends[index]).trimEnd();
      const position = placeInScript(statement, positionAt(text, start));
      return { kind: 'statement', text: own, tokens: tokenize(own, dialect), position };
    }),
  };
}

/** Where the elements start: outside of parentheses no other part of one begins with these words. */
function startsOf({ tokens }: ScriptStatement): number[] {
  const starts: number[] = [];
  let depth = 0;
  let isFirst = true;
  for (const { kind, text, start } of tokens) {
    if (kind === 'comment') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (!isFirst && depth === 0 && kind === 'word' && STARTS_ELEMENT.has(text.toUpperCase())) starts.push(start);
    isFirst = false;
  }
  return starts;
}

/** The statements that a statement of a script stands for, with their schema as it is for each. */
export function* eachStatement(
  statement: ScriptStatement,
  dialect: Dialect,
  schemas: OwnSchemas,
): Generator<ScriptStatement> {
  const made = schemaElements(statement, dialect);
  yield made?.head ?? statement;
  if (made === undefined) return;
  schemas.enter(made.schema);
  yield* made.elements;
  schemas.leave();
}
