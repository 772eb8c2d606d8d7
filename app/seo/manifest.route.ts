import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'

/** What a phone needs to put the site on its home screen (W3C, Web Application Manifest). */
export function loader() {
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.description,
    start_url: paths.home(),
    display: 'browser',
    lang: site.locale,
    background_color: '#fcfaf6',
    theme_color: '#fcfaf6',
    icons: [
      { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  })
}
