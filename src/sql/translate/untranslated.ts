import type { Statement } from '../ast/index.js';
import type { Translator } from './translator.js';

const AS_SCRIPT = 'Translate it as a script with the tables that use it (`dragoman translate`).';
const BY_ITSELF = 'Leave it out, or do it on the server by hand.';

/** Why statements of a kind are not translated by themselves, and what to do. */
const REASONS: Readonly<Partial<Record<Statement['kind'], readonly [why: string, hint: string]>>> = {
  'create-trigger': [
    'A trigger is translated with the function that it calls, and the table that it is of.',
    AS_SCRIPT,
  ],
  'create-routine': [
    'Functions and procedures are in a language of each engine’s own.',
    'Write it anew for the target.',
  ],
  'create-schema': ['Schemas and databases are the target’s own affair.', BY_ITSELF],
  set: ['Settings of a session are each engine’s own.', BY_ITSELF],
  pragma: ['Settings of a session are each engine’s own.', BY_ITSELF],
};

const OTHERWISE =
  'This version translates queries, changes of rows and definitions of tables; this is another statement.';

/** `SET @n := 0`, which other statements of the session read. */
const setsVariable = (statement: Statement): boolean =>
  statement.kind === 'set' && statement.assignments.some(({ target }) => target.kind === 'variable' && target.system === undefined);

const VARIABLE = [
  'A variable of a user lives in a session of MySQL’s alone.',
  'Number rows by row_number() OVER (ORDER BY …), and give values as parameters.',
] as const;

/** @throws DragomanError UNTRANSLATABLE for a statement of a kind that is not translated by itself */
export function refuseKind(statement: Statement, t: Translator): never {
  const [why, hint] = setsVariable(statement) ? VARIABLE : (REASONS[statement.kind] ?? []);
  return t.refuse(statement, why ?? OTHERWISE, hint);
}
