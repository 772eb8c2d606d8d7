import { render } from '@react-email/components'
import type { ReactElement } from 'react'

// What html-to-text hands to a formatter; it comes without types of its own.
type TextBuilder = { addInline(words: string): void }
type Walk = (nodes: unknown, text: TextBuilder) => void

/** The letter for those who read, or listen to, text: the same words, a label and its value on one line. */
export function renderPlainText(page: ReactElement): Promise<string> {
  return render(page, {
    plainText: true,
    htmlToTextOptions: {
      selectors: [
        { selector: 'h1', options: { uppercase: false } },
        { selector: 'h2', options: { uppercase: false } },
        { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
        { selector: 'td.label', format: 'label' },
      ],
      formatters: {
        label(cell: { children: unknown }, walk: Walk, text: TextBuilder) {
          walk(cell.children, text)
          text.addInline(': ')
        },
      },
    },
  })
}
