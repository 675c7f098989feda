/**
 * Statements about transactions, sessions and servers, and definitions that a target has no counterpart of: what is
 * empty for the target changes nothing, and says so.
 */
import type { RuleTable } from '../translator.js';
import { foreignKeyChecks } from './foreign-key-checks.js';
import { transaction } from './transactions.js';
import { alterType, createType, ofSequence } from './types.js';
import { withoutNeed } from './without-need.js';

export { withoutNeedOfCall } from './without-need.js';

export const administration: RuleTable = {
  transaction,
  set: (node, t) => foreignKeyChecks(node, t) ?? withoutNeed(node, t),
  pragma: (node, t) => foreignKeyChecks(node, t) ?? withoutNeed(node, t),
  'lock-tables': withoutNeed,
  'create-schema': withoutNeed,
  command: withoutNeed,
  'create-type': createType,
  'alter-type': alterType,
  'create-sequence': ofSequence,
  'alter-sequence': ofSequence,
};
