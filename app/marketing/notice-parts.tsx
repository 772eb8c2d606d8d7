import { ButtonLink } from '#app/ui/button.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { Part } from '#app/ui/part.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import type { NoticeText } from './notice-text.ts'

export function NoticeParts({ text }: { text: NoticeText }) {
  return (
    <div className="article">
      <Contents entries={text.map(({ id, heading }) => ({ id, title: heading }))} />
      <div className="article-body">
        {text.map((part) => (
          <Part key={part.id} id={part.id} heading={part.heading}>
            {part.text.map((paragraph) => (
              <p key={paragraph}>
                <Unbroken text={paragraph} />
              </p>
            ))}
            {part.list && (
              <ul>
                {part.list.map((point) => (
                  <li key={point}>
                    <Unbroken text={point} />
                  </li>
                ))}
              </ul>
            )}
            {part.act && <ButtonLink href={part.act.href}>{part.act.words}</ButtonLink>}
          </Part>
        ))}
      </div>
    </div>
  )
}
