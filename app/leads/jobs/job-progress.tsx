type JobProgressProps = {
  state: string
  isWorking: boolean
  percent: number
  progress: string
  failure: string
  lines: readonly { count: number; words: string }[]
  /** Where the page is drawn anew: without scripts that is how one sees it move. */
  reload: string
}

/** How far a job is, for the eye and for everybody; and what became of it. */
export function JobProgress({
  state,
  isWorking,
  percent,
  progress,
  failure,
  lines,
  reload,
}: JobProgressProps) {
  return (
    <>
      <p className="job-state">
        <output>{state}</output>
        {progress && <span className="label">{progress}</span>}
      </p>
      {isWorking && (
        <>
          <progress max={100} value={percent} aria-label="How far it is">
            {percent} %
          </progress>
          <p className="job-reload">
            <a href={reload}>See how far it is now</a>
          </p>
        </>
      )}
      {failure && <p className="field-error">{failure}</p>}
      {lines.length > 0 && (
        <ul className="job-lines">
          {lines.map(({ count, words }) => (
            <li key={words}>
              <strong>{count.toLocaleString('en-GB')}</strong> {words}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
