import { DragomanError } from '../errors/index.js';
import { functionOfCall, parseStatement, walk, type Dialect } from '../sql/index.js';

/** Whether a view's query calls what may read anything: a function that users made, or one that runs a text. */
export function callsBeyond(query: string, dialect: Dialect): boolean {
  try {
    let found = false;
    walk(parseStatement(query, dialect), (node) => {
      if (node.kind === 'unknown') found = true;
      if (node.kind === 'call') {
        const volatility = functionOfCall(node, dialect)?.volatility;
        found ||= volatility === undefined || volatility === 'EFFECTS';
      }
      return !found;
    });
    return found;
  } catch (error) {
    // What can't be read here may call whatever it likes.
    if (error instanceof DragomanError) return true;
    throw error;
  }
}
