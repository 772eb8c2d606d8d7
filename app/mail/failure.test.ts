import { expect, test } from 'vitest'
import { judgeFailure, mostAttempts, sayFailure, waitAfter } from './failure.ts'

const minute = 60_000

test('an answer that says "later" is tried again', () => {
  expect(judgeFailure({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 })).toBe('retry')
  expect(judgeFailure({ code: 'EMESSAGE', command: 'DATA', responseCode: 452 })).toBe('retry')
})

test('no answer at all is tried again: the letter may or may not have arrived', () => {
  expect(judgeFailure({ code: 'ECONNECTION', command: 'CONN' })).toBe('retry')
  expect(judgeFailure(new Error('anything'))).toBe('retry')
})

test('a recipient refused for good bounces; a message refused for good is dead', () => {
  expect(judgeFailure({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 })).toBe('bounced')
  expect(judgeFailure({ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 })).toBe('dead')
  expect(judgeFailure({ code: 'EMESSAGE', command: 'DATA', responseCode: 554 })).toBe('dead')
})

test('a server that greets with a refusal has refused no letter', () => {
  expect(judgeFailure({ code: 'EPROTOCOL', command: 'CONN', responseCode: 554 })).toBe('retry')
})

test('a conversation out of step is begun again', () => {
  expect(judgeFailure({ code: 'EMESSAGE', command: 'DATA', responseCode: 503 })).toBe('retry')
})

test('wrong credentials, or none where some are wanted, are nobody’s letter’s fault', () => {
  expect(judgeFailure({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 })).toBe('pause')
  expect(judgeFailure({ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 })).toBe('pause')
})

test('an address that cannot even be said to the server is dead', () => {
  expect(judgeFailure({ code: 'EENVELOPE', command: 'API' })).toBe('dead')
})

test('waits double from ten seconds to an hour, and end with the last attempt', () => {
  expect([1, 2, 3, 9, 10, 11].map((attempts) => waitAfter(attempts, 1))).toEqual([
    10_000,
    20_000,
    40_000,
    2560_000,
    60 * minute,
    60 * minute,
  ])
  expect(waitAfter(mostAttempts, 1)).toBeNull()
})

test('letters that failed together come back at different times', () => {
  expect(waitAfter(3, 0.25)).toBe(10_000)
  expect(waitAfter(3, 0.75)).toBe(30_000)
})

test('what staff read is one line, of bearable length', () => {
  expect(sayFailure(new Error('550 No\r\nsuch user'))).toBe('550 No such user')
  expect(sayFailure(new Error('x'.repeat(2000)))).toHaveLength(500)
})
