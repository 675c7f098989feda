import { VERDICTS, type LogReport, type QueryForm, type Verdict } from './log-report.js';

/** How many forms and queries there are of a verdict. */
export interface Total {
  readonly forms: number;
  readonly queries: number;
}

/** Totals by verdict. */
export function totalsOf(forms: readonly QueryForm[]): Readonly<Record<Verdict, Total>> {
  const totals = VERDICTS.map((verdict) => {
    const all = forms.filter((form) => form.verdict === verdict);
    return [verdict, { forms: all.length, queries: all.reduce((sum, { count }) => sum + count, 0) }] as const;
  });
  return Object.fromEntries(totals) as Record<Verdict, Total>;
}

const TITLES: Readonly<Record<Verdict, string>> = {
  unreadable: 'Can’t be read',
  refused: 'Has no translation',
  warned: 'Translates, and may differ',
  exact: 'Translates exactly',
  session: 'Sets up the connection',
};

/** The report for people: totals, then every form, the worst and the most frequent first. */
export function reportText(report: LogReport): string {
  const forms = report.forms();
  const totals = totalsOf(forms);
  const worstFirst = [...VERDICTS].reverse();
  const all = forms.reduce((sum, { count }) => sum + count, 0);
  const head = worstFirst.map((verdict) => {
    const { forms: some, queries } = totals[verdict];
    const share = all === 0 ? 0 : (100 * queries) / all;
    return `${TITLES[verdict].padEnd(28)}${String(some).padStart(7)} forms ${String(queries).padStart(9)} queries ${share.toFixed(1).padStart(6)} %`;
  });
  const beyond =
    report.beyond === 0 ? [] : [`${report.beyond} queries more have forms beyond the first, and were not looked at.`];
  const sections = worstFirst.flatMap((verdict) =>
    section(
      verdict,
      forms.filter((form) => form.verdict === verdict),
    ),
  );
  return [`${all} queries of ${forms.length} forms`, ...head, ...beyond, ...sections].join('\n');
}

function section(verdict: Verdict, forms: readonly QueryForm[]): string[] {
  if (forms.length === 0 || verdict === 'session') return [];
  return ['', TITLES[verdict], ...forms.flatMap(formLines)];
}

const LONGEST_LINE = 160;

function formLines({ fingerprint, count, line, example, notices, refusal }: QueryForm): string[] {
  const told = [...notices].map(([code, severity]) => `${severity} ${code}`);
  const why =
    refusal === undefined
      ? told
      : [`${refusal.code}: ${refusal.message}${refusal.hint === undefined ? '' : ` ${refusal.hint}`}`];
  const shown = example.replace(/\s+/g, ' ');
  return [
    `  ${count} × ${fingerprint === '' ? '' : `${fingerprint}, `}line ${line}`,
    ...why.map((text) => `      ${text}`),
    `      ${shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE - 1)}…` : shown}`,
  ];
}
