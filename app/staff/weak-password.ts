/**
 * Passwords that guessers try first, although they are long enough. Most long favourites are short ones stretched: a
 * favourite word and a year, a run over the keyboard, one piece repeated. So they are taken apart, and what is left
 * after the favourites has to be long enough by itself.
 */
import { site } from '#app/site.ts'

const fewestOtherCharacters = 5

/** Why the password is too easy to guess, in a sentence for the person who typed it; null when it will do. */
export function findWeakness(password: string, about: { name?: string; email?: string } = {}): string | null {
  const spellings = [password.normalize('NFKC').toLowerCase(), undisguised(password)]
  const isMadeOf = (words: readonly string[]) =>
    spellings.some((spelling) => restAfter(spelling, words) < fewestOtherCharacters)

  if (spellings.some(repeatsOnePiece))
    return 'Choose a password that does not repeat one piece over and over.'
  if (isMadeOf(personalWords(about)))
    return `Choose a password that does not consist of your own name, your e-mail address or ${site.name}.`
  if (isMadeOf([...favourites, ...personalWords(about)]))
    return 'This password is among the first that guessers try. Choose another, such as four unrelated words.'
  return null
}

/** Small letters, with the usual disguises undone: `P@ssw0rd` is `password`. */
function undisguised(text: string): string {
  const letters: Record<string, string> = { '@': 'a', $: 's', '0': 'o', '3': 'e', '!': 'i' }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[@$03!](?=\p{L})|(?<=\p{L})[@$03!]/gu, (sign) => letters[sign] ?? sign)
}

function repeatsOnePiece(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,2}$/su.test(text)
}

/** How many characters are left when the words, and the figures and signs around them, are taken away. */
function restAfter(text: string, words: readonly string[]): number {
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), text)
  // Figures and signs count only where nothing was taken away: a favourite with a year is still a favourite.
  return rest === text ? text.length : rest.replace(/[^\p{L}]/gu, '').length
}

function personalWords({ name = '', email = '' }: { name?: string; email?: string }): string[] {
  const words = `${site.name} ${name} ${email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word.length >= 4)
}

/** Pieces that the commonest long passwords are made of. */
const favourites = [
  // runs over keyboards, the alphabet and the figures
  'qwertyuiop asdfghjkl zxcvbnm qwertyui qwerty qwertz azerty asdfgh asdf zxcv qazwsxedc qazwsx 1q2w3e4r5t6y 1q2w3e4r5t',
  '1q2w3e4r 1q2w3e 1qaz2wsx3edc 1qaz2wsx zaq12wsx q1w2e3r4t5y6 q1w2e3r4 poiuytrewq lkjhgfdsa mnbvcxz',
  'abcdefghijklmnopqrstuvwxyz abcdefghijkl abcdefgh abcdef abcd1234 abc123 abcd aabbccdd',
  '0123456789 1234567890 123456789 12345678 1234567 123456 12345 1234 123123 0987654321 987654321 9876543210 87654321',
  '654321 54321 4321 112233 11223344 121212 123321 147258369 159753 147258 789456123 789456 456789 192837465 101010',
  '111111 222222 333333 555555 666666 777777 888888 999999 000000',
  // words
  'password passwort motdepasse contrasena contraseña senha parola passw pass passwd passphrase mypassword newpassword',
  'changeme change letmein welcome administrator admin administrador root superuser user guest login logon signin default',
  'secret geheim topsecret system server manager master company office staff recruiter recruitment consultant hiring',
  'iloveyou loveyou ilovegod iloveu love forever always trustno1 trustnoone trust whatever nothing freedom blessed',
  'sunshine princess princesa football baseball basketball hockey soccer futbol cricket dragon monkey shadow superman',
  'batman spiderman pokemon naruto starwars matrix michael jennifer jessica jordan ashley daniel charlie andrew robert',
  'thomas matthew joshua anthony william alexander nicole michelle amanda samantha elizabeth christopher victoria',
  'liverpool chelsea arsenal barcelona realmadrid manchester united juventus ferrari mercedes porsche corvette mustang',
  'computer internet google facebook instagram twitter youtube microsoft windows android iphone samsung linkedin oracle',
  'chocolate cookie butterfly flower summer winter spring autumn january february march april june july august september',
  'october november december monday tuesday wednesday thursday friday saturday sunday purple orange yellow silver golden',
  'correcthorsebatterystaple correct horse battery staple thisisapassword thisismypassword ineedapassword idontknow',
  'donotenter opensesame sesame access hello world helloworld goodluck goodmorning hallo bonjour namaste krishna ganesh',
  'india mumbai delhi bangalore kolkata london newyork america england germany deutschland france canada australia test',
  'testing tester testtest demo example sample temp temporary unknown killer hunter ranger tigger buster ginger pepper',
  'maggie cheese banana coffee whiskey guitar rainbow unicorn angel jesus christ heaven lucky family mother father baby',
]
  .join(' ')
  .split(' ')
