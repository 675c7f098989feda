import type { DefinitionRules } from '../definition-rules.js';
import { words } from '../grammar-rules.js';
import { phrases, phrasesWith } from '../phrases.js';

/** What the grammar of SQLite's definitions has of its own. https://sqlite.org/lang.html */
export const sqliteDefinitions: DefinitionRules = {
  stringNames: true,
  creatable: new Map([
    ['TABLE', words('TEMPORARY EXISTS')],
    ['VIRTUAL TABLE', words('EXISTS')],
    ['VIEW', words('TEMPORARY EXISTS')],
    ['INDEX', words('EXISTS')],
    ['UNIQUE INDEX', words('EXISTS')],
    ['TRIGGER', words('TEMPORARY EXISTS')],
  ]),
  droppable: phrasesWith(['TABLE', 'VIEW', 'INDEX', 'TRIGGER'].map((object) => [object, 'name'] as const)),
  commentable: phrasesWith([]),
  columnRules: words('CONSTRAINT NOT NULL DEFAULT PRIMARY UNIQUE CHECK REFERENCES GENERATED AS COLLATE'),
  columnSettings: phrasesWith([]),
  tableRules: words('CONSTRAINT PRIMARY UNIQUE CHECK FOREIGN'),
  deferrals: phrases('DEFERRABLE, NOT DEFERRABLE, INITIALLY DEFERRED, INITIALLY IMMEDIATE'),
  // a literal with its sign; anything else needs parentheses
  defaultMinimum: Infinity,
  storedWords: words('STORED VIRTUAL'),
  columnChanges: new Set(['set-not-null', 'drop-not-null']),
  alterations: phrasesWith([]),
};
