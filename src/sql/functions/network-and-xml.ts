import type { FunctionRow } from './function-row.js';
import { argument } from './return-rules.js';
import { each, effects, fromExtension, pure, volatile } from './row-builders.js';

/** PostgreSQL's network addresses, and the XML of PostgreSQL and MySQL. */
export const networkAndXmlFunctions: readonly FunctionRow[] = [
  ...each(pure, 'pg', 'TEXT', 'STRICT', 'abbrev host'),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'family masklen'),
  ...each(pure, 'pg', 'OTHER', 'STRICT', 'broadcast hostmask netmask network inet_merge macaddr8_set7bit'),
  pure('set_masklen', argument(0), 'STRICT', { pg: 'set_masklen' }),
  pure('inet_same_family', 'BOOLEAN', 'STRICT', { pg: 'inet_same_family' }),
  ...each(
    pure,
    'pg',
    'OTHER',
    'MAY',
    'xmlcomment xmltext xmlconcat xmlconcat2 xmlelement xmlforest xmlparse xmlpi xmlroot',
  ),
  pure('xmlserialize', 'TEXT', 'STRICT', { pg: 'xmlserialize' }),
  pure('xpath', 'ARRAY', 'STRICT', { pg: 'xpath' }),
  ...each(
    pure,
    'pg',
    'BOOLEAN',
    'STRICT',
    'xmlexists xmlvalidate xpath_exists xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document',
  ),
  // They read relations that the statement does not name. A view among them may call anything, so that no more is known
  // of what a call does than of an extension's function.
  ...fromExtension(
    each(
      volatile,
      'pg',
      'OTHER',
      'STRICT',
      `table_to_xml table_to_xmlschema table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema
       schema_to_xml_and_xmlschema database_to_xml database_to_xmlschema database_to_xml_and_xmlschema`,
    ),
  ),
  // They run SQL that is given as text, or move a cursor.
  ...each(
    effects,
    'pg',
    'OTHER',
    'STRICT',
    'query_to_xml query_to_xmlschema query_to_xml_and_xmlschema cursor_to_xml cursor_to_xmlschema',
  ),
  ...each(pure, 'my', 'TEXT', 'MAY', 'extractvalue updatexml'),
];
