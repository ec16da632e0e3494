import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

// Resolved from the working directory, not from this file: Vite bundles its configuration elsewhere before running it.
const packed = join(process.cwd(), 'node_modules/@sparticuz/chromium/bin')
const cache = join(process.cwd(), 'node_modules/.cache/chromium')

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const unpacked = (name) => brotliDecompressSync(readFileSync(join(packed, name)))

function untar(name) {
  const tar = join(cache, `${name}.tar`)
  writeFileSync(tar, unpacked(`${name}.tar.br`))
  execFileSync('tar', ['xf', tar], { cwd: cache })
}

/** The browser that npm brought, unpacked once. It needs its own libraries and, with no fonts on the machine, its own font. */
function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(join(packed, 'chromium.br')))
    return undefined
  const executablePath = join(cache, 'chromium')
  if (!existsSync(executablePath)) {
    mkdirSync(cache, { recursive: true })
    untar('al2023')
    untar('fonts')
    writeFileSync(
      join(cache, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fc')}</cachedir></fontconfig>`,
    )
    // Written aside and renamed last, so that a broken-off unpacking is done again.
    writeFileSync(`${executablePath}.new`, unpacked('chromium.br'))
    chmodSync(`${executablePath}.new`, 0o755)
    renameSync(`${executablePath}.new`, executablePath)
  }
  const libraries = [join(cache, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath, env: { ...process.env, FONTCONFIG_PATH: cache, LD_LIBRARY_PATH: libraries } }
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function fromPlaywright() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright')
  if (!existsSync(folder)) return undefined
  const found = readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(folder, name, 'chrome-linux/chrome'))
    .findLast((path) => existsSync(path))
  return found && { executablePath: found }
}

/** `CHROMIUM_PATH`, else the one from npm, else an installed one, else Playwright's; throws with what to do when none is there. */
export function resolveChromium() {
  const own = process.env.CHROMIUM_PATH
  if (own && !existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, which does not exist.`)
  if (own) return { executablePath: own }
  const system = installed.find((path) => existsSync(path))
  const found = fromNpm() ?? (system && { executablePath: system }) ?? fromPlaywright()
  if (found) return found
  throw new Error('No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.')
}
