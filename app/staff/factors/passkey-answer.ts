/** What a browser sends of a passkey: `credential.toJSON()`, as text in a field of a form. */
import { z } from 'zod'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const json = z
  .string()
  .max(40_000)
  .transform((text, refusal): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      refusal.addIssue({ code: 'custom', message: 'This is no JSON.' })
      return z.NEVER
    }
  })

const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

export const registrationSchema = json.pipe(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.enum(transports)).max(10).optional(),
    }),
  }),
)

export const signatureSchema = json.pipe(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
  }),
)
