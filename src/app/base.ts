/** In a variable, so that the bundler leaves the expression below alone. */
const here = import.meta.url

/**
 * The address of the folder the app is served from, with a trailing slash. In a build, scripts lie in `assets/` beside
 * `index.html`, wherever that is; in development the server's root is the folder.
 */
export const base: string = import.meta.env.DEV ? new URL('/', location.href).href : new URL('..', here).href

/** The router's base name for that folder: a path without trailing slash. */
export const basename = (folder: string): string => new URL(folder).pathname.replace(/\/$/, '') || '/'
