/** What the site's search looks through: every page with words of its own, read from the registries. */
import { listComparisons, listGuides, sideTitles } from '#app/articles/articles.server.ts'
import type { Comparison, Guide } from '#app/articles/article.ts'
import { listPages } from '#app/pages/pages.server.ts'
import type { Page } from '#app/pages/page.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#app/roles/role.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { indexPages, type SearchedPage } from './search-index.ts'

/** Pages that are made of a form: they have few words, so theirs stand here. */
const tools: SearchedPage[] = [
  {
    ...{ href: paths.whichRole(), title: 'Developer or engineer? Five questions', note: 'tool' },
    also: ['which role', 'choose a role', 'quiz'],
    summary: 'Five questions about your work, and the role they ask for, with the rule behind the answer.',
    ...{ skills: [], text: [] },
  },
  {
    ...{ href: paths.sharedHours(), title: 'Shared working hours', note: 'tool' },
    also: ['overlap', 'time zone', 'daylight saving', 'clock change', 'timezone'],
    summary:
      'Which hours your city shares with our team through the year, before and after each clock change.',
    ...{ skills: [], text: [] },
  },
  {
    ...{ href: paths.start(), title: 'Share your requirement', note: 'form' },
    also: ['request', 'quote', 'hire', 'brief'],
    summary: 'Tell us whom your team needs, without an account.',
    ...{ skills: [], text: [] },
  },
  {
    ...{ href: paths.book(), title: 'Book a free consultation', note: 'form' },
    also: ['call', 'meeting', 'appointment', 'calendar', 'schedule'],
    summary: 'Choose a time to talk, on your own clock.',
    ...{ skills: [], text: [] },
  },
  {
    ...{ href: paths.contact(), title: 'Contact', note: 'form' },
    also: ['write to us', 'e-mail', 'address', 'support', 'complaint', 'help'],
    summary: 'A short form, the e-mail address and the office hours.',
    ...{ skills: [], text: [] },
  },
  {
    ...{ href: paths.privacy(), title: 'Privacy notice', note: 'small print' },
    also: ['GDPR', 'data protection', 'personal data', 'erase', 'delete my data'],
    summary: `What ${site.name} collects, why, for how long, and what you can ask of us.`,
    ...{ skills: [], text: [] },
  },
]

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': '’',
}

export const searchIndex = indexPages([
  ...listRoles().map(fromRole),
  ...listComparisons().map(fromComparison),
  ...listGuides().map(fromGuide),
  ...listPages().map(fromPage),
  ...tools,
])

function fromRole(role: Role): SearchedPage {
  return {
    ...{ href: paths.role(role.slug), title: role.title, note: 'role' },
    also: [role.plural, ...role.aliases],
    skills: [
      ...role.languages.map(({ name }) => name),
      ...role.tools,
      ...role.skills.must,
      ...role.skills.nice,
    ],
    summary: role.definition,
    text: [
      ...[role.summary, ...role.does, ...role.responsibilities, ...role.hireWhen, ...role.notWhen],
      ...role.languages.flatMap(({ note }) => note ?? []),
      ...role.interview.flatMap(({ q, shows }) => [q, shows]),
      ...role.faq.flatMap(({ q, a }) => [q, a]),
      ...linesOf(role.body),
    ].flatMap(sentencesOf),
  }
}

function fromComparison(comparison: Comparison): SearchedPage {
  const { lead, tldr, shared, dimensions, choose, faq, together, body } = comparison
  return {
    ...{ href: paths.comparison(comparison.slug), title: comparison.title, note: 'comparison' },
    also: [...sideTitles(comparison), 'difference'],
    skills: [],
    summary: tldr[0] ?? lead,
    text: [
      ...[...tldr, lead, ...shared, together.text],
      ...dimensions.flatMap(({ name, cells }) => [name, ...cells]),
      ...choose.map((choice) => `If ${choice.if}, ${choice.then}.`),
      ...faq.flatMap(({ q, a }) => [q, a]),
      ...linesOf(body),
    ].flatMap(sentencesOf),
  }
}

function fromGuide({ slug, title, lead, tldr, faq, body }: Guide): SearchedPage {
  return {
    ...{ href: paths.guide(slug), title, note: 'guide' },
    ...{ also: [], skills: [] },
    summary: tldr[0] ?? lead,
    text: [...tldr, lead, ...faq.flatMap(({ q, a }) => [q, a]), ...linesOf(body)].flatMap(sentencesOf),
  }
}

function fromPage({ slug, title, lead, faq, body }: Page): SearchedPage {
  return {
    ...{ href: paths.page(slug), title, note: 'about us' },
    ...{ also: [], skills: [] },
    summary: lead,
    text: [...faq.flatMap(({ q, a }) => [q, a]), ...linesOf(body)].flatMap(sentencesOf),
  }
}

/** The words of our own files' HTML, block by block. */
function linesOf(html: string): string[] {
  return html
    .replace(/<\/(p|li|h\d|td|th|tr)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+(?=[A-Z“"])/)
}
