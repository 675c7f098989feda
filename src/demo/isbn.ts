/** Thirteen digits from the first twelve: the last one makes the weighted sum a multiple of ten. */
export function isbn13(twelveDigits: string): string {
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(twelveDigits.charAt(at)) * (at % 2 === 0 ? 1 : 3);
  return twelveDigits + String((10 - (sum % 10)) % 10);
}
