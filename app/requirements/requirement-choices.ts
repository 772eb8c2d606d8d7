/** The closed lists of the form: each code with the words for it, so that a new code does not compile without words. */
type Words<List extends readonly string[]> = Record<List[number], string>

const unsure = 'Not sure yet'

export const counts = ['1', '2', '3', '4', '5', '6-10', '10+', 'unsure'] as const
export const countWords: Words<typeof counts> = {
  '1': '1 person',
  '2': '2 people',
  '3': '3 people',
  '4': '4 people',
  '5': '5 people',
  '6-10': '6 to 10 people',
  '10+': 'More than 10 people',
  unsure,
}

export const seniorities = ['junior', 'mid', 'senior', 'lead', 'mixed', 'unsure'] as const
export const seniorityWords: Words<typeof seniorities> = {
  junior: 'Junior (0 to 2 years)',
  mid: 'Mid-level (2 to 5 years)',
  senior: 'Senior (5 to 8 years)',
  lead: 'Lead (8 years and more)',
  mixed: 'A mix',
  unsure,
}

export const stages = [
  'idea',
  'new_build',
  'existing_needs_people',
  'maintenance',
  'migration',
  'advice',
  'unsure',
] as const
export const stageWords: Words<typeof stages> = {
  idea: 'An idea, nothing built yet',
  new_build: 'Something new is being built',
  existing_needs_people: 'It exists, and the team needs more people',
  maintenance: 'It exists, and has to be kept running',
  migration: 'It moves to another technology or platform',
  advice: 'We want advice first',
  unsure,
}

export const readinesses = ['rough', 'clear_unwritten', 'written'] as const
export const readinessWords: Words<typeof readinesses> = {
  rough: 'A rough idea',
  clear_unwritten: 'Clear, but not written down',
  written: 'Written down',
}

export const engagements = [
  'full_time',
  'part_time',
  'hourly',
  'dedicated_team',
  'contract_to_hire',
  'unsure',
] as const
export const engagementWords: Words<typeof engagements> = {
  full_time: 'Full time (40 hours a week)',
  part_time: 'Part time (20 to 39 hours a week)',
  hourly: 'By the hour',
  dedicated_team: 'A dedicated team',
  contract_to_hire: 'Contract first, then hire',
  unsure,
}

export const starts = ['now', '1_2_weeks', '3_4_weeks', '1_3_months', 'later', 'unsure'] as const
export const startWords: Words<typeof starts> = {
  now: 'As soon as possible',
  '1_2_weeks': 'In 1 to 2 weeks',
  '3_4_weeks': 'In 3 to 4 weeks',
  '1_3_months': 'In 1 to 3 months',
  later: 'Later',
  unsure,
}

export const durations = ['lt_1m', '1_3m', '3_6m', '6_12m', 'gt_12m', 'ongoing', 'unsure'] as const
export const durationWords: Words<typeof durations> = {
  lt_1m: 'Less than a month',
  '1_3m': '1 to 3 months',
  '3_6m': '3 to 6 months',
  '6_12m': '6 to 12 months',
  gt_12m: 'More than a year',
  ongoing: 'Ongoing',
  unsure,
}

export const overlaps = ['full_day', '4h', '2h', 'async', 'unsure'] as const
export type OverlapCode = (typeof overlaps)[number]
export const overlapWords: Words<typeof overlaps> = {
  full_day: 'The whole day',
  '4h': 'About 4 hours a day',
  '2h': 'About 2 hours a day',
  async: 'Hardly any: we work in writing',
  unsure,
}

export const securityNeeds = [
  'nda_first',
  'client_device',
  'certificates',
  'regulated',
  'background_check',
] as const
/** A name keeps its number beside it. */
export const securityWords: Words<typeof securityNeeds> = {
  nda_first: 'A confidentiality agreement before any detail',
  client_device: 'Work on your own laptops or virtual desktops',
  certificates: 'Evidence such as ISO\u00a027001 or SOC\u00a02',
  regulated: 'Health or card data (HIPAA, PCI)',
  background_check: 'A background check of each person',
}

export const contactWays = ['email', 'phone', 'video_call'] as const
export const contactWords: Words<typeof contactWays> = {
  email: 'By e-mail',
  phone: 'By telephone',
  video_call: 'In a video call',
}

export const companySizes = ['1_10', '11_50', '51_200', '201_1000', 'gt_1000'] as const
export const companySizeWords: Words<typeof companySizes> = {
  '1_10': '1 to 10 people',
  '11_50': '11 to 50 people',
  '51_200': '51 to 200 people',
  '201_1000': '201 to 1,000 people',
  gt_1000: 'More than 1,000 people',
}

export const sourcesOfNews = [
  'search',
  'referral',
  'linkedin',
  'article',
  'event',
  'ai_assistant',
  'other',
] as const
export const heardFromWords: Words<typeof sourcesOfNews> = {
  search: 'A search engine',
  referral: 'Somebody recommended you',
  linkedin: 'LinkedIn',
  article: 'An article',
  event: 'An event',
  ai_assistant: 'An AI assistant',
  other: 'Another way',
}
