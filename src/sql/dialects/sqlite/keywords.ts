import { type KeywordTable, words } from '../grammar-rules.js';

/** Keywords that parse.y gives no fall-back to a name. https://sqlite.org/lang_keywords.html */
const RESERVED =
  'ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE DEFAULT DEFERRABLE DELETE ' +
  'DISTINCT DROP ELSE ESCAPE EXISTS FOREIGN FROM GROUP HAVING IN INDEX INSERT INTO IS ISNULL JOIN LIMIT NOT NOTHING ' +
  'NOTNULL NULL ON OR ORDER PRIMARY REFERENCES RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING ' +
  'VALUES WHEN WHERE';

/** Words of joins are names, but no aliases. */
const JOINS = 'CROSS FULL INNER LEFT NATURAL OUTER RIGHT';

export const keywords: KeywordTable = {
  reserved: words(RESERVED),
  functionsOnly: words(''),
  notFunctions: words(''),
  callable: words(''),
  bareFunctions: words('CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP'),
  notBareAliases: words(`${RESERVED} ${JOINS} EXCEPT INTERSECT WINDOW`),
  notTableAliases: words(`${RESERVED} ${JOINS} EXCEPT INTERSECT WINDOW INDEXED`),
  anyAfterAs: false,
  anyAfterDot: false,
  stringAliases: true,
};
