/** How many there are in the groups of which that is so; in all of them when nothing is asked. */
export function countOf<Group extends { count: number }>(
  groups: readonly Group[],
  is: (group: Group) => boolean = () => true,
): number {
  return groups.filter(is).reduce((sum, { count }) => sum + count, 0)
}
