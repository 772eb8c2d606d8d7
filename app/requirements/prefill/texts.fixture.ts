/**
 * Descriptions as people write them, with what a person reads in them. They were written before the word lists. Those at
 * even places were looked at while the lists were tuned; those at odd places were not.
 */
import type { Understood } from './understand.ts'

export type Labelled = { text: string; means: Partial<Understood> }

const be = 'backend-developer'
const bee = 'backend-engineer'
const fe = 'frontend-developer'
const fs = 'full-stack-developer'
const mob = 'mobile-developer'
const de = 'data-engineer'
const ml = 'machine-learning-engineer'
const ops = 'devops-engineer'
const ca = 'cloud-architect'
const qa = 'qa-automation-engineer'
const sf = 'salesforce-developer'
const ux = 'ui-ux-designer'
const sec = 'application-security-engineer'
const pm = 'technical-project-manager'

const row = (role: string, count: string | null = null, seniority: string | null = null) => ({
  role,
  count,
  seniority,
})

export const texts: readonly Labelled[] = [
  {
    text: 'We need two senior backend developers, full time, from January for about six months. Stack is TypeScript, PostgreSQL and Redis. We sit in Berlin and want at least 4 hours of overlap a day.',
    means: {
      roles: [row(be, '2', 'senior')],
      skills: ['TypeScript', 'PostgreSQL', 'Redis'],
      duration: '3_6m',
      engagement: 'full_time',
      timeZone: 'Europe/Berlin',
      overlap: '4h',
    },
  },
  {
    text: 'Hi! Looking for a React dev asap, part-time (20h/week), ongoing. Must know Next.js + Storybook. EST hours preferred.',
    means: {
      roles: [row(fe, '1')],
      skills: ['React', 'Next.js', 'Storybook'],
      start: 'now',
      duration: 'ongoing',
      engagement: 'part_time',
      timeZone: 'America/New_York',
    },
  },
  {
    text: 'Senior DevOps Engineer\n\nResponsibilities:\n- Own our Kubernetes clusters on AWS\n- Terraform for everything\n- Prometheus and Grafana\n\nContract: 12 months, full-time.\nStart: immediately.',
    means: {
      roles: [row(ops, null, 'senior')],
      skills: ['Kubernetes', 'AWS', 'Terraform', 'Prometheus', 'Grafana'],
      start: 'now',
      duration: '6_12m',
      engagement: 'full_time',
    },
  },
  {
    text: 'one full-stack developer for 3 months, mid level, Ruby on Rails and Vue, start in two weeks',
    means: {
      roles: [row(fs, '1', 'mid')],
      skills: ['Ruby', 'Rails', 'Vue'],
      start: '1_2_weeks',
      duration: '1_3m',
    },
  },
  {
    text: 'Our data team in Amsterdam is short of hands. We want three data engineers (dbt, Airflow, Snowflake) who can begin next month and stay for a year. They should work our hours.',
    means: {
      roles: [row(de, '3')],
      skills: ['dbt', 'Airflow', 'Snowflake'],
      start: '3_4_weeks',
      duration: '6_12m',
      timeZone: 'Europe/Amsterdam',
      overlap: 'full_day',
    },
  },
  {
    text: 'Need a freelance QA automation engineer by the hour to set up Playwright tests. No rush, sometime in spring.',
    means: { roles: [row(qa, '1')], skills: ['Playwright'], start: 'later', engagement: 'hourly' },
  },
  {
    text: 'RFP: dedicated team consisting of 2 backend engineers, 1 frontend developer and 1 QA automation engineer. Java, Kafka, Angular. Start within 1-3 months, duration 18 months.',
    means: {
      roles: [row(bee, '2'), row(fe, '1'), row(qa, '1')],
      skills: ['Java', 'Kafka', 'Angular'],
      start: '1_3_months',
      duration: 'gt_12m',
      engagement: 'dedicated_team',
    },
  },
  {
    text: 'iOS developer wanted. Swift, some Kotlin is a plus. London based team, we can work async. 6 month contract with the option to hire.',
    means: {
      roles: [row(mob)],
      skills: ['Swift', 'Kotlin'],
      duration: '3_6m',
      engagement: 'contract_to_hire',
      timeZone: 'Europe/London',
      overlap: 'async',
    },
  },
  {
    text: 'Hello, we are a small startup and would like someone junior who can help with our PHP / Laravel backend for a few weeks. Budget is small. Thanks, Tom',
    means: { roles: [row(be, '1', 'junior')], skills: ['PHP', 'Laravel'], duration: 'lt_1m' },
  },
  {
    text: 'Lead machine learning engineer, PyTorch, MLflow, Python. 1 person. 40 hours per week. Starting in 3 weeks. Long term.',
    means: {
      roles: [row(ml, '1', 'lead')],
      skills: ['PyTorch', 'MLflow', 'Python'],
      start: '3_4_weeks',
      duration: 'ongoing',
      engagement: 'full_time',
    },
  },
  {
    text: 'We are migrating Salesforce orgs and need 2 Salesforce developers with Apex and SOQL experience, at least 5 years. US Pacific time, 2 hours overlap is fine.',
    means: {
      roles: [row(sf, '2', 'senior')],
      skills: ['Apex', 'SOQL'],
      timeZone: 'America/Los_Angeles',
      overlap: '2h',
    },
  },
  {
    text: 'UX designer for a redesign of our booking app. Figma. 4-6 weeks, part time. Can start next week.',
    means: {
      roles: [row(ux)],
      skills: ['Figma'],
      start: '1_2_weeks',
      duration: '1_3m',
      engagement: 'part_time',
    },
  },
  {
    text: 'seeking application security engineer - burp suite, semgrep - to review our product before an audit. about 3 weeks of work, hourly, immediately',
    means: {
      roles: [row(sec)],
      skills: ['Burp Suite', 'Semgrep'],
      start: 'now',
      duration: 'lt_1m',
      engagement: 'hourly',
    },
  },
  {
    text: 'Project manager (technical) to run two squads. Jira. Full time from Q3. We are in Sydney, half a day of overlap please.',
    means: {
      roles: [row(pm)],
      skills: ['Jira'],

      engagement: 'full_time',
      timeZone: 'Australia/Sydney',
      overlap: '4h',
    },
  },
  {
    text: 'Cloud architect needed: AWS, Terraform. We want to move off our own data centre. Senior or lead. Six to nine months.',
    means: { roles: [row(ca)], skills: ['AWS', 'Terraform'], duration: '6_12m' },
  },
  {
    text: '3x Flutter/Dart mobile developers, mid-senior, 1 year+, Toronto hours',
    means: {
      roles: [row(mob, '3')],
      skills: ['Dart', 'Flutter'],
      duration: 'gt_12m',
      timeZone: 'America/Toronto',
    },
  },
  {
    text: 'Who: Node.js backend dev (senior)\nHow many: 1\nWhen: ASAP\nHow long: 3 months\nWhere: remote, CET',
    means: {
      roles: [row(be, '1', 'senior')],
      skills: ['Node.js'],
      start: 'now',
      duration: '1_3m',
      timeZone: 'Europe/Paris',
    },
  },
  {
    text: 'We have an e-commerce platform written in Python with Django. Two of our developers left and the backlog grows. Could you send us profiles of two mid-level back-end developers? Full-time, at least half a year, from 1 month from now.',
    means: {
      roles: [row(be, '2', 'mid')],
      skills: ['Python', 'Django'],
      start: '3_4_weeks',
      duration: '3_6m',
      engagement: 'full_time',
    },
  },
  {
    text: 'Looking to augment our team with a couple of front-end developers who know React, TypeScript and Playwright.',
    means: { roles: [row(fe, '2')], skills: ['React', 'TypeScript', 'Playwright'] },
  },
  {
    text: 'Backend engineer, Go, gRPC, Kubernetes. Experience: 8+ years. Dubai. Full day overlap. Permanent later possible (contract to hire).',
    means: {
      roles: [row(bee, null, 'lead')],
      skills: ['Go', 'gRPC', 'Kubernetes'],
      engagement: 'contract_to_hire',
      timeZone: 'Asia/Dubai',
      overlap: 'full_day',
    },
  },
  {
    text: 'Our CTO asked me to find a data engineer with Spark and Databricks. We are not sure about the duration yet. Chicago office.',
    means: { roles: [row(de, '1')], skills: ['Spark', 'Databricks'], timeZone: 'America/Chicago' },
  },
  {
    text: 'Need help! Angular developer for 2 months, must start in 1 week. Hourly billing.',
    means: {
      roles: [row(fe)],
      skills: ['Angular'],
      start: '1_2_weeks',
      duration: '1_3m',
      engagement: 'hourly',
    },
  },
  {
    text: 'five android developers (Kotlin), team lead included; one year; we can offer 4h overlap from Singapore',
    means: {
      roles: [row(mob, '5')],
      skills: ['Kotlin'],
      duration: '6_12m',
      timeZone: 'Asia/Singapore',
      overlap: '4h',
    },
  },
  {
    text: 'Job description – Site Reliability / DevOps\nYou will run GitLab CI, Ansible and Docker. You are a mid-level engineer with 3 years of experience. The role is part-time, 3 days a week.',
    means: {
      roles: [row(ops, null, 'mid')],
      skills: ['GitLab CI', 'Ansible', 'Docker'],
      engagement: 'part_time',
    },
  },
  {
    text: 'Bonjour, we are in Paris and want one senior full stack engineer, Symfony and React, from September, 12+ months.',
    means: {
      roles: [row(fs, '1', 'senior')],
      skills: ['Symfony', 'React'],

      duration: 'gt_12m',
      timeZone: 'Europe/Paris',
    },
  },
  {
    text: 'Testing: two QA engineers, manual and automated (Cypress, Appium). They join an existing team of 14. 6 months.',
    means: { roles: [row(qa, '2')], skills: ['Cypress', 'Appium'], duration: '3_6m' },
  },
  {
    text: 'small team: 1 UX designer + 2 React developers + 1 backend dev (.NET, C#). start in 4 weeks. dedicated. New York.',
    means: {
      roles: [row(ux, '1'), row(fe, '2'), row(be, '1')],
      skills: ['React', '.NET', 'C#'],
      start: '3_4_weeks',
      engagement: 'dedicated_team',
      timeZone: 'America/New_York',
    },
  },
  {
    text: 'Do you have ML people? TensorFlow, scikit-learn, SQL. Two of them, juniors are ok. As soon as possible, indefinitely.',
    means: {
      roles: [row(ml, '2', 'junior')],
      skills: ['TensorFlow', 'scikit-learn', 'SQL'],
      start: 'now',
      duration: 'ongoing',
    },
  },
  {
    text: 'The product is a payments API in Java with Spring. What we lack is a principal backend engineer to settle the architecture and mentor. Fully remote; written communication is enough, we work asynchronously.',
    means: { roles: [row(bee, '1', 'lead')], skills: ['Java', 'Spring'], overlap: 'async' },
  },
  {
    text: 'Salesforce dev / admin, short engagement, less than a month, hourly rate, BST.',
    means: { roles: [row(sf)], duration: 'lt_1m', engagement: 'hourly', timeZone: 'Europe/London' },
  },
  {
    text: 'We would like to hire 6 developers: 4 backend developers and 2 frontend developers. PHP, Vue, MySQL. All senior. Full time for 2 years.',
    means: {
      roles: [row(be, '4', 'senior'), row(fe, '2', 'senior')],
      skills: ['PHP', 'Vue', 'MySQL'],
      duration: 'gt_12m',
      engagement: 'full_time',
    },
  },
  {
    text: 'architect for our Azure landing zone, 10 days of consulting, next week if possible, Zurich',
    means: {
      roles: [row(ca)],
      skills: ['Azure'],
      start: '1_2_weeks',
      duration: 'lt_1m',
      timeZone: 'Europe/Zurich',
    },
  },
  {
    text: 'Mobile developer, React Native, 2-3 years of experience, 30 hours a week, 3-6 months, flexible start.',
    means: {
      roles: [row(mob, null, 'mid')],
      skills: ['React Native'],
      duration: '3_6m',
      engagement: 'part_time',
    },
  },
  {
    text: 'Dear team,\nwe run a hospital portal and must pass a penetration test. Please propose an AppSec engineer who knows ZAP and Trivy. She or he would work with our developers full time for two months from mid of next month.\nRegards, Dr. Weiss, Vienna',
    means: {
      roles: [row(sec, '1')],
      skills: ['ZAP', 'Trivy'],
      start: '1_3_months',
      duration: '1_3m',
      engagement: 'full_time',
      timeZone: 'Europe/Vienna',
    },
  },
  {
    text: 'scrum master / technical project manager, 1, part time 20 hrs weekly, 9 months, linear + jira, IST',
    means: {
      roles: [row(pm, '1')],
      skills: ['Linear', 'Jira'],
      duration: '6_12m',
      engagement: 'part_time',
      timeZone: 'Asia/Kolkata',
    },
  },
  {
    text: 'Rails developer needed yesterday. We have 30,000 users and 200 endpoints. One year contract. We expect 2 hours of shared time.',
    means: { roles: [row(be)], skills: ['Rails'], start: 'now', duration: '6_12m', overlap: '2h' },
  },
  {
    text: 'Hi there, what would it cost to have two people for our BigQuery pipelines (data engineering), starting in about two months, for half a year, 40h?',
    means: {
      roles: [row(de, '2')],
      skills: ['BigQuery'],
      start: '1_3_months',
      duration: '3_6m',
      engagement: 'full_time',
    },
  },
  {
    text: 'JUNIOR FRONTEND DEVELOPER – HTML, CSS, SVELTE – 6 WEEKS – MADRID',
    means: {
      roles: [row(fe, null, 'junior')],
      skills: ['HTML', 'CSS', 'Svelte'],
      duration: '1_3m',
      timeZone: 'Europe/Madrid',
    },
  },
  {
    text: 'Platform work: Pulumi or OpenTofu, Jenkins, Go. One lead devops engineer and one mid devops engineer. Full-time, within 3 months.',
    means: {
      roles: [row(ops, '1', 'lead'), row(ops, '1', 'mid')],
      skills: ['OpenTofu', 'Jenkins', 'Go'],
      start: '1_3_months',
      engagement: 'full_time',
    },
  },
  {
    text: 'Can you help us find a designer? We go live in May, so it should be somebody for 8 weeks who masters Figma and design systems. We are four people in Dublin.',
    means: { roles: [row(ux, '1')], skills: ['Figma'], duration: '1_3m', timeZone: 'Europe/Dublin' },
  },
  {
    text: 'Two more full-stack developers like the ones you sent before (Prisma, Remix, PostgreSQL). Same terms, full-time, ongoing, as soon as they are free.',
    means: {
      roles: [row(fs, '2')],
      skills: ['Prisma', 'Remix', 'PostgreSQL'],
      start: 'now',
      duration: 'ongoing',
      engagement: 'full_time',
    },
  },
  {
    text: 'Tester with Selenium and JUnit, 4 months, start 1st of next month, senior, Warsaw time, core hours 10-14 shared',
    means: {
      roles: [row(qa, null, 'senior')],
      skills: ['Selenium', 'JUnit'],
      start: '3_4_weeks',
      duration: '3_6m',
      timeZone: 'Europe/Warsaw',
      overlap: '4h',
    },
  },
  {
    text: 'We want advice on whether to hire a backend developer or a backend engineer for a Kafka based order system.',
    means: { roles: [row(be, '1'), row(bee, '1')], skills: ['Kafka'] },
  },
  {
    text: 'Ten backend developers by March. Python, FastAPI, Docker. Team of mixed seniority. Contract 12 months. We work 9-5 London and need the whole day covered.',
    means: {
      roles: [row(be, '6-10', 'mixed')],
      skills: ['Python', 'FastAPI', 'Docker'],
      duration: '6_12m',
      timeZone: 'Europe/London',
      overlap: 'full_day',
    },
  },
  {
    text: 'please quote: sr. ios engineer x2, 6 months',
    means: { roles: [row(mob, '2', 'senior')], duration: '3_6m' },
  },
  {
    text: 'Our app is written in Kotlin and Swift. It crashes. We need someone experienced, for maybe three weeks, on an hourly basis, starting tomorrow.',
    means: {
      roles: [row(mob, '1', 'senior')],
      skills: ['Kotlin', 'Swift'],
      start: 'now',
      duration: 'lt_1m',
      engagement: 'hourly',
    },
  },
  {
    text: 'Vector search with pgvector, embeddings, Python. An AI engineer, 6-12 months, could be contract first and then permanent. Boston.',
    means: {
      roles: [row(ml, '1')],
      skills: ['pgvector', 'Python'],
      duration: '6_12m',
      engagement: 'contract_to_hire',
      timeZone: 'America/New_York',
    },
  },
  {
    text: 'We are looking for a developer.',
    means: {},
  },
]
