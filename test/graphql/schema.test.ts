import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema, printPublicSchema } from '../../src/graphql/index.js';

/** Federation's own, in its own words. */
const FEDERATION = /^(_Service|_Entity|_Any|FieldSet|link__\w+|federation__\w+)$|^__/;
const FEDERATION_FIELDS = new Set(['Query._entities', 'Query._service']);

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const bare = Object.values(createSchema().getTypeMap())
      .filter(({ name }) => !FEDERATION.test(name) && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name))
      .flatMap(undescribed)
      .filter((path) => ![...FEDERATION_FIELDS].some((field) => path.startsWith(field)));
    expect(bare).toEqual([]);
  });

  it('stands in schema/schema.graphql as the code declares it', () => {
    expect(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')).toBe(printPublicSchema());
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const root = ['Query', 'Mutation', 'Subscription'].includes(type.name);
  const own: [string, string | null | undefined][] = root ? [] : [[type.name, type.description]];
  if (isEnumType(type))
    own.push(
      ...type
        .getValues()
        .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]),
    );
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      own.push(
        ...field.args.map((arg): [string, string | null | undefined] => [
          `${type.name}.${field.name}(${arg.name})`,
          arg.description,
        ]),
      );
    }
  }
  if (isInputObjectType(type))
    own.push(
      ...Object.values(type.getFields()).map((field): [string, string | null | undefined] => [
        `${type.name}.${field.name}`,
        field.description,
      ]),
    );
  return own
    .filter(([, description]) => description === null || description === undefined || description === '')
    .map(([path]) => path);
}
