/**
 * Random letters, as programs type them to fill a field: `xKqzRtWpLmvB`. A pair of letters that no European language puts
 * side by side is about every sixth one in random text and nearly none in words; short words and abbreviations say
 * nothing, so only words of seven letters and more count.
 */
const strangePairs = new Set(
  `bq bx cj cv cx dq dx dz fq fv fx fz gq gv gx hx hz jb jc jf jg jh jk jl jm jp jq jr js jt jv jw jx jy jz
   kq kx kz lq lx mq mx mz pq pv px pz qb qc qd qe qf qg qh qj qk ql qm qn qo qp qr qs qt qv qw qx qy qz
   rq rx sx tq vb vc vf vg vh vj vk vm vn vp vq vt vw vx vz wq wv wx wz xb xd xf xg xj xk xl xm xn xq xr xs xv xw xz
   yq zb zc zf zg zj zq zr zt zx`
    .split(/\s+/)
    .filter(Boolean),
)

const shortest = 7

/** Whether the name has one random word, or the text two of them. */
export function hasGibberish({ name, text }: { name: string; text: string }): boolean {
  return randomWords(name) > 0 || randomWords(text) > 1
}

function randomWords(text: string): number {
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+/gu) ?? []
  return words.filter(isRandom).length
}

function isRandom(word: string): boolean {
  if (word.length < shortest || !/^[a-z]+$/i.test(word)) return false
  const letters = word.toLowerCase()
  const pairs = Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2))
  const strange = pairs.filter((pair) => strangePairs.has(pair)).length
  return strange >= 2 || (strange >= 1 && changesOfCase(word) >= 3) || hasNoVowels(letters)
}

/** `aBcD` changes three times from small letters to capital ones and back. */
function changesOfCase(word: string): number {
  return word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0
}

function hasNoVowels(letters: string): boolean {
  return letters.length >= 9 && (letters.match(/[aeiouy]/g)?.length ?? 0) / letters.length < 0.12
}
