export type Direction = 'up' | 'down'

export function isDirection(text: unknown): text is Direction {
  return text === 'up' || text === 'down'
}

/** The list with one of its members a place further up or down; where there is no such place, as it was. */
export function movedIn<Member>(list: readonly Member[], index: number, direction: Direction): Member[] {
  const other = direction === 'up' ? index - 1 : index + 1
  const [one, two] = [list[index], list[other]]
  if (one === undefined || two === undefined) return [...list]
  return list.map((member, place) => (place === index ? two : place === other ? one : member))
}
