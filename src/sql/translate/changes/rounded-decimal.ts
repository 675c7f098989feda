const PLAIN = /^(\d*)(?:\.(\d*))?$/;

/**
 * A number without a sign, as it is written, rounded to so many digits behind the point; halves away from zero, as
 * decimals are everywhere. One with an exponent, or of no more digits, stays as it is.
 */
export function roundedDecimal(written: string, digits: number): string {
  const [, whole = '', fraction = ''] = PLAIN.exec(written) ?? [];
  if (!PLAIN.test(written) || fraction.length <= digits) return written;
  const kept = BigInt(`${whole}${fraction.slice(0, digits)}` || '0');
  const all = String(kept + (Number(fraction[digits]) >= 5 ? 1n : 0n)).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
