import { Field, Int, ObjectType } from 'type-graphql';
import type { IndexDescription, IndexPart } from '../../databases/index.js';

@ObjectType('TableIndexPart', {
  description: 'One part of an index: a column or an expression.',
  simpleResolvers: true,
})
export class TableIndexPartType implements IndexPart {
  @Field(() => String, { nullable: true, description: 'The column; null for an expression.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'The expression, as SQL text; null for a column.' })
  expression!: string | null;

  @Field(() => Boolean, { description: 'Whether it is ordered from the greatest down.' })
  descending!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many characters of it are kept; null for all (MySQL).' })
  prefixLength!: number | null;
}

@ObjectType('TableIndex', { description: 'An index of a table.', simpleResolvers: true })
export class TableIndexType {
  constructor(private readonly index: IndexDescription) {}

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.index.name;
  }

  @Field(() => [String], { description: 'Its columns in order; expressions are in `parts` alone.' })
  get columns(): readonly string[] {
    return this.index.parts.flatMap(({ column }) => column ?? []);
  }

  @Field(() => Boolean, { description: 'Whether two rows can’t have the same.' })
  get unique(): boolean {
    return this.index.unique;
  }

  @Field(() => Boolean, { description: 'Whether it is the primary key’s.' })
  get primary(): boolean {
    return this.index.primary;
  }

  @Field(() => [TableIndexPartType], { description: 'Its parts in order: columns and expressions.' })
  get parts(): readonly TableIndexPartType[] {
    return this.index.parts;
  }

  @Field(() => [String], { description: 'Columns that are only kept in it (PostgreSQL’s INCLUDE).' })
  get included(): readonly string[] {
    return this.index.included;
  }

  @Field(() => String, { nullable: true, description: 'Which rows are in it, as SQL text; null for all.' })
  get predicate(): string | null {
    return this.index.predicate;
  }

  @Field(() => String, { description: 'How it finds rows: btree, hash, gin, fulltext.' })
  get method(): string {
    return this.index.method;
  }
}
