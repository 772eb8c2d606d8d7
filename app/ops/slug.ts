/** A name as a part of an address: `'Ana Müller'` is `'ana-muller'`; `''` for one without any letter from a to z. */
export function slugFrom(name: string, { most }: { most: number }): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-|-$/g, '')
}
