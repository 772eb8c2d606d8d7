import type { ComponentProps } from 'react'

type Look = {
  /** `go` is the one thing the page is for; `danger` is what cannot be taken back. */
  tone?: 'go' | 'plain' | 'quiet' | 'danger'
  small?: boolean
}

export function Button({
  tone,
  small,
  className,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button type={type} className={buttonClass({ tone, small }, className)} {...rest} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ tone, small, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a className={buttonClass({ tone, small }, className)} {...rest}>
      {children}
    </a>
  )
}

function buttonClass({ tone = 'plain', small = false }: Look, extra?: string): string {
  return ['btn', tone === 'plain' ? '' : `btn-${tone}`, small ? 'btn-small' : '', extra]
    .filter(Boolean)
    .join(' ')
}
