import type { Pending } from '../../../domain/matrix'
import { folded } from '../../../domain/tables/fold'
import { loadTable } from '../../../domain/tables/ownershipLoad'
import { rolesTable } from '../../../domain/tables/ownershipRoles'
import type { Shown } from '../../../domain/tables/ownershipScope'
import { teamsTable } from '../../../domain/tables/ownershipTeams'
import { workloadsTable } from '../../../domain/tables/ownershipWorkloads'
import type { Table } from '../../../domain/tables/table'
import type { Book, Listing } from '../model/listing'
import type { Reading } from '../model/query'

export interface Given {
  readonly book: Book
  readonly listing: Listing
  readonly reading: Reading
  readonly shown: Shown
  readonly pending: Pending
}

/** What is shown as a table, whole: also what is folded away or outside the window. */
export function tableOf({ book, listing, reading, shown, pending }: Given): Table {
  const { ownership, standings } = book
  const { listed } = listing
  if (reading === 'workloads') return workloadsTable(listed, ownership, shown)
  if (reading === 'load') return loadTable(listed, standings, ownership, shown)
  return teamsTable(listed, ownership, shown, pending)
}

/** The same for paper: as many columns as fit, and nothing left out. */
export function printedOf(given: Given): Table {
  const { book, listing, reading, shown } = given
  if (reading === 'workloads') return folded(tableOf(given), 1, 'Accountable')
  if (reading === 'load') return folded(tableOf(given), 4, 'By workload')
  return rolesTable(listing.listed, book.ownership, shown)
}
