import { Field, ID, ObjectType } from 'type-graphql';
import type { ForeignKeyDescription, ReferentialAction } from '../../databases/index.js';
import { ReferentialActionEnum } from '../enums.js';

@ObjectType('ForeignKey', {
  description: 'Columns that name a row of another table, or of the same.',
  simpleResolvers: true,
})
export class ForeignKeyType {
  constructor(private readonly key: ForeignKeyDescription) {}

  @Field(() => String, { description: 'Its name; of a nameless one (SQLite) its columns joined by _.' })
  get name(): string {
    return this.key.name;
  }

  @Field(() => [String], { description: 'Its columns in order.' })
  get columns(): readonly string[] {
    return this.key.columns;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The database of the table that it names; null where it is this one.',
  })
  readonly referencedDatabase: string | null = null;

  @Field(() => String, { description: 'The schema of the table that it names.' })
  get referencedSchema(): string {
    return this.key.referenced.schema;
  }

  @Field(() => String, { description: 'The table that it names.' })
  get referencedTable(): string {
    return this.key.referenced.name;
  }

  @Field(() => [String], {
    description: 'That table’s columns, in the order of `columns`; empty where SQLite has no such table.',
  })
  get referencedColumns(): readonly string[] {
    return this.key.referencedColumns;
  }

  @Field(() => ReferentialActionEnum, { description: 'What happens when the row that it names is deleted.' })
  get onDelete(): ReferentialAction {
    return this.key.onDelete;
  }

  @Field(() => ReferentialActionEnum, { description: 'What happens when the key of the row that it names changes.' })
  get onUpdate(): ReferentialAction {
    return this.key.onUpdate;
  }
}
