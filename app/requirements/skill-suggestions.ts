/** Skills to tick instead of typing them: the languages and tools that the files of the wanted roles name. */

type RoleSkills = { languages: readonly { name: string }[]; tools: readonly string[] }

const mostSuggestions = 18

/** `['TypeScript', 'JavaScript', 'PHP', …]` of "TypeScript and JavaScript", "PHP", …: each once, roles in turn. */
export function suggestSkills(roles: readonly RoleSkills[]): string[] {
  const lists = roles.map(skillsOf)
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, place) => lists.map((list) => list[place])).flat()
  return [...new Set(inTurn.filter((skill) => skill !== undefined))].slice(0, mostSuggestions)
}

/** The names in a role's file, taken apart; what is a description and no name is left out. */
export function skillsOf({ languages, tools }: RoleSkills): string[] {
  return [...languages.map(({ name }) => name), ...tools]
    .flatMap((text) => text.split(/, | or | and | with /))
    .filter((name) => !/^(an?|the|another|none)\b/i.test(name) && name.split(' ').length <= 2)
}
