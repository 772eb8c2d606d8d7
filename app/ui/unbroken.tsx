/** A text whose hyphenated words stay whole: "full-stack" is never left at the end of a line as "full-". */
export function Unbroken({ text }: { text: string }) {
  const parts = text.split(/(\S+-\S+)/)
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="unbroken">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  )
}
