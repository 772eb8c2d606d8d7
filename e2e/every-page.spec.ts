import { expect, test } from './fixtures.ts'
import { send } from './samples.ts'
import { expectUsable, twoGuises } from './usable.ts'

const parts = 4

for (let part = 1; part <= parts; part++) {
  test(`every page of the sitemap can be used by everyone, light and dark: part ${part} of ${parts}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    const pages = (await listed()).filter((_, index) => index % parts === part - 1)

    expect(pages.length).toBeGreaterThan(8)
    await expectUsable(page, pages, twoGuises)
  })
}

async function listed(): Promise<string[]> {
  const xml = await (await send('/sitemap.xml')).text()
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(String(url)).pathname)
}
