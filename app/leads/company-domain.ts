/** Providers whose addresses anybody can have: they say nothing of a company. */
const freeMail = new Set(
  `126.com 163.com aol.com fastmail.com gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com
  hotmail.co.uk hotmail.com hotmail.de hotmail.fr icloud.com inbox.com laposte.net libero.it live.co.uk live.com
  mail.com mail.ru mac.com me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.in pm.me proton.me
  protonmail.com qq.com rediffmail.com t-online.de tuta.com tutanota.com web.de yahoo.co.in yahoo.co.uk yahoo.com
  yahoo.de yahoo.fr yahoo.in yandex.com yandex.ru ymail.com zoho.com zohomail.in`.split(/\s+/),
)

/** `acme.com` for `ann@acme.com`, or null when the address is a free-mail one. */
export function companyDomainOf(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domain && !freeMail.has(domain) ? domain : null
}
