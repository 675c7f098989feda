/** Where engines differ, and why: nothing else may. `expected()` looks here, and docs/values.md tells users. */
export const DIFFERENCES = {
  'key of the last inserted row': {
    why: 'PostgreSQL gives keys by sequences of their own, and tells one where RETURNING asks for it.',
    engines: { PostgreSQL: null },
  },
} as const;
