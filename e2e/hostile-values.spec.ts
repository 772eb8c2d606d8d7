import { expect, staffState, test } from './fixtures.ts'
import { escaped } from './html.ts'
import { newMarker, originOfSite, post, send, shareByLongWay, stepFieldsOf, type Fields } from './samples.ts'

for (const step of ['roles', 'work', 'terms', 'contact']) {
  test(`hostile values in every field harm nobody, and what is taken is shown as typed: ${step}`, async () => {
    const fields = stepFieldsOf(newMarker())[step] ?? {}
    const tries = Object.keys(fields).flatMap((name) => hostileValues().map((value) => ({ name, value })))
    const broken: string[] = []
    while (tries.length > 0) {
      const faults = await Promise.all(tries.splice(0, 10).map((tried) => faultOf(step, fields, tried)))
      broken.push(...faults.filter((fault) => fault !== ''))
    }

    expect(broken).toEqual([])
  })
}

test('text that is also HTML is shown to staff as text', async ({ browser, query }) => {
  const marker = newMarker()
  const message = `</script><script>alert(1)</script><img src=x onerror=alert(2)> ${marker} {{7*7}} \u2028`
  await shareByLongWay(marker, { message, company: `"><svg/onload=alert(3)> ${marker}` })
  const [held] = await query<{ id: string }>('SELECT id FROM submission WHERE email = $1', [
    `ann@${marker}.example`,
  ])
  const context = await browser.newContext({ storageState: staffState })
  const desk = await context.newPage()
  const dialogs: string[] = []
  desk.on('dialog', (dialog) => void dialogs.push(dialog.message()))

  await desk.goto(`${originOfSite()}/staff/held/${held?.id}`)
  await expect(desk.getByRole('main')).toContainText('<img src=x onerror=alert(2)>')
  await desk.getByRole('button', { name: 'Release' }).click()

  await desk.waitForURL(/\/staff\/leads\/\d+/)
  await expect(desk.getByRole('main')).toContainText(
    '</script><script>alert(1)</script><img src=x onerror=alert(2)>',
  )
  await expect(desk.getByRole('main')).toContainText('"><svg/onload=alert(3)>')
  expect(await desk.locator('main img, main svg[onload], main script:not([src])').count()).toBe(0)
  expect(dialogs).toEqual([])
  await context.close()
})

/** What is wrong with the answer to a form with one hostile value; empty when nothing is. */
async function faultOf(step: string, fields: Fields, { name, value }: { name: string; value: string }) {
  const answer = await post(`/start/${step}`, { ...fields, [name]: value })
  const tried = `${name} = ${JSON.stringify(value.slice(0, 30))}`
  if (answer.status >= 500) return `${tried}: ${answer.status}`
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie || !/^(message|company|skills)$/.test(name)) return ''
  const html = await (await send(`/start/${step}`, { headers: { cookie } })).text()
  const shown = escaped(asSent(value))
  return html.replaceAll('\r', '').includes(shown) ? '' : `${tried} is shown as something else`
}

function hostileValues(): string[] {
  return [
    ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' OR 1=1 --", '${7*7}', '{{7*7}}'],
    ...['=HYPERLINK("http://evil.test")', '+1+1', '@SUM(A1)', '-2+3', '__proto__', 'constructor', 'toString'],
    ...[
      'a\u0000b',
      'a\u202Eb',
      'a\u2066b',
      '\uD800',
      '\uDC00x',
      'a\r\nBcc: eve@evil.test',
      '\uFEFF',
      '\u200B',
    ],
    ...[
      '../../etc/passwd',
      '%00',
      '%ff%fe',
      'e\u0301'.repeat(40),
      '🧑‍💻'.repeat(20),
      'x'.repeat(5000),
      '9'.repeat(400),
    ],
    'x'.repeat(1_000_000),
  ]
}

/** What of a value arrives: half a character cannot be sent, and a field is shown without space around it. */
function asSent(value: string): string {
  return Buffer.from(value).toString().replace(/\r\n?/g, '\n').trim()
}
