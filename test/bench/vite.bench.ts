import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = join(process.cwd(), 'test/bench')

export default defineConfig({
  root: join(here, 'pages'),
  base: './',
  plugins: [react({ compiler: true })],
  // One React for ours and for the peers, whose own folder has a copy to satisfy their peer dependency.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    rolldownOptions: {
      input: ['engine', 'find', 'gather', 'matrix', 'list', 'timeline', 'trends'].map((name) =>
        join(here, `pages/${name}.html`),
      ),
    },
  },
})
