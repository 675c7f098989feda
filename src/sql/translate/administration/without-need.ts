import type { Statement } from '../../ast/index.js';
import { tokenize } from '../../lexer/tokenize.js';
import { nothingToDo } from '../definitions/nothing-to-do.js';
import { firstWordsOf } from '../script/first-words.js';
import type { Translator } from '../translator.js';
import { refuseKind } from '../untranslated.js';
import { restartedSequence } from './restarted-sequences.js';
import { sessionRow, whyByItself, type SessionRow } from './session-statements.js';

/** A statement about a session, a server or its users: nothing, where the table of such statements leaves it out. */
export function withoutNeed(node: Statement, t: Translator): Statement {
  const row = rowOf(node, t);
  return row === undefined ? refuseKind(node, t) : leftOut(node, row, t);
}

/** PostgreSQL's functions that set something, where a query does nothing but call one; undefined for any other statement. */
export function withoutNeedOfCall(node: Statement, t: Translator): Statement | undefined {
  if (node.kind !== 'query' || t.source !== 'POSTGRESQL' || !callsFirst(node, SETTERS)) return undefined;
  const restarted = restartedSequence(node, t);
  if (restarted !== undefined) return restarted;
  const row = rowOf(node, t);
  return row && leftOut(node, row, t);
}

const SETTERS: ReadonlySet<string> = new Set(['setval', 'set_config']);

function callsFirst({ body }: Extract<Statement, { kind: 'query' }>, names: ReadonlySet<string>): boolean {
  const [first, second] = body.kind === 'select' ? body.columns : [];
  const call = first?.expression;
  return second === undefined && call?.kind === 'call' && names.has(call.name.parts.at(-1)?.value.toLowerCase() ?? '');
}

function rowOf(node: Statement, t: Translator): SessionRow | undefined {
  const text = t.wholeTextOf(node);
  // a comment whose code is read may end behind the statement
  const isOpen = text.lastIndexOf('/*') > text.lastIndexOf('*/');
  const words = firstWordsOf({ tokens: tokenize(isOpen ? `${text} */` : text, t.from) });
  const row = sessionRow(words.toUpperCase(), t.source);
  return row?.inScripts === true ? undefined : row;
}

function leftOut(node: Statement, row: SessionRow, t: Translator): Statement {
  const isLost = row.loses === true && row.showsLater !== true;
  t.notice(isLost ? 'SERVER_PART_DROPPED' : 'STATEMENT_DROPPED', node, whyByItself(row));
  return nothingToDo(node, t);
}
