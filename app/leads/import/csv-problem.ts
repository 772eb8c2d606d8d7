/** Why a file cannot be imported as a whole, in the words that stand at its field. */
export const mostRows = 10_000
export const mostColumns = 60
export const mostCellCharacters = 5000
export const mostFileMegabytes = 5

export type CsvProblem =
  | 'none'
  | 'several'
  | 'too-big'
  | 'not-uploaded'
  | 'empty'
  | 'not-text'
  | 'damaged'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'long-cell'

export const csvProblemWords: Record<CsvProblem, string> = {
  none: 'Select a CSV file.',
  several: 'You can select one file only.',
  'too-big': `The selected file must be smaller than ${mostFileMegabytes} MB. Split it into several.`,
  'not-uploaded': 'The selected file could not be uploaded. Select it and try again.',
  empty: 'The selected file is empty.',
  'not-text': 'The selected file is not a CSV file. In a spreadsheet, choose “Save as” and then CSV.',
  damaged: 'The selected file is damaged: a quotation mark is open at its end. Save it again as CSV.',
  'no-rows': 'The selected file has heads but no lines below them.',
  'too-many-rows': `The selected file has more than ${mostRows.toLocaleString('en-GB')} lines. Split it into several.`,
  'too-many-columns': `The selected file has more than ${mostColumns} columns. Leave out those that are not needed.`,
  'long-cell': `A cell has more than ${mostCellCharacters.toLocaleString('en-GB')} characters. Shorten it.`,
}
