/**
 * Whether an error is PostgreSQL refusing a row because of the named constraint. Prisma wraps the driver's error
 * differently for each kind of call, so this looks for the name in what the driver said.
 */
export function isConstraintViolation(error: unknown, constraint: string): boolean {
  return causesOf(error).some((cause) => cause.includes(constraint))
}

function causesOf(error: unknown, depth = 0): string[] {
  if (depth > 5 || typeof error !== 'object' || error === null) return []
  const { message, meta, cause, driverAdapterError } = error as Record<string, unknown>
  const here = typeof message === 'string' ? [message] : []
  return [meta, cause, driverAdapterError].reduce<string[]>(
    (found, inner) => [
      ...found,
      ...causesOf(inner, depth + 1),
      ...(typeof inner === 'object' ? [JSON.stringify(inner)] : []),
    ],
    here,
  )
}
