import type { AlterSequence, AlterType, CreateSequence, CreateType, Statement } from '../../ast/index.js';
import { nothingToDo } from '../definitions/nothing-to-do.js';
import { restartedSequence } from './restarted-sequences.js';
import type { Translator } from '../translator.js';

const TYPES = 'Types and domains are none by themselves in the target: columns are made with them.';
const SEQUENCES = 'The target has no sequences: columns that count by one count by themselves.';
const IN_ONE = 'Translate it in one text with the tables that use it.';

/** Types and domains, which no other engine has by themselves: what uses them is made with them. */
export function createType(node: CreateType, t: Translator): Statement {
  t.notice('MADE_WITH_USERS', node, TYPES);
  return nothingToDo(node, t);
}

/** What changes no more of a type than its name, its owner and its place. */
const CHANGES_NO_VALUES = /^(?:RENAME\s+TO|OWNER\s+TO|SET\s+SCHEMA)\b/i;

/** A change of a type that columns are made with already. */
export function alterType(node: AlterType, t: Translator): Statement {
  if (!CHANGES_NO_VALUES.test(node.text))
    t.refuse(
      node,
      'Columns are made with their types in the target, and which ones use this one is not known here.',
      IN_ONE,
    );
  t.notice('MADE_WITH_USERS', node, TYPES);
  return nothingToDo(node, t);
}

/** Whether an option has a sequence count otherwise than by 1 from 1. */
const isOfItsOwn = ({ name, value }: CreateSequence['options'][number]): boolean =>
  /^(?:START|INCREMENT)/.test(name) && !(value?.kind === 'number' && value.text === '1');

/** Sequences, by which columns of a table count: elsewhere these count by themselves. */
export function ofSequence(node: CreateSequence | AlterSequence, t: Translator): Statement {
  const restarted = restartedSequence(node, t);
  if (restarted !== undefined) return restarted;
  const isRestart = node.kind === 'alter-sequence' && node.options.some(({ name }) => name.startsWith('RESTART'));
  if (isRestart)
    t.refuse(node, 'The target has no sequences, and which column counts by this one is not known here.', IN_ONE);
  if (node.options.some(isOfItsOwn))
    t.refuse(node, 'The target has no sequences: how a column counts is said with the column.', IN_ONE);
  t.notice('MADE_WITH_USERS', node, SEQUENCES);
  return nothingToDo(node, t);
}
