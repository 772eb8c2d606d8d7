/** Tags side by side; each leads somewhere where that helps. */
export function TagList({ tags, hrefOf }: { tags: readonly string[]; hrefOf?: (tag: string) => string }) {
  return (
    <span className="tags">
      {tags.map((tag) =>
        hrefOf ? (
          <a key={tag} className="tag" href={hrefOf(tag)}>
            {tag}
          </a>
        ) : (
          <span key={tag} className="tag">
            {tag}
          </span>
        ),
      )}
    </span>
  )
}
