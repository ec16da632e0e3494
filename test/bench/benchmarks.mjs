// What is measured: page, implementations (ours first), and the figures read from each step's result.
const p95 = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length * 0.95)]
const cpu = (step) => (result) => result[step].cpu
const perFrame = (step) => (result) => result[step].cpu / result[step].frames.length
const perCall = (step) => (result) => result[step].cpu / result[step].calls
const drawn = (step) => (result) => result[step].drawn

const engine = (rows) => ({
  name: `engine, ${rows.toLocaleString('en')} incidents`,
  page: 'engine',
  implementations: ['watchbill', 'objects', 'crossfilter2'],
  params: { rows },
  figures: [
    { name: 'load', unit: 'ms', read: (result) => result.load.ms },
    {
      name: 'filter + count by week × severity',
      unit: 'ms',
      read: (result) => result.regroup.ms,
      drawn: drawn('regroup'),
    },
    { name: 'text filter + count', unit: 'ms', read: (result) => result.text.ms, drawn: drawn('text') },
  ],
})

const dimensions = (rows) => ({
  name: `questions, ${rows.toLocaleString('en')} incidents`,
  page: 'engine',
  implementations: ['watchbillRich'],
  params: { rows },
  figures: [
    { name: 'load with every field', unit: 'ms', read: (result) => result.load.ms },
    ...[
      ['count by week × activity', 'activity'],
      ['count by week × factor', 'factor'],
      ['count by week × problem', 'problem'],
      ['count by week × workload', 'workload'],
      ['count by week × fixed or not', 'fixed'],
      ['count by review', 'review'],
      ['time to resolve by severity', 'measure'],
      ['time to resolve by week × severity', 'measureWeekly'],
      ['time to resolve by problem', 'measureProblems'],
      ['within one severity, by week', 'within'],
    ].map(([name, step]) => ({
      name: `${name}, CPU`,
      unit: 'ms',
      goal: rows === 25_000 ? '' : '≤ 50 ms',
      read: perCall(step),
    })),
    {
      name: 'the slowest first ask of a dimension, CPU',
      unit: 'ms',
      read: (result) =>
        Math.max(...Object.entries(result).map(([step, { cpu: spent }]) => (step.endsWith('First') ? spent : 0))),
    },
    {
      name: 'all six questions of the trends board after a filter, CPU',
      unit: 'ms',
      goal: rows === 25_000 ? '≤ 16.7 ms' : '≤ 50 ms',
      read: perCall('board'),
    },
  ],
})

const matrix = (rows, columns) => ({
  name: `matrix, ${rows.toLocaleString('en')} × ${columns.toLocaleString('en')}`,
  page: 'matrix',
  implementations: ['watchbill', 'glide-data-grid'],
  params: { rows, columns, fill: 0.06 },
  figures: [
    { name: 'first paint, CPU', unit: 'ms', goal: '≤ 0.5', read: cpu('paint') },
    { name: 'vertical scroll, CPU a frame', unit: 'ms', read: perFrame('scroll') },
    { name: 'vertical scroll, p95 frame', unit: 'ms', goal: '≤ 33 ms', read: (result) => p95(result.scroll.frames) },
    { name: 'filter → paint', unit: 'ms', goal: '≤ 33 ms', read: (result) => result.filter.ms },
    { name: 'heap over the data', unit: 'MB', goal: '≤ 3 MB', read: (result) => result.heap.heapMB },
  ],
})

const timeline = (rows) => ({
  name: `timeline, ${rows.toLocaleString('en')} incidents + 142,000 events`,
  page: 'timeline',
  implementations: ['watchbill', 'echarts'],
  params: { rows, points: 142_000 },
  figures: [
    { name: 'first paint of a week, CPU', unit: 'ms', goal: '≤ 0.3', read: cpu('paint'), drawn: drawn('paint') },
    { name: 'pan, CPU a frame', unit: 'ms', goal: '≤ 16.7 ms', read: perFrame('pan') },
    { name: 'zoom out to all, CPU a frame', unit: 'ms', goal: '≤ 16.7 ms', read: perFrame('zoom') },
  ],
})

const gather = (rows) => ({
  name: `page while the worker holds ${rows.toLocaleString('en')} incidents`,
  page: 'gather',
  implementations: ['watchbill'],
  runs: 1,
  traced: true,
  params: { rows },
  figures: [
    { name: 'gathering page after page', unit: 's', read: (result) => result.gather.ms / 1000 },
    ...[
      ['gathering', 'gather'],
      ['counting under a filter', 'count'],
      ['counting by problem', 'problems'],
      ['measuring', 'measure'],
      ['looking for a text', 'text'],
    ].flatMap(([what, step]) => [
      {
        name: `longest task of the page, ${what}, CPU`,
        unit: 'ms',
        goal: '≤ 50 ms',
        read: (result) => result[step].longest.cpu,
      },
      {
        name: `longest task of the page, ${what}, by the wall's clock`,
        unit: 'ms',
        read: (result) => result[step].longest.wall,
      },
    ]),
    { name: 'counting under a filter, first asked', unit: 'ms', read: (result) => result.count.ms },
    { name: 'measuring, first asked', unit: 'ms', read: (result) => result.measure.ms },
  ],
})

const trends = (weeks) => ({
  name: `trends, four charts of ${weeks} weeks`,
  page: 'trends',
  implementations: ['watchbill', 'recharts'],
  params: { weeks },
  figures: [
    { name: 'paint, CPU', unit: 'ms', goal: '≤ 0.6', read: cpu('paint'), drawn: drawn('paint') },
    { name: 'first chart drawn after', unit: 'ms', read: (result) => result.paint.ms },
    { name: 'update after a filter, CPU', unit: 'ms', goal: '≤ 0.4', read: cpu('again'), drawn: drawn('again') },
  ],
})

const goal = '≤ 50 ms'

export const benchmarks = [
  engine(25_000),
  engine(500_000),
  dimensions(25_000),
  dimensions(500_000),
  matrix(2_000, 200),
  matrix(10_000, 1_000),
  {
    name: 'find, 20,000 entries',
    page: 'find',
    implementations: ['watchbill'],
    params: { entries: 20_000 },
    figures: [
      { name: 'making the index', unit: 'ms', read: (result) => result.index.ms },
      { name: 'first text, cold', unit: 'ms', goal, read: (result) => result.first.ms },
      { name: 'one letter, the worst of four', unit: 'ms', goal, read: (result) => result.letter.ms },
      { name: 'two words, the worst of four', unit: 'ms', goal, read: (result) => result.words.ms },
      { name: 'two misspelt words, the worst of four', unit: 'ms', goal, read: (result) => result.slips.ms },
    ],
  },
  {
    name: 'list, 25,000 rows',
    page: 'list',
    implementations: ['watchbill', 'react-window'],
    params: { rows: 25_000 },
    figures: [
      { name: 'first paint, CPU', unit: 'ms', read: cpu('paint') },
      { name: 'scroll, CPU a frame', unit: 'ms', read: perFrame('scroll') },
      { name: 'scroll, p95 frame', unit: 'ms', goal: '≤ 33 ms', read: (result) => p95(result.scroll.frames) },
    ],
  },
  timeline(25_000),
  timeline(250_000),
  trends(52),
  gather(2_000_000),
]
