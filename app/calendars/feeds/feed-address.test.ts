import { expect, test } from 'vitest'
import { newFeedSchema, sayAgo, whereIs } from './feed-address.ts'

function read(url: string) {
  const parsed = newFeedSchema.safeParse({ name: 'Private', url })
  return parsed.success ? parsed.data.url : parsed.error.issues[0]?.message
}

test('webcal is https, and one address is one text', () => {
  expect(read(' webcal://p01-caldav.icloud.com/published/2/abc ')).toBe(
    'https://p01-caldav.icloud.com/published/2/abc',
  )
  expect(read('HTTPS://Calendar.Google.com/basic.ics#now')).toBe('https://calendar.google.com/basic.ics')
})

test('what is no web address is refused with what to paste instead', () => {
  const message = 'Paste an address that begins with https:// or webcal://.'
  expect(read('calendar.google.com/basic.ics')).toBe(message)
  expect(read('javascript:alert(1)')).toBe(message)
  expect(read('https://')).toBe(message)
  expect(read('')).toBe('Paste the secret address of the calendar.')
})

test('of an address only the name of its server is shown', () => {
  expect(whereIs('https://user:secret@calendar.google.com/private-secret/basic.ics?key=secret')).toBe(
    'calendar.google.com',
  )
})

test('how long ago is said in the largest unit that fits', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const ago = (iso: string) => sayAgo(new Date(iso), now)

  expect(ago('2026-11-23T08:59:30Z')).toBe('just now')
  expect(ago('2026-11-23T08:52:00Z')).toBe('8 minutes ago')
  expect(ago('2026-11-23T07:30:00Z')).toBe('1 hour ago')
  expect(ago('2026-11-20T09:00:00Z')).toBe('3 days ago')
})
