import type { OpsEvent } from '../../domain/event'
import { eventValuesOf } from '../../domain/eventDimension'
import type { EventDimension, EventQuestion } from '../../domain/summary'
import { floats, ListColumn } from './arrays'
import { type Axis, Kept, several } from './axis'
import { bucketAxis } from './calendar'
import { ranksOfAll } from './count'
import { deal } from './deal'
import { packed, type Parcel } from './parcel'

/** Counts events. Says exactly what `summariseEvents` of the domain says. Columns are made when first asked for. */
export class EventCounter {
  private readonly events: readonly OpsEvent[]
  private readonly kept = new Kept<Axis>()
  private revision = 0

  /** `events` are the records in their rows: the same array as long as the counter lives. */
  constructor(events: readonly OpsEvent[]) {
    this.events = events
  }

  /** To be called after every change of the events. */
  outdate(): void {
    this.revision += 1
  }

  count(rows: Uint32Array, { bucket, zone, by }: EventQuestion): Parcel {
    const axes = [
      this.keep(`${bucket ?? ''} ${zone}`, () => bucketAxis(this.moments(), bucket, zone)),
      ...by.map((dimension) => this.keep(dimension, () => this.values(dimension))),
    ]
    return packed(deal(rows, axes).cells, ranksOfAll(axes))
  }

  private keep(name: string, make: () => Axis): Axis {
    return this.kept.keep(name, this.revision, make)
  }

  private moments() {
    const at = floats(this.events.length)
    for (const [row, event] of this.events.entries()) at[row] = event.at
    return { at, count: at.length }
  }

  private values(dimension: EventDimension): Axis {
    const column = new ListColumn()
    for (const [row, event] of this.events.entries()) column.hold(row, eventValuesOf[dimension](event))
    return several(column)
  }
}
