import pino from 'pino'
import { env } from '#app/env.server.ts'
import { describeError } from './describe-error.ts'

/**
 * The log: one JSON line per event, on stdout. What may identify a person or open a door is left out by name, and
 * addresses with tokens in them are logged by their pattern, never as typed.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  redact: {
    paths: [
      'password',
      'token',
      'cookie',
      'authorization',
      'email',
      'name',
      'to',
      '*.password',
      '*.token',
      '*.email',
    ],
    censor: '[left out]',
  },
})
