/**
 * What a confirmation says of the data it confirms: which kinds were stored, why and until when. It names kinds and never
 * what was typed, so a letter to an address that has proved nothing carries nothing of it.
 */
import type { RequirementRequest } from './requirement.ts'

export function receiptOf(
  request: RequirementRequest,
  withFile: boolean,
): { label: string; value: string }[] {
  const kinds = [
    'your name and e-mail address',
    request.company && 'your company',
    request.phone && 'your telephone number',
    'your answers about the work',
    withFile && 'the file you attached',
  ].filter(Boolean)
  return [
    { label: 'What we stored', value: sentence(kinds.join(', ')) },
    {
      label: 'Why',
      value: request.marketing
        ? 'To answer your request; and, because you ticked it, to write to you now and then.'
        : 'To answer your request, and for nothing else.',
    },
    {
      label: 'Until when',
      value: 'As long as we may still be asked about it. Ask us to erase it sooner and we do.',
    },
  ]
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
