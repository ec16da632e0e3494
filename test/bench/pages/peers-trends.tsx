import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Board } from './trendsBoard'

/** The charts of a board as the library's own examples write them, without their animation, which would cost more still. */
export function PlainBoard({ board: { bars, medians, share, hours } }: { readonly board: Board }) {
  return (
    <>
      <ResponsiveContainer width="100%" height={300}>
        <BarChart data={[...bars.bars]}>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="key" />
          <YAxis />
          <Tooltip />
          <Legend />
          {bars.series.map(({ key, label, fill }, at) => (
            <Bar key={key} name={label} stackId="all" dataKey={`values[${at}]`} fill={fill} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={300}>
        <LineChart
          data={share.times.map((at, index) => ({ at, shares: share.curves.map(({ shares }) => shares[index]) }))}
        >
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="at" type="number" scale="log" domain={['dataMin', 'dataMax']} />
          <YAxis />
          <Tooltip />
          <Legend />
          {share.curves.map(({ key, label, fill }, at) => (
            <Line
              key={key}
              name={label}
              type="stepAfter"
              dataKey={`shares[${at}]`}
              stroke={fill}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={300}>
        <LineChart data={[...medians.bars]}>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="key" />
          <YAxis />
          <Tooltip />
          <Legend />
          <Line className="medians" dataKey="total" stroke="var(--accent)" isAnimationActive={false} />
        </LineChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={300}>
        <ScatterChart>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="hour" type="number" />
          <YAxis dataKey="day" type="number" />
          <Tooltip />
          <Scatter
            data={hours.map((count, at) => ({ hour: at % 24, day: Math.floor(at / 24), count }))}
            fill="var(--accent)"
            shape="square"
            isAnimationActive={false}
          />
        </ScatterChart>
      </ResponsiveContainer>
    </>
  )
}

/** Its marks, in the order of the charts. */
export const plainMarks = [
  '.recharts-bar-rectangle path',
  '.recharts-line:not(.medians) .recharts-line-curve',
  '.recharts-line-dots circle',
  '.recharts-scatter-symbol path',
]
