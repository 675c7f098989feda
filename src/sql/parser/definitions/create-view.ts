import type { CreateView } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseQuery } from '../queries/index.js';
import { parseWithData } from './create-table.js';
import { takeIfNotExists, type CreateHead } from './create.js';
import { parseNameList, parseOwnPath } from './names.js';
import { rulesOf } from './rules.js';
import { parseTableOptions } from './table-options.js';

interface ViewForm {
  readonly materialized?: boolean;
  readonly recursive?: boolean;
  readonly alter?: boolean;
}

/** [IF NOT EXISTS] name [columns] [options] AS query [WITH [CASCADED | LOCAL] CHECK OPTION] [WITH [NO] DATA] */
export function parseCreateView(cursor: Cursor, head: CreateHead, form: ViewForm): CreateView {
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = parseOwnPath(cursor);
  const columns = cursor.at('(') ? parseNameList(cursor) : [];
  const options = cursor.dialect.features.inheritance ? parseTableOptions(cursor) : [];
  cursor.expect('AS');
  const query = parseQuery(cursor);
  const checkOption = form.materialized === true ? undefined : parseCheckOption(cursor);
  const withData = form.materialized === true ? parseWithData(cursor) : undefined;
  return {
    kind: 'create-view',
    ...(head.orReplace && { orReplace: true }),
    ...(head.persistence === 'TEMPORARY' && { temporary: true }),
    ...form,
    ...(ifNotExists && { ifNotExists }),
    ...(head.attributes !== '' && { attributes: head.attributes }),
    name,
    columns,
    ...(options.length > 0 && { options }),
    query,
    ...(checkOption !== undefined && { checkOption }),
    ...(withData !== undefined && { withData }),
    span: cursor.since(head.start),
  };
}

/** WITH [CASCADED | LOCAL] CHECK OPTION */
function parseCheckOption(cursor: Cursor): CreateView['checkOption'] {
  if (rulesOf(cursor).stringNames) return undefined;
  if (cursor.take('WITH', 'CHECK', 'OPTION')) return 'CASCADED';
  const scope = cursor.at('WITH', 'CASCADED') ? 'CASCADED' : cursor.at('WITH', 'LOCAL') ? 'LOCAL' : undefined;
  if (scope === undefined) return undefined;
  cursor.index += 2;
  cursor.expect('CHECK', 'OPTION');
  return scope;
}
