import type { CalendarDate } from '#app/time/types.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Byline } from '#app/ui/byline.tsx'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Label } from '#app/ui/label.tsx'
import { LiveTimes } from '#app/ui/live-times.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Part } from '#app/ui/part.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Answers, ReadingList, Tags } from '#app/ui/reading-lists.tsx'
import { SearchMark } from '#app/ui/search-mark.tsx'
import { Section } from '#app/ui/section.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import { Status } from '#app/ui/status.tsx'
import { Table } from '#app/ui/table.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import { FormParts } from './form-parts.tsx'

const tones = ['soft', 'signal', 'blue', 'violet', 'amber', 'alert', 'closed'] as const
const notices = ['info', 'success', 'amber', 'alert'] as const

/** Every component of `ui/`, in each of its states. */
export function Components() {
  return (
    <>
      <Section id="buttons" heading="Buttons">
        <div className="btn-row">
          <Button tone="go">The one thing to do</Button>
          <Button>Plain</Button>
          <Button tone="quiet">Quiet</Button>
          <Button tone="danger">Cannot be taken back</Button>
          <Button disabled>Not now</Button>
        </div>
        <div className="btn-row">
          <Button small tone="go">
            Small
          </Button>
          <Button small>Small, plain</Button>
          <ButtonLink small href="#buttons">
            A link
          </ButtonLink>
        </div>
      </Section>
      <FormParts />
      <Section id="messages" heading="Messages">
        {notices.map((tone) => (
          <Notice key={tone} tone={tone} heading={`A notice of tone ${tone}`}>
            What happened, or what to know first.
          </Notice>
        ))}
        <EmptyState heading="Nothing here yet">
          <p>What would fill it.</p>
        </EmptyState>
        <p>
          {tones.map((tone) => (
            <Status key={tone} tone={tone}>
              {tone}{' '}
            </Status>
          ))}
        </p>
        <Label>A label</Label>
        <Label live>A label of something live</Label>
        <h3>
          <Unbroken text="A heading in which full-stack stays whole" />
        </h3>
      </Section>
      <Section id="ways" heading="Ways about">
        <Breadcrumbs crumbs={[{ label: 'Home', href: '#ways' }, { label: 'Here' }]} />
        <Contents
          entries={[
            { id: 'ways', title: 'This part' },
            { id: 'lists', title: 'The next one' },
          ]}
        />
        <Chips label="Kind">
          <Chip href="#ways" isHere>
            Chosen
          </Chip>
          <Chip href="#ways" isHere={false}>
            Not chosen
          </Chip>
        </Chips>
        <Pager newer={{ href: '#ways' }} older={{ href: '#ways' }} />
        <p>
          The skip link shows itself to the keyboard: <SkipLink />
        </p>
        <BrandMark />
        <SearchMark />
      </Section>
      <ListParts />
    </>
  )
}

function ListParts() {
  return (
    <Section id="lists" heading="Lists and texts">
      <LiveTimes
        heading="Next free consultations"
        zoneName="Berlin time"
        times={[{ href: '#lists', date: 'Tuesday 1 December', time: '10:30' }]}
        allHref="#lists"
        emptyWords="None"
      />
      <IndexList
        entries={[
          { href: '#a', title: 'An entry', note: 'its note' },
          { href: '#b', title: 'One without a note' },
        ]}
      />
      <DefinitionList
        entries={[
          { term: 'Term', value: 'What holds of it' },
          { term: 'Another', value: 'And of this one' },
        ]}
      />
      <ReadingList entries={['Read one by one', 'Under hairlines']} />
      <ReadingList kind="for" entries={['Speaks for it']} />
      <ReadingList kind="against" entries={['Speaks against it']} />
      <Tags entries={['PostgreSQL', 'Redis']} />
      <Answers entries={[{ question: 'A question?', answer: 'Its answer, in the open.' }]} />
      <Table
        caption="A plain table"
        head={['Season', 'Shared']}
        rows={[{ key: 'winter', cells: ['Winter', '6 hours'] }]}
      />
      <Table
        kind="compare"
        caption="A comparison"
        head={['Compared', 'Developer', 'Engineer']}
        rows={[{ key: 'work', cells: ['Unit of work', 'A feature', 'A system'] }]}
      />
      <Part id="part" heading="A part of a long page">
        <Prose html="<p>Text that was written as Markdown, with <a href='#part'>a link</a>.</p>" />
      </Part>
      <Byline author="editorial-team" updated={'2026-11-28' as CalendarDate} minutes={4} />
    </Section>
  )
}
