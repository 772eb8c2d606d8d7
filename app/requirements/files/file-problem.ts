/** Why a job description cannot be taken, in the words that stand at its field. */
export type FileProblem =
  | 'wrong-type'
  | 'two-endings'
  | 'too-big'
  | 'empty'
  | 'password'
  | 'macros'
  | 'damaged'
  | 'not-uploaded'
  | 'several'

export const mostFileBytes = 5 * 1024 * 1024

export const fileProblemWords: Record<FileProblem, string> = {
  'wrong-type': 'The selected file must be a PDF, DOCX, TXT or MD.',
  'two-endings':
    'The name of the selected file has two endings. Rename it, such as brief.pdf, and select it again.',
  'too-big': 'The selected file must be smaller than 5 MB.',
  empty: 'The selected file is empty.',
  password: 'The selected file is password protected. Remove the password and select it again.',
  macros: 'The selected file contains macros or links to a template. Save it as a plain DOCX or PDF.',
  damaged: 'The selected file is damaged or not complete. Save it again and select it once more.',
  'not-uploaded': 'The selected file could not be uploaded. Select it and try again.',
  several: 'You can select one file only.',
}
