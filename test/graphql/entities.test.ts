import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

const ask = async (...representations: unknown[]) =>
  await service.graphql(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Database { name } ... on Table { isView } } }',
    { r: representations },
  );
const small = { __typename: 'Database', name: 'small' };

describe('entities of the federation', () => {
  it.each<[string, unknown, string]>([
    ['no key', { __typename: 'Database' }, 'A representation of Database needs name as text.'],
    ['a key of another type', { __typename: 'Database', name: 7 }, 'A representation of Database needs name as text.'],
    ['a key of null', { __typename: 'Database', name: null }, 'A representation of Database needs name as text.'],
    [
      'a part of a key',
      { __typename: 'Table', schema: 'main', name: {} },
      'A representation of Table needs database, name as text.',
    ],
    ['a type that nobody has', { __typename: 'Nope', id: 1 }, 'There is no entity "Nope".'],
    ['a type that is no entity', { __typename: 'Query' }, 'There is no entity "Query".'],
    ['a name that objects have', { __typename: 'constructor' }, 'There is no entity "constructor".'],
    ['a type that is no text', { __typename: ['Database'], name: 'small' }, 'A representation has no `__typename`.'],
    ['nothing at all', {}, 'A representation has no `__typename`.'],
    ['a text', 'small', 'A representation is an object with `__typename` and the fields of its key.'],
    ['a list', [small], 'A representation is an object with `__typename` and the fields of its key.'],
  ])('are refused in their place where a representation has %s', async (_what, wrong, message) => {
    const { data, errors } = await ask(small, wrong, { __typename: 'Database', name: 'nope' });
    expect(data._entities).toEqual([{ name: 'small' }, null, null]);
    expect(errors).toEqual([
      expect.objectContaining({
        message,
        path: ['_entities', 1],
        extensions: {
          code: 'BAD_USER_INPUT',
          retryable: false,
          hint: 'Entities and their keys are Database (name) and Table (database, schema, name).',
        },
      }),
    ]);
  });

  it('are none for no representations', async () => {
    expect(await ask()).toEqual({ data: { _entities: [] } });
  });
});
