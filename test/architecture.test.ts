import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = process.cwd()

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.(ts|tsx|css)$/.test(name) && !name.endsWith('.d.ts'))

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const product = [...sources('src'), ...sources('mocks')].filter((file) => !isTest(file))
const code = product.filter((file) => !file.endsWith('.css'))
const text = (file: string) => readFileSync(join(root, file), 'utf8')

/** Strips comments and strings' contents where words like `fetch` may stand without meaning. */
const bare = (file: string) =>
  text(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')

interface Import {
  readonly file: string
  /** Path inside the project, or the package name. */
  readonly of: string
  readonly typeOnly: boolean
}

function importsOf(file: string): readonly Import[] {
  const found = bare(file).matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => {
    const named = match[3] ?? match[4] ?? match[5] ?? ''
    const of = named.startsWith('.')
      ? normalize(join(dirname(file), named))
          .split(sep)
          .join('/')
      : named
    return { file, of, typeOnly: match[2] !== undefined }
  })
}

/** What each room may know. Packages are allowed by name, rooms by the path they begin with. */
const rooms: readonly { readonly room: RegExp; readonly may: readonly RegExp[] }[] = [
  {
    // It puts the parts together, and is the only one that knows which parts there are.
    room: /^src\/main\.tsx$/,
    may: [
      /^src\/app\//,
      /^src\/ui\/base$/,
      /^src\/domain\/units$/,
      /^src\/data$/,
      /^src\/sources\/(catalogue|files\/shelf)$/,
      /^mocks\//,
      /^react(-dom\/client)?$/,
      /^temporal-polyfill/,
    ],
  },
  { room: /^src\/domain\//, may: [/^src\/domain\//, /^d3-array$/] },
  // The one list of backends knows what each says of itself, not what it is made of.
  { room: /^src\/sources\/catalogue\.ts$/, may: [/^src\/sources\/[^/]+$/, /^src\/sources\/[^/]+\/type$/] },
  { room: /^src\/sources\/(?!catalogue\.)[^/]+\.ts$/, may: [/^src\/domain\//, /^src\/sources\/([^/]+$|aliases\/)/] },
  {
    room: /^src\/sources\/engine\//,
    may: [
      /^src\/domain\//,
      /^src\/sources\/([^/]+$|engine\/)/,
      /^comlink$/,
      /^@leeoniya\/ufuzzy$/,
      /^temporal-polyfill/,
    ],
  },
  {
    room: /^src\/sources\/rest\//,
    may: [/^src\/domain\//, /^src\/sources\/([^/]+$|rest\/)/, /^@cfworker\/json-schema$/],
  },
  {
    room: /^src\/sources\/files\//,
    may: [
      /^src\/domain\//,
      /^src\/sources\/([^/]+$|(engine|files)\/)/,
      /^@cfworker\/json-schema$/,
      /^comlink$/,
      /^idb-keyval$/,
      /^js-yaml$/,
      /^papaparse$/,
      /^temporal-polyfill/,
    ],
  },
  // What every backend that can only list is made of, and what goes over any source.
  {
    room: /^src\/sources\/listing\//,
    may: [/^src\/domain\//, /^src\/sources\/([^/]+$|(engine|listing)\/)/, /^valibot$/],
  },
  { room: /^src\/sources\/aliases\//, may: [/^src\/domain\//, /^src\/sources\/([^/]+$|aliases\/)/] },
  {
    room: /^src\/sources\/(?!engine|rest|files|listing|aliases)[^/]+\//,
    may: [/^src\/domain\//, /^src\/sources\//, /^valibot$/, /^@clickhouse\/client-web$/],
  },
  {
    room: /^src\/data\//,
    may: [
      /^src\/(domain|data)\//,
      /^src\/sources\/(contract|merge|paging|catalogue)$/,
      // Ownership as code is a form that any source's records can be given: a pure function, loaded when asked for.
      /^src\/sources\/files\/ownership\/write$/,
      // The one door to workers.
      /^src\/sources\/engine\/trusted$/,
      /^react$/,
      /^@tanstack\/react-query$/,
    ],
  },
  {
    room: /^src\/ui\//,
    may: [
      /^src\/ui\//,
      /^react(-dom)?$/,
      /^@base-ui\/react/,
      /^@tanstack\/react-virtual$/,
      /^react-markdown$/,
      /^react-error-boundary$/,
      /^d3-scale$/,
      /^@fontsource/,
      /^react-router-dom$/,
    ],
  },
  { room: /^src\/charts\//, may: [/^src\/(charts|ui|domain)\//, /^react$/, /^recharts$/, /^d3-scale$/] },
  {
    // It reads what people give as a file or paste, like the files source.
    room: /^src\/screens\/ownership\/tools\/importing\//,
    may: [/^src\/(domain|data|ui|screens)(\/|$)/, /^src\/app\/paths$/, /^react$/, /^papaparse$/],
  },
  {
    room: /^src\/screens\/(?!ownership\/tools\/importing\/)/,
    may: [
      /^src\/(domain|data|charts|ui|screens)(\/|$)/,
      /^src\/app\/paths$/,
      /^react(-router-dom)?$/,
      /^nuqs/,
      /^@tanstack\/react-virtual$/,
      /^ical-generator$/,
      /^uqr$/,
      /^react-error-boundary$/,
    ],
  },
  {
    room: /^src\/app\//,
    may: [
      /^src\/(app|data|domain|ui|screens)(\/|$)/,
      /^src\/sources\/(contract|catalogue|http|tailor|limited|aliases\/names)$/,
      /^@cfworker\/json-schema$/,
      /^@tanstack\/react-query$/,
      /^nuqs/,
      /^oauth4webapi$/,
      /^react$/,
      /^react-error-boundary$/,
      /^react-router-dom$/,
      /^tinykeys$/,
    ],
  },
  { room: /^mocks\//, may: [/^mocks\//, /^src\/domain\//, /^msw/] },
]

const within = (file: string, folder: string) => file.startsWith(folder)
const without = (path: string) => path.replace(/\.(ts|tsx)$/, '')

describe('borders', () => {
  it('finds the files it guards', () => {
    expect(code.length).toBeGreaterThan(50)
  })

  it('has a room for every file, and for each only one', () => {
    const rules = (file: string) => rooms.filter(({ room }) => room.test(file)).length
    expect(code.filter((file) => rules(file) !== 1)).toEqual([])
  })

  it.each(rooms)('$room knows only what it may', ({ room, may }) => {
    const trespasses = code
      .filter((file) => room.test(file))
      .flatMap(importsOf)
      .filter(
        ({ of }) => !/\.(css|json)$/.test(of) && !of.includes('?') && !may.some((allowed) => allowed.test(without(of))),
      )
      .filter(
        ({ file, of, typeOnly }) => !(within(file, 'mocks/') && typeOnly && /^src\/sources\/[^/]+\/wire/.test(of)),
      )
    expect(trespasses).toEqual([])
  })

  it('keeps screens apart from each other, and backends too', () => {
    const room = (path: string) => /^src\/(screens|sources)\/([^/]+)\//.exec(path)
    const trespasses = code.flatMap(importsOf).filter(({ file, of }) => {
      const from = room(file)
      const to = room(of.startsWith('src/') ? `${of}/` : of)
      if (!from || !to || from[1] !== to[1] || from[2] === to[2]) return false
      return !(
        to[1] === 'sources' &&
        (to[2] === 'engine' ||
          to[2] === 'listing' ||
          // Records in the form of our own contract, which other stores may keep too.
          of === 'src/sources/rest/record' ||
          /^[^/]+$/.test(of.replace('src/sources/', '')))
      )
    })
    expect(trespasses).toEqual([])
  })

  it('knows mocks only by a guarded dynamic import', () => {
    const trespasses = code.filter(
      (file) => within(file, 'src/') && importsOf(file).some(({ of }) => of.startsWith('mocks')),
    )
    expect(trespasses).toEqual(['src/main.tsx'].filter((file) => trespasses.includes(file)))
    expect(bare('src/main.tsx')).not.toMatch(/from ['"]\.\.\/mocks/)
  })

  // The router's own is 3 kB more on every first visit.
  it('leads from view to view by the link of ui', () => {
    const routers = /import \{[^}]*\b(?:Nav)?Link\b[^}]*\} from 'react-router-dom'/
    expect(code.filter((file) => routers.test(text(file)))).toEqual([])
  })

  it('draws charts with recharts in one room', () => {
    expect(
      code.filter((file) => !within(file, 'src/charts/') && importsOf(file).some(({ of }) => of === 'recharts')),
    ).toEqual([])
  })
})

/** Any way to the network: calling fetch, handing it on, or one of the others. A method of that name is none. */
const network =
  /(?<![\w.'"])fetch\b(?!\s*[:?']|\w)|\b(?:window|globalThis|self)(?:\??\.fetch\b|\[['"`]fetch)|\b(?:XMLHttpRequest|EventSource|WebSocket|WebTransport|sendBeacon|importScripts)\b/

describe('three doors', () => {
  const uses = (pattern: RegExp) => code.filter((file) => within(file, 'src/') && pattern.test(bare(file)))

  it('fetches only in sources/http.ts', () => {
    expect(uses(network)).toEqual(['src/sources/http.ts'])
  })
  it.each([
    'fetch(url)',
    'await fetch (url)',
    'window.fetch(url)',
    'globalThis.fetch(url)',
    "self['fetch'](url)",
    'const get = fetch',
    'call(fetch, url)',
    'new XMLHttpRequest()',
    'new EventSource(url)',
    'new WebSocket(url)',
    'navigator.sendBeacon(url)',
    'importScripts(url)',
  ])('sees the network in %s', (line) => {
    expect(line).toMatch(network)
  })
  it.each(['file.fetch(most)', 'prefetch(url)', 'fetch: (most) => download(most)', 'const fetched = 1'])(
    'sees none in %s',
    (line) => {
      expect(line).not.toMatch(network)
    },
  )
  it('reads the clock only in app/clock.ts', () => {
    expect(uses(/Date\.now\(|new Date\(\)|performance\.now\(|Temporal\.Now/)).toEqual(['src/app/clock.ts'])
  })
  it('stores only in app/storage.ts and sources/files/store.ts', () => {
    expect(uses(/localStorage|sessionStorage|indexedDB|from 'idb-keyval'/).toSorted()).toEqual([
      'src/app/storage.ts',
      'src/sources/files/store.ts',
    ])
  })
  it('draws random numbers only for keys of commands, and to keep browsers that reconnect out of step', () => {
    expect(uses(/Math\.random|getRandomValues|randomUUID\(/).toSorted()).toEqual([
      'src/app/chance.ts',
      'src/data/newKey.ts',
      'src/sources/rest/changes.ts',
    ])
  })
})

describe('rooms stay small', () => {
  const lengths = code
    .filter((file) => !file.includes('.generated.'))
    .map((file) => ({ file, lines: text(file).split('\n').length - 1 }))

  it('has no file over 300 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  })
  it('has a median of at most 100 lines', () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((left, right) => left - right)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })
  it('has no way around the types', () => {
    expect(
      code.filter((file) =>
        /(: any\b(?!\()|\bas any\b|@ts-ignore|@ts-expect-error|oxlint-disable|eslint-disable)/.test(text(file)),
      ),
    ).toEqual([])
  })
})
