/** Every page of the firm's own, read once from the files in `content/`. */
import { site } from '#app/site.ts'
import { cityOf } from '#app/time/say.ts'
import { filledIn, type Page } from './page.ts'

const files = import.meta.glob<Page>('./content/*.md', { eager: true, import: 'default' })

const words = {
  name: site.name,
  email: site.email,
  country: site.country,
  replyWithin: site.replyWithin,
  opens: site.office.opens,
  closes: site.office.closes,
  city: cityOf(site.office.timeZone),
}

const all = Object.values(files)
  .map((page) => filledIn(page, words))
  .sort((a, b) => a.order - b.order)

/** In the order of their shelf. */
export function listPages(shelf?: Page['shelf']): Page[] {
  return shelf ? all.filter((page) => page.shelf === shelf) : all
}

export function findPage(slug: string): Page | null {
  return all.find((page) => page.slug === slug) ?? null
}
