import type { Dimension, Reckoning } from '../../domain/dimension'
import type { Clock } from '../../domain/incident'
import type { SummaryQuestion } from '../../domain/summary'
import { type Axis, Kept, numbered, several, single, undivided } from './axis'
import { bucketAxis, hourAxis, instantAxis } from './calendar'
import { binsOf, stopsOf } from './clock'
import type { IncidentColumns } from './columns'
import type { Bins } from './lengths'
import { fixedAxis, readingAxis, reviewAxis } from './judged'

/** The incidents' columns as axes. What has to be worked out is kept until an incident changes. */
export class Axes {
  private readonly columns: IncidentColumns
  private readonly kept = new Kept<Axis>()
  private readonly keptBins = new Kept<Bins>()

  constructor(columns: IncidentColumns) {
    this.columns = columns
  }

  /** The buckets of a question; those of single instants for the rows that are counted only. */
  bucket({ bucket, moment, zone }: SummaryQuestion, rows: Uint32Array): Axis {
    const moments = () => (moment === 'stopped' ? this.stops() : this.moments())
    if (bucket === 'instant') return instantAxis(moments(), rows)
    return this.keep(`${bucket ?? ''} ${zone} ${moment ?? 'opened'}`, () => bucketAxis(moments(), bucket, zone))
  }

  /** The values that `valuesOf` gives. */
  dimension(dimension: Dimension, reckoning: Reckoning): Axis {
    const { columns } = this
    const { zone, now, clock, locked, fixes } = reckoning
    switch (dimension) {
      case 'severity':
        return numbered(columns.severity, 6, (code) => (code === 0 ? '' : String(code)))
      case 'state':
      case 'team':
      case 'problem':
        return single(columns[dimension])
      case 'workload':
        return several(columns.workloads)
      case 'label':
        return several(columns.labels)
      case 'factor':
        return locked ? this.keep(`factor ${now}`, () => several(columns.factorsBy(now))) : several(columns.factors)
      case 'hourOfWeek':
        return this.keep(`hour ${zone}`, () => hourAxis(this.moments(), zone))
      case 'review':
        return this.keep(`review ${now} ${locked}`, () => reviewAxis(columns, reckoning))
      case 'fixed':
        return this.keep(`fixed ${JSON.stringify(fixes)}`, () => fixedAxis(columns, reckoning))
      case 'reading':
        if (clock === undefined) return undivided(columns.count)
        return this.keep(`${clock} ${now} ${locked}`, () => readingAxis(columns, clock, reckoning))
      case 'activity':
      case 'detection':
      case 'plan':
      case 'reassignments':
      case 'returns':
      case 'reopened':
      case 'sla':
        return single(columns.told(dimension))
    }
  }

  /** The bin of what each row's clock reads where it has ended. */
  bins(clock: Clock): Bins {
    return this.keptBins.keep(clock, this.columns.revision, () => binsOf(this.columns, clock))
  }

  private moments() {
    return { at: this.columns.opened, count: this.columns.count }
  }

  private stops() {
    return { at: stopsOf(this.columns), count: this.columns.count }
  }

  private keep(name: string, make: () => Axis): Axis {
    return this.kept.keep(name, this.columns.revision, make)
  }
}
