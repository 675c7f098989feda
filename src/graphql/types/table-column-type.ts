import { Field, ObjectType } from 'type-graphql';
import type { ColumnDescription, ColumnType } from '../../databases/index.js';
import { ColumnTypeEnum } from '../enums.js';

@ObjectType('TableColumn', { description: 'A column of a table or view.', simpleResolvers: true })
export class TableColumnType implements ColumnDescription {
  @Field(() => String, { description: 'Its name, as the database spells it.' })
  name!: string;

  @Field(() => ColumnTypeEnum, {
    description: 'What its values are, as in a result; OTHER where SQLite’s declaration tells nothing.',
  })
  type!: ColumnType;

  @Field(() => String, {
    description: "The type in the database’s own words: character varying(40), int(10) unsigned, enum('a','b').",
  })
  databaseType!: string;

  @Field(() => Boolean, { description: 'Whether it may be NULL. PostgreSQL and SQLite say so of every view’s column.' })
  nullable!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Its default as SQL text, in the database’s spelling; null where none is declared.',
  })
  default!: string | null;

  @Field(() => Boolean, { description: 'Whether its value is computed from other columns.' })
  generated!: boolean;

  @Field(() => String, { nullable: true, description: 'How it is computed, as SQL text.' })
  generationExpression!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the database counts where no value is given: identity, serial, AUTO_INCREMENT, rowid.',
  })
  autoIncrement!: boolean;

  @Field(() => Boolean, { description: 'Whether `*` leaves it out (MariaDB, MySQL, virtual tables of SQLite).' })
  invisible!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The collation that its text compares by; null where it is the database’s default, or there is none.',
  })
  collation!: string | null;

  @Field(() => [String], { nullable: true, description: 'What an ENUM may be, in its order; null for other types.' })
  enumValues!: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'The comment that somebody gave it.' })
  comment!: string | null;
}
