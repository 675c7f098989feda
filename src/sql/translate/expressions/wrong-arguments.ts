import { functionOfCall } from '../../analysis/function-of-call.js';
import type { FunctionCall } from '../../ast/index.js';
import { spellingsOf, type Spelling } from '../../functions/index.js';
import type { Translator } from '../translator.js';

/** What a call is refused for whose function takes no such number of arguments; undefined where it is not one of the engine’s. */
export function wrongArguments(node: FunctionCall, t: Translator): string | undefined {
  const [only, second] = node.name.parts;
  // what is qualified may be anybody’s
  if (only === undefined || second !== undefined || functionOfCall(node, t.from) !== undefined) return undefined;
  const spellings = spellingsOf(t.source, only.value);
  if (spellings.length === 0) return undefined;
  const counts = [...new Set(spellings.map(countsOf))].sort();
  return `\`${t.textOf(node.name)}\` takes ${counts.join(', or ')}, and not ${node.arguments.length}.`;
}

/** As a reader says it: `2 arguments`, `1 to 3 arguments`, `1 argument or more`. */
function countsOf({ minArguments, maxArguments }: Spelling): string {
  const plural = (count: number): string => (count === 1 ? 'argument' : 'arguments');
  if (maxArguments === 0) return 'no arguments';
  if (maxArguments === Infinity) return `${minArguments} ${plural(minArguments)} or more`;
  return minArguments === maxArguments
    ? `${minArguments} ${plural(minArguments)}`
    : `${minArguments} to ${maxArguments} arguments`;
}
