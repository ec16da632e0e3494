import type { Plugin } from 'vite'

/**
 * Parts that draw little and seldom. What the React Compiler adds to remember what they drew would cost each first
 * visit more (8 of 150 kB) than it ever saves.
 */
export const drawnSeldom =
  /\/src\/(?:app\/(?!shell\/zone|palette\/).*|ui\/(?!DataTable|Virtual)\w+|screens\/ownership\/(?:Choosers|Filters|Legend|MoreFilters|Readings|Summary|states))\.tsx$/

/** Says that making a component or a context has no effect, so that those which nothing uses are left out. */
export function pure(): Plugin {
  return {
    name: 'watchbill:pure',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/(?:react-router|nuqs)\// },
      handler: (code) => ({
        code: code.replaceAll(/= ((?:React\d*\.)?(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1'),
        map: null,
      }),
    },
  }
}
