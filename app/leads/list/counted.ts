/** Counting further costs more than anyone learns from it. */
export const countedUpTo = 1000
