import type { RuleTable } from '../../translator.js';
import { momentOf } from './moments.js';

/** Moments in time zones. */
export const zones: RuleTable = {
  'at-time-zone': (node, t) => momentOf(node, t).made,
};
