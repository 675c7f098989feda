/**
 * The key or token of an `Authorization` header: of `Bearer KEY`, or of `Basic` with the key as password, which is what
 * browsers ask their user for. Undefined where there is none, or none that can be read.
 */
export function credentialOf(authorization: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(authorization ?? '') ?? [];
  const read = SCHEMES[scheme.toLowerCase()];
  return read?.(value);
}

const SCHEMES: Readonly<Record<string, (value: string) => string | undefined>> = {
  bearer: (value) => value,
  basic: (value) => {
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : text.slice(colon + 1);
  },
};
