import type { ReactNode } from 'react'
import { CloseBand, Dock, Doors } from '#app/marketing/doors.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Byline } from '#app/ui/byline.tsx'
import { Contents } from '#app/ui/contents.tsx'
import type { Article } from './article.ts'

/** The frame of every article: what it is and says in short, its list of contents, the way on at its end. */
export function ArticlePage(props: {
  article: Article
  /** Slugs of the roles it is about: the doors know them. */
  roles: readonly string[]
  crumbs: readonly { label: string; href?: string }[]
  contents: readonly { id: string; title: string }[]
  minutes: number
  /** Beside the doors: when the next call could be. */
  next: ReactNode
  children: ReactNode
}) {
  const { article, roles } = props
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={props.crumbs} />
        <h1>{article.title}</h1>
        <Byline author={article.author} updated={article.updated} minutes={props.minutes} />
        <section className="gist" aria-labelledby="gist">
          <h2 id="gist">In short</h2>
          {article.tldr.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <Doors roles={roles} />
        {props.next}
      </header>
      <div className="article">
        <Contents entries={props.contents} />
        <div className="article-body">{props.children}</div>
      </div>
      <CloseBand {...article.cta} roles={roles} />
      <Dock roles={roles} />
    </>
  )
}
