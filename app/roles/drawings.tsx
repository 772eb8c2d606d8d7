import type { ReactNode } from 'react'
import type { Family } from './role.ts'

/** What each family works on, drawn by one hand on 400 by 300: thin ink, one live stroke. `says` is for those who do not see it. */
export const drawings: Record<Family, { says: string; lines: ReactNode }> = {
  backend: {
    says: 'requests pass an interface, wait in a queue, are worked on, and end in a database.',
    lines: (
      <>
        <path className="faint" d="M28 62h44M28 92h44M28 122h44" />
        <rect className="wash" x="76" y="42" width="20" height="100" rx="4" />
        <path d="M100 92h36M128 84l8 8-8 8" />
        <rect x="140" y="66" width="112" height="52" rx="6" />
        <path d="M168 66v52M196 66v52M224 66v52" />
        <path className="live" d="M175 82l8 10-8 10M203 82l8 10-8 10M231 82l8 10-8 10" />
        <path d="M256 92h40M288 84l8 8-8 8" />
        <circle className="wash" cx="330" cy="92" r="30" />
        <path className="live" d="M318 92l9 9 16-18" />
        <path d="M330 126v52M322 170l8 8 8-8" />
        <ellipse cx="330" cy="196" rx="40" ry="13" />
        <path d="M290 196v54c0 7 18 13 40 13s40-6 40-13v-54M290 214c0 7 18 13 40 13s40-6 40-13M290 232c0 7 18 13 40 13s40-6 40-13" />
        <path className="live" d="M286 232H120c-20 0-34-12-34-32v-44M78 164l8-8 8 8" />
        <text x="28" y="34">
          requests
        </text>
        <text x="140" y="52">
          queue
        </text>
        <text x="300" y="50">
          service
        </text>
        <text x="296" y="284">
          database
        </text>
        <text x="128" y="222">
          the answer
        </text>
      </>
    ),
  },
  frontend: {
    says: 'a page in a browser, the same page on a phone, and the one button that is pressed.',
    lines: (
      <>
        <rect x="28" y="40" width="232" height="180" rx="6" />
        <path d="M28 64h232M44 52h.1M58 52h.1M72 52h.1" />
        <rect className="wash" x="46" y="82" width="84" height="58" rx="4" />
        <path d="M146 90h96M146 108h96M146 126h60" />
        <path className="faint" d="M46 160h196M46 178h196" />
        <path className="live" d="M50 194h64a6 6 0 016 6v2a6 6 0 01-6 6H50a6 6 0 01-6-6v-2a6 6 0 016-6z" />
        <rect x="296" y="78" width="76" height="142" rx="10" />
        <path d="M324 90h20" />
        <rect className="wash" x="308" y="102" width="52" height="36" rx="3" />
        <path d="M308 152h52M308 166h40" />
        <path className="live" d="M312 184h44a5 5 0 015 5v4a5 5 0 01-5 5h-44a5 5 0 01-5-5v-4a5 5 0 015-5z" />
        <path className="faint" d="M262 130h30" />
        <path className="live" d="M112 204l8 24 5-9 10-3z" />
        <text x="28" y="30">
          browser
        </text>
        <text x="296" y="66">
          phone
        </text>
        <text x="28" y="252">
          one page, every width
        </text>
      </>
    ),
  },
  mobile: {
    says: 'a phone without a network keeps its entries, and brings them in step when there is one.',
    lines: (
      <>
        <rect x="44" y="36" width="112" height="208" rx="16" />
        <path d="M86 52h28" />
        <rect className="wash" x="60" y="72" width="80" height="30" rx="5" />
        <path d="M70 87h44" />
        <rect className="wash" x="60" y="112" width="80" height="30" rx="5" />
        <path d="M70 127h52" />
        <path
          className="live"
          d="M60 157a5 5 0 015-5h70a5 5 0 015 5v20a5 5 0 01-5 5H65a5 5 0 01-5-5zM88 167h24M100 155v24"
        />
        <path d="M86 222h28" />
        <path className="faint" d="M166 92h118M166 178h118" />
        <path
          className="live"
          d="M196 78c24-18 52-18 76 0M266 64l8 15-17 2M272 196c-24 18-52 18-76 0M202 210l-8-15 17-2"
        />
        <path d="M300 156c-18 0-28-12-28-26 0-15 11-26 26-26 4-16 17-25 32-25 20 0 34 14 35 33 12 2 19 11 19 22 0 13-9 22-23 22z" />
        <text x="44" y="24">
          device
        </text>
        <text x="296" y="66">
          server
        </text>
        <text x="204" y="140">
          in step
        </text>
        <text x="44" y="270">
          works in a tunnel, too
        </text>
      </>
    ),
  },
  data: {
    says: 'three sources run together into one table, and one figure leads back to its row.',
    lines: (
      <>
        <ellipse cx="62" cy="54" rx="32" ry="10" />
        <path d="M30 54v34c0 6 14 10 32 10s32-4 32-10V54" />
        <path d="M34 132h44l14 14v42H34zM78 132v14h14M44 158h36M44 172h26" />
        <path d="M30 222h64v42H30zM30 236h64M52 222v42M74 222v42" />
        <path d="M102 76c36 0 36 72 72 72M102 160h72M102 242c36 0 36-70 72-70" />
        <path d="M166 152l8 8-8 8" />
        <rect x="186" y="104" width="100" height="112" rx="4" />
        <path d="M186 128h100M186 150h100M186 172h100M186 194h100M220 104v112M252 104v112" />
        <rect className="wash" x="252" y="150" width="34" height="22" />
        <path d="M292 161h26M310 153l8 8-8 8" />
        <path d="M326 216V120M326 216h54" />
        <path className="live" d="M338 216v-34M352 216v-52M366 216v-74" />
        <path className="faint" d="M366 130c-10-50-150-66-262-66" />
        <text x="30" y="32">
          sources
        </text>
        <text x="186" y="92">
          one table
        </text>
        <text x="330" y="236">
          a figure
        </text>
        <text x="150" y="56">
          and back to its row
        </text>
      </>
    ),
  },
  platform: {
    says: 'a change goes from a commit through checks into production, and there is a way back.',
    lines: (
      <>
        <circle cx="46" cy="96" r="14" />
        <path d="M46 82V52M46 110v30" />
        <path d="M64 96h30M86 88l8 8-8 8" />
        <rect x="102" y="70" width="62" height="52" rx="6" />
        <path className="live" d="M118 97l10 10 20-22" />
        <path d="M170 96h28M190 88l8 8-8 8" />
        <rect x="206" y="70" width="62" height="52" rx="6" />
        <path d="M222 88h30M222 104h30" />
        <path d="M274 96h26M292 88l8 8-8 8" />
        <rect x="308" y="52" width="68" height="26" rx="4" />
        <rect className="wash" x="308" y="84" width="68" height="26" rx="4" />
        <rect x="308" y="116" width="68" height="26" rx="4" />
        <path d="M320 65h.1M320 97h.1M320 129h.1M340 65h24M340 97h24M340 129h24" />
        <path className="live" d="M342 150v34c0 14-10 22-24 22H92c-24 0-38-14-38-38v-20M46 158l8-10 9 9" />
        <path className="faint" d="M102 250h40l10-22 14 40 14-30 10 12h160" />
        <text x="30" y="40">
          commit
        </text>
        <text x="112" y="60">
          checks
        </text>
        <text x="214" y="60">
          release
        </text>
        <text x="308" y="42">
          running
        </text>
        <text x="150" y="224">
          the way back
        </text>
        <text x="102" y="288">
          and a pulse to watch
        </text>
      </>
    ),
  },
  quality: {
    says: 'many small checks, fewer middle ones, a few journeys on top, and one that fails for a reason.',
    lines: (
      <>
        <path d="M200 44l132 196H68z" />
        <path d="M112 176h176M152 116h96" />
        <path d="M192 92l7 7 12-14" />
        <path d="M164 148l7 7 12-14M196 148l7 7 12-14" />
        <path className="live" d="M230 142l14 14M244 142l-14 14" />
        <path d="M106 216l7 7 12-14M140 216l7 7 12-14M174 216l7 7 12-14M208 216l7 7 12-14M242 216l7 7 12-14M276 216l7 7 12-14" />
        <path className="live" d="M252 149h64M308 141l8 8-8 8" />
        <rect className="wash" x="322" y="128" width="58" height="42" rx="4" />
        <path d="M332 142h38M332 156h24" />
        <text x="226" y="62">
          journeys
        </text>
        <text x="322" y="118">
          the cause
        </text>
        <text x="68" y="264">
          rules, hundreds of them
        </text>
        <text x="60" y="140">
          contracts
        </text>
      </>
    ),
  },
  crm: {
    says: 'records of people, companies and deals hang together, and a rule acts when one of them changes.',
    lines: (
      <>
        <rect x="34" y="48" width="92" height="66" rx="6" />
        <circle cx="58" cy="74" r="9" />
        <path d="M44 100c4-12 24-12 28 0M84 70h30M84 86h22" />
        <rect x="34" y="184" width="92" height="66" rx="6" />
        <path d="M50 236v-34h22v34M56 210h10M56 222h10M84 208h30M84 224h22" />
        <path d="M80 120v58" />
        <rect className="wash" x="172" y="116" width="92" height="66" rx="6" />
        <path d="M186 136h64M186 150h44M186 164h52" />
        <path d="M130 84c24 0 20 50 38 56M130 216c24 0 20-50 38-58" />
        <path className="live" d="M268 149h34M294 141l8 8-8 8" />
        <path className="live" d="M346 114l-22 36h16l-8 34 28-44h-17l9-26z" />
        <path className="faint" d="M326 196v44H220" />
        <text x="34" y="38">
          person
        </text>
        <text x="34" y="270">
          company
        </text>
        <text x="172" y="106">
          deal
        </text>
        <text x="318" y="106">
          rule
        </text>
      </>
    ),
  },
  design: {
    says: 'a sketch becomes a screen, and somebody who tries it changes it again.',
    lines: (
      <>
        <path className="faint" d="M34 54h104v140H34zM48 72h76M48 96h52M48 118h76M48 160h38" />
        <path d="M150 122h34M176 114l8 8-8 8" />
        <rect x="196" y="54" width="104" height="140" rx="6" />
        <path d="M210 74h76" />
        <rect className="wash" x="210" y="90" width="76" height="44" rx="4" />
        <path className="live" d="M214 148h44a5 5 0 015 5v8a5 5 0 01-5 5h-44a5 5 0 01-5-5v-8a5 5 0 015-5z" />
        <path d="M312 122h22M326 114l8 8-8 8" />
        <circle cx="360" cy="98" r="14" />
        <path d="M336 158c4-28 44-28 48 0" />
        <path className="live" d="M360 172v38c0 12-8 20-20 20H102c-12 0-18-8-18-20v-8M76 212l8-10 9 9" />
        <text x="34" y="42">
          sketch
        </text>
        <text x="196" y="42">
          screen
        </text>
        <text x="340" y="70">
          tries it
        </text>
        <text x="176" y="252">
          and it changes
        </text>
      </>
    ),
  },
  security: {
    says: 'walls inside walls around the data, one guarded gate, and an attacker who is turned away.',
    lines: (
      <>
        <rect x="120" y="40" width="220" height="210" rx="8" />
        <rect x="158" y="76" width="144" height="138" rx="6" />
        <rect className="wash" x="196" y="112" width="68" height="66" rx="5" />
        <path d="M214 140v-8a16 16 0 0132 0v8M208 140h44v28h-44zM230 150v8" />
        <path className="live" d="M120 130v30M158 130v30M196 138v14" />
        <path d="M30 145h78M100 137l8 8-8 8" />
        <path className="faint" d="M30 70h64c16 0 16 18 0 18H40M48 80l-8 8 8 8" />
        <path className="faint" d="M30 218h64c16 0 16-18 0-18H40M48 192l-8 8 8 8" />
        <path className="live" d="M356 150l8 8 16-18" />
        <text x="30" y="132">
          allowed
        </text>
        <text x="30" y="58">
          refused
        </text>
        <text x="120" y="30">
          one gate, several walls
        </text>
        <text x="212" y="272">
          the data
        </text>
      </>
    ),
  },
  delivery: {
    says: 'work on three lines of a plan, what stands in its way, and the date that both depend on.',
    lines: (
      <>
        <path d="M40 52v196h324" />
        <path className="faint" d="M104 52v196M168 52v196M232 52v196M296 52v196" />
        <rect className="wash" x="52" y="72" width="104" height="24" rx="4" />
        <rect x="116" y="124" width="92" height="24" rx="4" />
        <rect className="wash" x="208" y="176" width="76" height="24" rx="4" />
        <path d="M156 84h10c8 0 8 6 8 12v22M166 112l8 8 8-8M208 136h16c10 0 10 6 10 14v20M226 164l8 8 8-8" />
        <path className="live" d="M284 188h28M320 52v196" />
        <path className="live" d="M320 52h36l-9 12 9 12h-36" />
        <path d="M92 190l18 32H74zM92 202v8M92 217h.1" />
        <text x="52" y="64">
          now
        </text>
        <text x="116" y="116">
          next
        </text>
        <text x="246" y="168">
          then
        </text>
        <text x="326" y="44">
          the date
        </text>
        <text x="118" y="216">
          in the way
        </text>
        <text x="40" y="270">
          weeks
        </text>
      </>
    ),
  },
}
