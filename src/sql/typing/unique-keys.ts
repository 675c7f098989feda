/** Each name made unique: the second `id` is `id_2`, unless a column of that name is there. */
export function uniqueKeys(names: readonly string[]): string[] {
  const taken = new Set(names);
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((name) => {
    let key = name;
    let count = counts.get(name) ?? 1;
    while (given.has(key) || (key !== name && taken.has(key))) key = `${name}_${(count += 1)}`;
    counts.set(name, count);
    given.add(key);
    return key;
  });
}
