/**
 * What Remix needs to know. Its Vite plug-in does not read this file by itself: vite.config.ts hands it over.
 * Every future flag is on, so that the later move to React Router is a code modification and not a rewrite.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
