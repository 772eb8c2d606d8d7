import { expect, test } from 'vitest'
import { smtpSettings } from './smtp-settings.ts'

const production = { production: true }

test('smtps speaks TLS from the first byte', () => {
  expect(smtpSettings('smtps://mail.example.com', production)).toMatchObject({ port: 465, secure: true })
})

test('in production smtp to another machine insists on TLS', () => {
  const settings = smtpSettings('smtp://mail.example.com', production)

  expect(settings).toMatchObject({ port: 587, secure: false, requireTLS: true, ignoreTLS: false })
})

test('smtp to this machine does without', () => {
  expect(smtpSettings('smtp://localhost:1025', production).requireTLS).toBe(false)
  expect(smtpSettings('smtp://127.0.0.1:1025', production).requireTLS).toBe(false)
  expect(smtpSettings('smtp://[::1]:1025', production)).toMatchObject({ host: '::1', requireTLS: false })
})

test('a host that only begins like this machine is another one', () => {
  expect(smtpSettings('smtp://127.0.0.1.evil.example', production).requireTLS).toBe(true)
})

test('user and password are percent-encoded in the address', () => {
  const { auth } = smtpSettings(
    'smtps://me%40firm.example:p%40ss%3A%2Fword@mail.example.com:2465',
    production,
  )

  expect(auth).toEqual({ user: 'me@firm.example', pass: 'p@ss:/word' })
})

test('an address without a user signs in as nobody', () => {
  expect(smtpSettings('smtp://localhost:1025', production).auth).toBeUndefined()
})

test('no letter makes the server read a file or fetch an address', () => {
  const settings = smtpSettings('smtp://localhost', production)

  expect(settings).toMatchObject({ disableFileAccess: true, disableUrlAccess: true })
})

test('a server that never greets costs ten seconds at most', () => {
  expect(smtpSettings('smtp://localhost', production).greetingTimeout).toBe(10_000)
})
