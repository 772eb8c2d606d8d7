/** `'3 open leads, 1 open task and 2 coming consultations'`; `''` for nothing. */
export function sayWork({
  leads,
  tasks,
  bookings,
}: {
  leads: number
  tasks: number
  bookings: number
}): string {
  const said = [
    sayMany(leads, 'open lead'),
    sayMany(tasks, 'open task'),
    sayMany(bookings, 'coming consultation'),
  ].filter(Boolean)
  return [said.slice(0, -1).join(', '), said.at(-1)].filter(Boolean).join(' and ')
}

function sayMany(count: number, what: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}
