import type { FieldDef as Field } from 'pg';
import type { ValueFormName } from '../values/value-forms.js';
import { KNOWN_TYPES, type PostgresqlType } from './postgresql-types.js';

/** A type that is not PostgreSQL's own, as the server describes it. */
interface DescribedType {
  readonly oid: number;
  readonly name: string;
  /** https://www.postgresql.org/docs/current/catalog-pg-type.html: e, c, d, b, r, m … */
  readonly kind: string;
  /** Of a domain, the type it stands for. */
  readonly base: number;
  /** Of an array, its elements' type. */
  readonly element: number;
}

/** Asks the server for what it knows of types; rows of text, in the order of `DescribedType`'s fields. */
export type AskTypes = (oids: readonly number[]) => Promise<readonly (readonly (string | null)[])[]>;

/** The statement that `AskTypes` runs, with the OIDs as its one parameter. */
export const DESCRIBE_TYPES =
  'SELECT oid, format_type(oid, NULL), typtype, typbasetype, CASE WHEN typcategory = $$A$$ THEN typelem ELSE 0 END ' +
  'FROM pg_catalog.pg_type WHERE oid = ANY ($1::oid[])';

const FORMS_OF_KINDS: Readonly<Record<string, ValueFormName>> = { e: 'enum' };
/** Extensions' types that are text in all but name. */
const FORMS_OF_NAMES: Readonly<Record<string, ValueFormName>> = { citext: 'text' };

/** The types of one database: PostgreSQL's own, and users' as they are met. */
export class TypeCatalogue {
  private readonly known = new Map<number, PostgresqlType>(KNOWN_TYPES);

  /** Each column's type; asks the server for those that were not met yet. */
  async typesOf(columns: readonly Pick<Field, 'dataTypeID'>[], ask: AskTypes): Promise<readonly PostgresqlType[]> {
    const oids = columns.map(({ dataTypeID }) => dataTypeID);
    if (!oids.every((oid) => this.known.has(oid))) await this.learn(oids, ask);
    return oids.map((oid) => this.known.get(oid) ?? { name: `type ${oid}`, form: 'other' });
  }

  private async learn(oids: readonly number[], ask: AskTypes): Promise<void> {
    const missing = [...new Set(oids)].filter((oid) => oid !== 0 && !this.known.has(oid));
    if (missing.length === 0) return;
    const described = (await ask(missing)).map(readDescription);
    // What an array or a domain is made of comes first.
    await this.learn(
      described.flatMap(({ base, element }) => [base, element]),
      ask,
    );
    for (const type of described) this.known.set(type.oid, this.typeOf(type));
  }

  private typeOf({ name, kind, base, element }: DescribedType): PostgresqlType {
    const elements = this.known.get(element);
    if (elements !== undefined) return { name, form: 'array', element: elements };
    const form = this.known.get(base);
    if (form !== undefined) return { ...form, name };
    return { name, form: FORMS_OF_KINDS[kind] ?? FORMS_OF_NAMES[name.replace(/^.*\./, '')] ?? 'other' };
  }
}

function readDescription([oid, name, kind, base, element]: readonly (string | null)[]): DescribedType {
  return { oid: Number(oid), name: name ?? '', kind: kind ?? '', base: Number(base), element: Number(element) };
}
