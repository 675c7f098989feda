import type { AlterSequence, AlterType, CreateSequence, CreateType, Statement } from '../../ast/index.js';
import { nothingToDo } from '../definitions/nothing-to-do.js';
import type { Translator } from '../translator.js';

/** Types and domains, which no other engine has by themselves: what uses them is made with them. */
export function ofTypes(node: CreateType | AlterType, t: Translator): Statement {
  t.notice(
    'MADE_WITH_USERS',
    node,
    'Types and domains are none by themselves in the target: columns are made with them.',
  );
  return nothingToDo(node, t);
}

/** Sequences, by which columns of a table count: elsewhere these count by themselves. */
export function ofSequences(node: CreateSequence | AlterSequence, t: Translator): Statement {
  t.notice('MADE_WITH_USERS', node, 'The target has no sequences: columns that count by one count by themselves.');
  return nothingToDo(node, t);
}
