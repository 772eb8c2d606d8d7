/**
 * Whose turn it is. Everybody earns their weight in every round, and whoever has the most then takes the lead and pays
 * what all earned: with weights 3 and 2 five leads go A B A B A, whatever number of them comes. Who is away or full earns
 * nothing meanwhile, so nobody comes back to a flood.
 */
export type InTurn = { id: string; weight: number; credit: number }

/** Who takes the next lead, and what everybody has to their credit afterwards; null when nobody takes part. */
export function takeTurn(people: readonly InTurn[]): { taker: string; people: InTurn[] } | null {
  const earned = people.map((person) => ({ ...person, credit: person.credit + person.weight }))
  const [taker] = earned.toSorted((a, b) => b.credit - a.credit || (a.id < b.id ? -1 : 1))
  if (!taker) return null
  const all = people.reduce((sum, { weight }) => sum + weight, 0)
  return {
    taker: taker.id,
    people: earned.map((person) =>
      person.id === taker.id ? { ...person, credit: person.credit - all } : person,
    ),
  }
}
