/** The site's colours as mail programs understand them: hexadecimal, on paper and in the dark. */
export const light = {
  paper: '#fcfaf6',
  ink: '#161d29',
  soft: '#4f5661',
  hair: '#d8d6cd',
  tint: '#f2f0e7',
  signal: '#006e48',
  onSignal: '#f6fefa',
}

const dark: typeof light = {
  paper: '#11151c',
  ink: '#eeede7',
  soft: '#aeaba0',
  hair: '#323740',
  tint: '#1e232c',
  signal: '#62d8a6',
  onSignal: '#081a12',
}

export const fonts = {
  display: "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif",
  text: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
}

/** Styles are written on the elements, which every program reads; these classes are for those that know the dark. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: ${dark.paper} !important; }
  .ink { color: ${dark.ink} !important; }
  .soft { color: ${dark.soft} !important; }
  .line { border-color: ${dark.hair} !important; }
  .rule { border-color: ${dark.ink} !important; }
  .tint { background-color: ${dark.tint} !important; }
  .link { color: ${dark.signal} !important; }
  .button { background-color: ${dark.signal} !important; color: ${dark.onSignal} !important; }
}
@media (max-width: 480px) {
  .page { padding-left: 20px !important; padding-right: 20px !important; }
  .time { font-size: 34px !important; }
  .label, .value { display: block !important; width: auto !important; }
  .label { padding-bottom: 0 !important; }
  .value { border-top: 0 !important; padding-top: 0 !important; }
}
`
