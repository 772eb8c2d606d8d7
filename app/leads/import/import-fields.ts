/** What a column of an imported file may be, and which one its head sounds like. */
export const importFields = [
  'title',
  'name',
  'firstName',
  'lastName',
  'email',
  'company',
  'phone',
  'owner',
  'tags',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

export const importFieldNames: Record<ImportField, string> = {
  title: 'Need, in one line',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  company: 'Company',
  phone: 'Telephone',
  owner: 'Owner, by name or e-mail',
  tags: 'Tags',
  note: 'Note',
}

/** Heads that other programs, and our own export, give such columns; letters alone, in lower case. */
const sounds: Record<ImportField, RegExp> = {
  title: /^(need|title|leadtitle|dealname|opportunity(name)?|subject|request|betreff|titel)$/,
  name: /^(name|fullname|contact|contactname|person|leadname|kontakt)$/,
  firstName: /^(firstname|givenname|vorname|prenom)$/,
  lastName: /^(lastname|surname|familyname|nachname|nom)$/,
  email: /^(e?mail|emailaddress|workemail|contactemail|emailadresse)$/,
  company: /^(company|companyname|organi[sz]ation(name)?|account(name)?|firma|unternehmen|societe)$/,
  phone: /^(phone|telephone|phonenumber|mobile(phone)?|tel|telefon|mobil)$/,
  owner: /^(owner|leadowner|assignedto|accountowner|responsible)$/,
  tags: /^(tags?|labels?)$/,
  note: /^(notes?|comments?|description|message|remarks?|notiz(en)?|bemerkung)$/,
}

/** For each head the field that it sounds like, each field once; null for what is not taken over. */
export function guessFields(head: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return head.map((words) => {
    const letters = words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
    const field = importFields.find((each) => sounds[each].test(letters) && !taken.has(each))
    if (field) taken.add(field)
    return field ?? null
  })
}

export type MappingProblem = 'no-email' | 'no-name' | 'twice'

export const mappingProblemWords: Record<MappingProblem, string> = {
  'no-email': 'Say which column is the e-mail address: people are known by it.',
  'no-name': 'Say which column is the name, or which ones are first and last name.',
  twice: 'Two columns are the same. Leave one of them out.',
}

export function whyNotMapping(fields: readonly (ImportField | null)[]): MappingProblem | null {
  const chosen = fields.filter((field) => field !== null)
  if (new Set(chosen).size < chosen.length) return 'twice'
  if (!chosen.includes('email')) return 'no-email'
  return ['name', 'firstName', 'lastName'].some((name) => chosen.includes(name as ImportField))
    ? null
    : 'no-name'
}
