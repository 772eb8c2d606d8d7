import { expect, test } from 'vitest'
import { findWeakness } from './weak-password.ts'

test.each([
  'password1234',
  'P@ssw0rd2026!',
  'passwordpassword',
  'qwertyuiop123',
  '1q2w3e4r5t6y',
  '123456789012',
  'iloveyou2024!!',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'Welcome12345!',
  'administrator1',
  'Summer2026Summer',
  'correcthorsebatterystaple',
])('%s is among the first that guessers try', (password) => {
  expect(findWeakness(password)).not.toBeNull()
})

test('the name of the firm with a year around it is refused', () => {
  expect(findWeakness('Benchline-2026')).toContain('Benchline')
})

test('the own name or e-mail address is refused', () => {
  const about = { name: 'Meera Krishnan', email: 'meera.krishnan@firm.example' }

  expect(findWeakness('MeeraKrishnan99', about)).toContain('your own name')
})

test.each([
  'lamp-quorum-violet-anchor',
  'tQ7#vLw92!mRzx',
  'Die Katze schläft im Ofen',
  'my summer in a small canoe',
])('%s is a good password', (password) => {
  expect(findWeakness(password, { name: 'Meera Krishnan', email: 'meera@firm.example' })).toBeNull()
})
