/**
 * Passkeys: a key pair on somebody's own device, which it opens by a finger, a face or a PIN. So one proves both that
 * the device is there and that its owner is, and opens the desk without password or code. Ours is only the public half.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { site } from '#app/site.ts'
import { followAccountChange } from '../account-change.server.ts'
import { provePassword, type NotProved } from '../passwords/prove-password.server.ts'
import { startProvenSession, type From } from '../session.server.ts'
import type { Viewer } from '../viewer.server.ts'
import { rememberChallenge, spendChallenge } from './challenges.server.ts'
import { registrationSchema, signatureSchema } from './passkey-answer.ts'

const rpID = new URL(env.APP_URL).hostname
const mostPasskeys = 10

/** What the browser needs to make a key for the viewer. */
export async function offerNewPasskey(viewer: Viewer, now: Date) {
  const known = await db.passkey.findMany({ where: { staffId: viewer.id }, select: { credentialId: true } })
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID,
    userName: viewer.email,
    userDisplayName: viewer.name,
    userID: new TextEncoder().encode(viewer.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await rememberChallenge('add', { challenge: options.challenge, staffId: viewer.id, now })
  return options
}

/** What the browser needs to sign in: it offers whatever keys its owner has for this site, so it tells nobody whose. */
export async function offerPasskeySignIn(now: Date) {
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await rememberChallenge('sign-in', { challenge: options.challenge, now })
  return options
}

export type NotAdded = NotProved | 'not-read' | 'too-many'

/** Adds the key that the viewer's device made; every session ends, and this browser gets a new one. */
export async function addPasskey(
  viewer: Viewer,
  { name, credential, password }: { name: string; credential: string; password: string },
  from: From,
): Promise<Outcome<Headers, NotAdded>> {
  const proved = await provePassword(viewer, password, from.ip)
  if (!proved.ok) return proved
  if ((await db.passkey.count({ where: { staffId: viewer.id } })) >= mostPasskeys) return refused('too-many')
  const made = await readNewKey(viewer, credential, from.now)
  if (!made) return refused('not-read')

  await db.$transaction(async (tx) => {
    const { id: credentialId, publicKey, counter, transports = [] } = made
    await tx.passkey.create({
      data: { staffId: viewer.id, credentialId, publicKey, counter, transports, name, createdAt: from.now },
    })
    await followAccountChange(tx, {
      ...{ staffId: viewer.id, actorId: viewer.id, now: from.now, after: { factor: 'passkey' } },
      ...{ action: 'factor.added', what: `A passkey, “${name}”, was added to your account.` },
    })
  })
  return done((await startProvenSession(viewer.id, from)) ?? new Headers())
}

async function readNewKey({ id }: Viewer, credential: string, now: Date) {
  const answer = registrationSchema.safeParse(credential)
  if (!answer.success) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer.data satisfies RegistrationResponseJSON,
      expectedChallenge: (challenge) => spendChallenge('add', { challenge, staffId: id, now }),
      expectedOrigin: env.APP_URL,
      expectedRPID: rpID,
    })
    return verified ? registrationInfo.credential : null
  } catch (error) {
    log.info({ err: error }, 'a new passkey could not be read')
    return null
  }
}

export async function removePasskey(
  viewer: Viewer,
  { id, password }: { id: string; password: string },
  from: From,
): Promise<Outcome<Headers, NotProved>> {
  const proved = await provePassword(viewer, password, from.ip)
  if (!proved.ok) return proved

  await db.$transaction(async (tx) => {
    const removed = await tx.passkey.deleteMany({ where: { id, staffId: viewer.id } })
    if (removed.count === 0) return
    await followAccountChange(tx, {
      ...{ staffId: viewer.id, actorId: viewer.id, now: from.now, before: { factor: 'passkey' } },
      ...{ action: 'factor.removed', what: 'A passkey was removed from your account.' },
    })
  })
  return done((await startProvenSession(viewer.id, from)) ?? new Headers())
}

/** Signs in whoever's key signed the challenge: the headers that set the cookie, or null. */
export async function signInWithPasskey(credential: string, from: From): Promise<Headers | null> {
  const staffId = await ownerOf(credential, from.now)
  const cookies = staffId && (await startProvenSession(staffId, from))
  await audit(db, {
    actorId: cookies ? staffId : null,
    action: cookies ? 'sign-in' : 'sign-in.failed',
    ...{ entity: 'staff', entityId: staffId ?? '', after: { by: 'passkey' } },
  })
  return cookies || null
}

async function ownerOf(credential: string, now: Date): Promise<string | null> {
  const answer = signatureSchema.safeParse(credential)
  if (!answer.success) return null
  const known = await db.passkey.findUnique({ where: { credentialId: answer.data.id } })
  if (!known) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer.data satisfies AuthenticationResponseJSON,
      expectedChallenge: (challenge) => spendChallenge('sign-in', { challenge, now }),
      expectedOrigin: env.APP_URL,
      expectedRPID: rpID,
      credential: {
        id: known.credentialId,
        publicKey: new Uint8Array(known.publicKey),
        counter: Number(known.counter),
      },
    })
    if (!verified) return null
    await db.passkey.update({
      where: { id: known.id },
      data: { counter: authenticationInfo.newCounter, lastUsedAt: now },
    })
    return known.staffId
  } catch (error) {
    log.info({ err: error }, 'a passkey was refused')
    return null
  }
}
