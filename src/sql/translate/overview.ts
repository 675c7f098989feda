import { DIALECTS, type DialectName } from '../dialects/index.js';
import { functionRows, type FunctionRow } from '../functions/index.js';
import { FORM_OF, type Form } from './functions/form.js';
import { formRow } from './functions/index.js';

/** How a meaning is said in a target. */
export type Rendering =
  | { readonly how: 'function'; readonly name: string }
  | { readonly how: 'form'; readonly sql: string }
  | { readonly how: 'composed' }
  | { readonly how: 'refused' };

/** A function with how every dialect spells or writes its meaning. */
export interface MeaningOverview {
  readonly meaning: string;
  /** The names by which the dialects that have it call it. */
  readonly names: Readonly<Partial<Record<DialectName, readonly string[]>>>;
  /** How the others write it. */
  readonly renderings: Readonly<Record<DialectName, Rendering>>;
}

/** Every function of the tables that some other dialect than its own can say, for the page that lists them. */
export function translatedMeanings(): MeaningOverview[] {
  return functionRows
    .filter(({ builtIn }) => builtIn)
    .map(overviewOf)
    .filter(isTranslated);
}

const isTranslated = ({ names, renderings }: MeaningOverview): boolean =>
  DIALECTS.some(
    (from) => names[from] !== undefined && DIALECTS.some((to) => to !== from && renderings[to].how !== 'refused'),
  );

function overviewOf(row: FunctionRow): MeaningOverview {
  const names = Object.fromEntries(
    Object.entries(row.names).map(([dialect, list]) => [dialect, list.map(({ name }) => name)]),
  );
  const renderings = Object.fromEntries(DIALECTS.map((to) => [to, renderingOf(row, to)]));
  return { meaning: row.meaning, names, renderings: renderings as Record<DialectName, Rendering> };
}

function renderingOf(row: FunctionRow, to: DialectName): Rendering {
  const form = formRow(row.meaning)?.[FORM_OF[to]];
  if (form !== undefined) return ofForm(form);
  const [own] = row.names[to] ?? [];
  return own === undefined ? { how: 'refused' } : { how: 'function', name: own.name };
}

/** Of cases the last tells, which is for what nothing else fits. */
function ofForm(form: Form): Rendering {
  if (typeof form === 'string') return { how: 'form', sql: form };
  if (typeof form === 'function') return { how: 'composed' };
  const last = form[form.length - 1];
  return typeof last?.form === 'string' && form.length === 1 ? { how: 'form', sql: last.form } : { how: 'composed' };
}
