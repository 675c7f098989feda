import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';

/** A scalar of the library, in our words. */
function described(scalar: GraphQLScalarType, description: string): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), description, specifiedByURL: null, extensions: {} });
}

export const JsonScalar = described(
  GraphQLJSON,
  'Any JSON value: null, a boolean, a number, a string, an array or an object.',
);
export const JsonObjectScalar = described(GraphQLJSONObject, 'A JSON object.');
export const DateTimeScalar = described(
  GraphQLDateTime,
  'A moment in ISO 8601 with milliseconds, in UTC: 2026-11-24T09:30:00.000Z.',
);
