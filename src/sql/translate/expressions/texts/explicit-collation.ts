import type { Expression } from '../../../ast/index.js';

/** What an expression says itself of how its text compares. */
export type SaidCase = 'exact' | 'caseless';

const CASELESS_COLLATION = /_ci$|^nocase$/i;
const BYTES_COLLATION = /_bin$|^(binary|c|posix|ucs_basic)$/i;

/** By what a collation does: without regard to case, or byte by byte; undefined of others. */
export function caseOfCollation(called: string): SaidCase | undefined {
  return CASELESS_COLLATION.test(called) ? 'caseless' : BYTES_COLLATION.test(called) ? 'exact' : undefined;
}

/** What COLLATE, or BINARY before a text, says. */
export function saidCase(node: Expression): SaidCase | undefined {
  if (node.kind === 'unary' && node.operator === 'binary') return 'exact';
  if (node.kind !== 'collate') return undefined;
  return caseOfCollation(node.collation.parts[node.collation.parts.length - 1]?.value ?? '');
}

/** The text alone, where what is said of it is known. */
export const withoutSaidCase = (node: Expression): Expression =>
  saidCase(node) !== undefined && (node.kind === 'unary' || node.kind === 'collate') ? node.operand : node;
