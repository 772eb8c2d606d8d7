export type Shown = { sequence: number; status: string }

/** The booking as the page shows it, carried by each of its forms: a change by somebody else is noticed. */
export function Guard({ sequence, status }: Shown) {
  return (
    <>
      <input type="hidden" name="sequence" value={sequence} />
      <input type="hidden" name="status" value={status} />
    </>
  )
}
