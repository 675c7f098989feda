import type { QueryBody } from '../../ast/index.js';

/** Changes the first part of a chain of queries, which names the columns of the whole. */
export function withFirst(body: QueryBody, change: (first: QueryBody) => QueryBody): QueryBody {
  if (body.kind === 'set-operation') return { ...body, left: withFirst(body.left, change) };
  return body.kind === 'query' ? { ...body, body: withFirst(body.body, change) } : change(body);
}
