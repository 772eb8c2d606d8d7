import { z } from 'zod'

/** A password that is being chosen. It is taken as typed, spaces and all; `findWeakness` looks at it next. */
export function newPassword() {
  return z
    .string('Choose a password.')
    .min(12, 'Use 12 characters or more.')
    .max(128, 'Use 128 characters or fewer.')
}

export const newPasswordHint = '12 characters or more. Four unrelated words are good.'
