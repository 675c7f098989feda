import { partsOfPath } from '../sql/index.js';

/** What is called by a path that an analysis tells, where names that differ in case alone are one. */
export const keyOfPath = (path: string): string => (partsOfPath(path).at(-1) ?? '').toLowerCase();
