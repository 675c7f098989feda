import { typeOfDeclaredWords } from '../../sql/index.js';
import type { ColumnType } from '../column-type.js';

/** What a declared type means for the values of its column. */
export interface DeclaredType {
  readonly type: ColumnType;
  /** Digits behind the point, of DECIMAL(p, s). */
  readonly scale?: number;
}

/**
 * The meaning of a declared type; undefined where nothing was declared. What the engine itself writes for an expression's
 * type in a view are affinities, and no declarations.
 */
export function readDeclaredType(declared: string): DeclaredType | undefined {
  const type = typeOfDeclaredWords(declared);
  if (type === undefined) return undefined;
  if (type !== 'DECIMAL') return { type };
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(declared)?.[1];
  return { type, scale: scale === undefined && declared.includes('(') ? 0 : Number(scale ?? NaN) };
}
