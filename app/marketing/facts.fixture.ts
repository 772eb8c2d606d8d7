/**
 * What the site has to tell its visitors, as a table: each row is one fact, and each entry a phrase that says it in the
 * main text of one page. A test renders the pages and looks for the phrases, so a fact cannot be edited away unnoticed.
 */
import { paths } from '#app/paths.ts'

export type Fact = {
  /** The number of the fact, 1 to 53; a fact may be told on several pages. */
  row: number
  /** The address of the page. */
  page: string
  /** As written there, white space collapsed; at least four words. */
  phrase: string
}

const developer = paths.role('backend-developer')
const engineer = paths.role('backend-engineer')
const comparison = paths.comparison('backend-developer-vs-backend-engineer')
const home = paths.home()

export const facts: Fact[] = [
  // What each role is
  { row: 1, page: developer, phrase: 'builds and maintains the code that processes' },
  { row: 1, page: developer, phrase: 'data and carries out what its users ask for' },
  {
    row: 1,
    page: comparison,
    phrase: 'Builds and maintains what processes data and performs the actions on a site',
  },
  {
    row: 2,
    page: developer,
    phrase: 'Looks after data storage, security and the other jobs that only a server can do',
  },
  { row: 3, page: engineer, phrase: 'designs, builds and maintains the server side of web applications' },
  { row: 3, page: comparison, phrase: 'designs, builds and maintains the server side as a whole' },
  { row: 4, page: engineer, phrase: 'Answers for the structure of the application before anything else' },
  { row: 4, page: comparison, phrase: 'answers for how the application is structured' },

  // What the comparison is about
  {
    row: 5,
    page: comparison,
    phrase: 'explains both roles, the areas each one answers for, and the differences',
  },
  { row: 6, page: comparison, phrase: 'The two roles are not the same' },
  { row: 7, page: comparison, phrase: 'Both belong to one software team and work on the same project' },
  {
    row: 8,
    page: comparison,
    phrase: 'Both take on cross-functional responsibilities when the goal asks for it',
  },

  // What backend development is
  { row: 9, page: developer, phrase: 'work on server-side software: on everything a visitor cannot see' },
  { row: 10, page: developer, phrase: 'a site performs correctly when all five hold together' },
  { row: 10, page: developer, phrase: 'Databases. What is stored, in which shape' },
  { row: 10, page: developer, phrase: 'Back-end logic. The rules of the business' },
  { row: 10, page: developer, phrase: 'APIs. The agreements by which other programs ask for something' },
  { row: 10, page: developer, phrase: 'Architecture. Which part knows what' },
  { row: 10, page: developer, phrase: 'Servers. Where the code runs' },

  // What a developer does and knows
  {
    row: 11,
    page: developer,
    phrase: 'web services and APIs that front-end and mobile developers build their screens on',
  },
  { row: 12, page: developer, phrase: 'Owns the application logic on the server' },
  { row: 13, page: developer, phrase: 'Oversees how the front-end part is joined to the server' },
  {
    row: 14,
    page: developer,
    phrase: 'JavaScript on Node.js. Expect HTML5 and CSS3 beside them, and jQuery in older code',
  },
  { row: 15, page: developer, phrase: 'the integration of several data sources and databases' },
  { row: 16, page: developer, phrase: 'authorisation of users between several systems and servers' },
  { row: 17, page: developer, phrase: 'Clean, maintainable code that a colleague can follow' },
  {
    row: 18,
    page: developer,
    phrase: 'how software behaves across platforms, and what keeps it compatible with each',
  },
  { row: 19, page: developer, phrase: 'Troubleshoots and debugs, with a failing test' },
  {
    row: 20,
    page: developer,
    phrase: 'Runs UI and end-to-end tests to confirm that the server and the interface work together',
  },
  { row: 21, page: developer, phrase: 'Optimises performance where a measurement says it matters' },
  { row: 22, page: developer, phrase: 'Takes part in the whole application life cycle' },
  { row: 23, page: developer, phrase: 'Develops sustainable web applications' },
  { row: 24, page: developer, phrase: 'Trains and supports other team members' },

  // What an engineer does and knows
  {
    row: 25,
    page: engineer,
    phrase: 'Lays the foundations that the rest of the team works on to reach its main goal',
  },
  {
    row: 26,
    page: engineer,
    phrase: 'Writes the business logic, the server scripts and the APIs that other developers use',
  },
  { row: 27, page: engineer, phrase: 'Ensures a secure structure' },
  { row: 28, page: engineer, phrase: 'Produces reusable code libraries' },
  { row: 29, page: engineer, phrase: 'Creates the data-storage solutions that the product stands on' },
  { row: 30, page: engineer, phrase: 'Optimises servers for speed and stability' },
  { row: 31, page: engineer, phrase: 'At home in PHP, Python, Ruby, Java, .NET or JavaScript' },
  { row: 32, page: engineer, phrase: 'A working knowledge of HTML5 and CSS3' },
  {
    row: 33,
    page: engineer,
    phrase:
      'Standards of accessibility (WCAG), and the security and regulatory compliance that a server must meet',
  },
  { row: 34, page: engineer, phrase: 'A clear grasp of database systems' },
  { row: 35, page: engineer, phrase: 'Inspects server code for speed before users notice' },
  { row: 36, page: engineer, phrase: 'Conceives and implements new ways to store data' },
  { row: 37, page: engineer, phrase: 'Raises code quality through automation and tests' },
  { row: 38, page: engineer, phrase: 'Makes the back end usable by all front-side applications' },

  // The languages
  { row: 39, page: comparison, phrase: 'sorted into two kinds, object-oriented and functional' },
  { row: 40, page: comparison, phrase: 'PHP, Java, Python, Ruby and C++, and others' },
  { row: 41, page: comparison, phrase: 'Clojure, Haskell, Racket and the Wolfram Language' },

  // How the two differ
  { row: 42, page: comparison, phrase: 'Their duties are similar, with a few differences' },
  { row: 43, page: comparison, phrase: 'Carries out the plans that the engineer has made' },
  { row: 44, page: comparison, phrase: 'Single tasks and features, which together make up the application' },
  { row: 44, page: developer, phrase: 'Works feature by feature, each one a part of the application' },
  { row: 45, page: comparison, phrase: 'leaders, to learn what end users need' },
  { row: 45, page: engineer, phrase: 'leaders to learn what the end users need' },
  {
    row: 46,
    page: comparison,
    phrase: 'Designs the whole development process, which a developer is not asked to do',
  },
  { row: 47, page: comparison, phrase: 'Demonstrates the design and the methods of the project' },
  { row: 47, page: engineer, phrase: 'Shows the team the design and the methods of the project' },

  // Why to hire, and from whom
  {
    row: 48,
    page: comparison,
    phrase: 'A project succeeds when the two collaborate, and a well-matched team deploys faster',
  },
  { row: 48, page: home, phrase: 'A project succeeds when both work together' },
  { row: 49, page: home, phrase: 'Hire remote developers and engineers who join your stand-up' },
  { row: 49, page: comparison, phrase: 'productivity, hire remote backend developers and engineers' },
  {
    row: 50,
    page: home,
    phrase: 'is a staff-augmentation firm in India that adds pre-vetted remote developers and engineers',
  },
  { row: 50, page: home, phrase: 'skills and way of working are suited to your organisation' },

  // What to do next
  { row: 51, page: comparison, phrase: 'Schedule a call and share your requirements' },
  { row: 51, page: paths.book(), phrase: 'Schedule a call and share your requirements in one go' },
  { row: 51, page: paths.start(), phrase: 'Schedule a call and share your requirements in one go' },
  { row: 52, page: comparison, phrase: 'request a free consultation first' },
  { row: 52, page: paths.book(), phrase: 'Request a free consultation of 30 minutes' },
  { row: 53, page: comparison, phrase: 'You might also like' },
]
