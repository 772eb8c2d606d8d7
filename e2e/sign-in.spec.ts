import type { Page } from '@playwright/test'
import { codeOf } from '../app/staff/factors/totp.fixture.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { accountPassword, addAccount, fillSignIn, signIn } from './staff-accounts.ts'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody sets up an authenticator app and signs in with password and code', async ({
    page,
    query,
  }) => {
    const account = await addAccount(query, 'consultant')
    await signIn(page, account)
    await page.goto('/staff/security')

    await page
      .getByRole('region', { name: 'Authenticator app' })
      .getByLabel('Your password')
      .fill(accountPassword)
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
    const uri = await page.locator('input[name="uri"]').inputValue()
    await page.getByLabel('Code', { exact: true }).fill('12345')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByRole('alert')).toContainText('This is not the code that the app shows now')
    const recovery = await page.locator('.recovery-codes code').first().innerText()
    await page.getByLabel('Code', { exact: true }).fill(codeOf(uri, new Date()))
    await page.getByRole('button', { name: 'Turn it on' }).click()

    await expect(page.getByText('The authenticator app is on.')).toBeVisible()
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()

    await signIn(page, account)
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
    // The half minute's code was spent when it turned the app on.
    await page.getByLabel('Code').fill(recovery)
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await expect(page).toHaveURL(/\/staff/)
    await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
  })

  test('a forgotten password is replaced through the mailed link', async ({ page, query, letters }) => {
    const account = await addAccount(query, 'consultant')
    await page.goto('/staff/sign-in')
    await page.getByRole('link', { name: 'I forgot my password' }).click()
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()

    const [letter] = await letters(account.email)
    await page.goto(linkIn(letter?.text ?? ''))
    await page.getByLabel('New password').fill('password12345')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await expect(page.getByRole('alert')).toContainText('among the first that guessers try')
    await page.getByLabel('New password').fill('river candle sonnet brick')
    await page.getByRole('button', { name: 'Set the password' }).click()

    await signIn(page, account, 'river candle sonnet brick')
    await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
    const notice = (await letters(account.email, 2)).at(-1)
    expect(notice?.text).toContain('Your password was replaced through a mailed link.')
  })

  test('an unknown address gets the same answer', async ({ page }) => {
    await page.goto('/staff/forgot')
    await page.getByLabel('E-mail address').fill('nobody@nowhere.example')
    await page.getByRole('button', { name: 'Mail me a link' }).click()

    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  })
})

test('somebody adds a passkey and signs in with it alone', async ({ page, query }) => {
  const account = await addAccount(query, 'manager')
  await addAuthenticator(page)
  await signIn(page, account)
  await page.goto('/staff/security')
  const passkeys = page.getByRole('region', { name: 'Passkeys' })

  await passkeys.getByLabel('What you call it').fill('Laptop')
  await passkeys.getByLabel('Your password').fill('not the password')
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('That is not your password')
  await passkeys.getByLabel('What you call it').fill('Laptop')
  await passkeys.getByLabel('Your password').fill(accountPassword)
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(passkeys.getByRole('strong')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()

  await page.goto('/staff/sign-in?next=/staff/security')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await expect(page.getByRole('heading', { name: 'Security' })).toBeVisible()
  await expect(passkeys.getByText('Last used')).toBeVisible()
})

test('a passkey of somebody who was disabled opens nothing', async ({ page, query }) => {
  const account = await addAccount(query, 'consultant')
  await addAuthenticator(page)
  await signIn(page, account)
  await page.goto('/staff/security')
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByLabel('What you call it').fill('Key')
  await passkeys.getByLabel('Your password').fill(accountPassword)
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await query('UPDATE staff SET disabled_at = now() WHERE id = $1', [account.id])

  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await expect(page.getByRole('alert')).toContainText('opens no account here')
})

test('a session that is ended elsewhere is signed out with its next request', async ({
  page,
  browser,
  query,
}) => {
  const account = await addAccount(query, 'consultant')
  const other = await browser.newPage({ baseURL: page.url() === 'about:blank' ? undefined : page.url() })
  await signIn(page, account)
  await other.goto(new URL('/staff/sign-in', page.url()).href)
  await fillSignIn(other, account)
  await expect(other.getByRole('navigation', { name: 'Desk' })).toBeVisible()

  await page.goto('/staff/security')
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: /^Sign out of/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)

  await other.reload()
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await other.close()
})

test('the doors and the security page can be used by everyone', async ({ page, query }) => {
  const account = await addAccount(query, 'consultant')
  for (const path of ['/staff/sign-in', '/staff/sign-in/code', '/staff/forgot', '/staff/reset/unknown']) {
    await page.goto(path)
    await expectAccessible(page)
  }
  await signIn(page, account)
  await page.goto('/staff/security')
  await expectAccessible(page)
  await page
    .getByRole('region', { name: 'Authenticator app' })
    .getByLabel('Your password')
    .fill(accountPassword)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await expectAccessible(page)
})

/** A device that makes and keeps passkeys, and whose owner always says yes. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

function linkIn(text: string): string {
  return /https?:\/\/\S+\/staff\/reset\/[\w-]+/.exec(text)?.[0] ?? ''
}
