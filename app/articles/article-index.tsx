import { CloseBand, Dock } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { linkToArticle } from './article-links.ts'
import { readingMinutes, type Article } from './article.ts'

export function indexCrumbs(title: string) {
  return [{ label: 'Home', href: paths.home() }, { label: title }]
}

/** All articles of one kind, each with the first sentence of its answer. */
export function ArticleIndex(props: {
  title: string
  lead: string
  articles: readonly Article[]
  /** What is said at the end to whoever found no answer here. */
  close: { heading: string; text: string }
}) {
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={indexCrumbs(props.title)} />
        <h1>{props.title}</h1>
        <p className="lede">{props.lead}</p>
      </header>
      <ul className="shelf shelf-articles">
        {props.articles.map((article) => (
          <li key={article.slug}>
            <h2>
              <a href={linkToArticle(article).href}>{article.title}</a>
            </h2>
            <div>
              <p>{article.tldr[0]}</p>
              <p className="label">{readingMinutes(article)} min read</p>
            </div>
          </li>
        ))}
      </ul>
      <CloseBand {...props.close} />
      <Dock />
    </>
  )
}
