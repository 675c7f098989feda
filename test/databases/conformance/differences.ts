/** Where engines differ, and why: nothing else may. `expected()` looks here, and docs/values.md tells users. */
export const DIFFERENCES = {
  'key of the last inserted row': {
    why: 'PostgreSQL gives keys by sequences of their own, and tells one where RETURNING asks for it.',
    engines: { PostgreSQL: null },
  },
  'an integer parameter alone in the SELECT list': {
    why: 'MySQL computes with 64 bits where nothing says less.',
    engines: { MariaDB: 'BIGINT' },
  },
  'type of a time stamp column without zone': {
    why: 'SQLite has no such type: a stored offset stands in the text.',
    engines: {},
  },
} as const;
