import { describe, expect, test } from 'vitest'
import { contentReasons } from './content.ts'

const plain = { name: 'Ann Example', company: 'Harbour Freight Ltd', text: '' }

describe('what a client writes is nothing to doubt', () => {
  test.each([
    '',
    'We move a billing system off a monolith. Two people, from January.',
    'Stack: TypeScript, Next.js, PostgreSQL, gRPC, Kubernetes (EKS), nginx, XGBoost, JWT.',
    'They write List<String> and Map<K, V>, and render <div> and <span> all day.',
    'The job description is at https://careers.acme.example/backend',
    'Wir suchen zwei Entwickler für Angstschweiß- und Rechtsschutzversicherungen.',
    'Нам нужны два бэкенд-разработчика на полгода.',
    '我们需要两名后端开发人员。',
    'We run an online casino platform and need an SEO expert next to three backend developers.',
  ])('%j', (text) => {
    expect(contentReasons({ ...plain, text })).toEqual([])
  })

  test.each([
    'Krzysztof Brzęczyszczykiewicz',
    'Nguyễn Thị Mộng Tuyền',
    'Mxolisi Dlamini',
    'Siobhán Ní Dhomhnaill',
    'Hrvoje Strk',
    'Venkatanarasimharajuvaripeta Rao',
    'Schwarzschmidt-Knorr',
    'Λευτέρης Παπαδόπουλος',
    'MacDonald McKinseyJones',
  ])('the name %s', (name) => {
    expect(contentReasons({ ...plain, name })).toEqual([])
  })

  test.each(['Booking.com', 'Acme.io GmbH', 'AT&T', 'Ärzte ohne Grenzen', 'X.ai'])(
    'the company %s',
    (company) => {
      expect(contentReasons({ ...plain, company })).toEqual([])
    },
  )
})

describe('what gives a sender away', () => {
  test.each([
    ['a web address as a company', { company: 'https://buy.evil.example' }, 'link-in-name'],
    ['a link in the name', { name: 'Win at evil.com/now' }, 'link-in-name'],
    ['HTML', { text: 'Hello <a href="https://evil.example">win</a>' }, 'markup'],
    ['forum code', { text: '[url=https://evil.example]win[/url]' }, 'markup'],
    [
      'four links',
      { text: 'http://a.example http://b.example www.c.example http://d.example' },
      'many-links',
    ],
    ['two links', { text: 'http://a.example and http://b.example' }, 'some-links'],
    ['one phrase of a seller', { text: 'We place guest posts for you.' }, 'sales-word'],
    [
      'several phrases of a seller',
      { text: 'I came across your website. We boost your traffic with backlinks.' },
      'sales-words',
    ],
    ['letters of two alphabets in a word', { text: 'Cheap \u0410pple devices' }, 'mixed-scripts'],
    ['a random name', { name: 'XkqzRtWpLmvBjx' }, 'gibberish'],
    ['random words', { text: 'wqzxkjvb lkqxzvjw mnbvqxzk' }, 'gibberish'],
  ])('%s', (_, changes, reason) => {
    expect(contentReasons({ ...plain, ...changes })).toEqual([reason])
  })
})
