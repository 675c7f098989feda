import { type DefinitionRules, definitionRules } from '../../dialects/definition-rules.js';
import type { Cursor } from '../cursor.js';

/** What the dialect of a text does its own way in definitions. */
export const rulesOf = (cursor: Cursor): DefinitionRules => definitionRules[cursor.dialect.name];
