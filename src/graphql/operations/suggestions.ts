import { GraphQLError } from 'graphql';
import { DragomanError } from '../../errors/index.js';

/** As graphql-js puts them behind what is wrong with a document or its variables. */
const SUGGESTION = / Did you mean [^?]*\?/g;

/** The same errors without names that the document did not have: they would tell the schema bit by bit. */
export function withoutSuggestions(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map(withoutSuggestion);
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  // What the service or a database says is its own, whatever words it has.
  if (error.originalError instanceof DragomanError) return error;
  const message = messageWithoutSuggestion(error.message);
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** A message of graphql-js's without its suggestions. */
export function messageWithoutSuggestion(message: string): string {
  return message.replaceAll(SUGGESTION, '');
}
