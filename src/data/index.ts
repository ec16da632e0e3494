/** What screens know of data: questions in the domain's terms, answers with their state, age and faults. */
export { type Batch, type BatchFailure, type BatchIntent, useBatch } from './batch'
export { type Commanding, loadCommanding, useCommand } from './command'
export { DraftsProvider, type FormDraft, useDraft, useFormDraft } from './drafts'
export { type ChangedFile, type ChangedFilesView, type CodeRecords, ownershipAsCode, useChangedFiles } from './files'
export { type OutboxView, useOutbox } from './post'
export type { Waiting } from './outbox'
export type { Undoable } from './undoing'
export { pauseAfter } from './gate'
export type { Freshness, Health } from './health'
export { type Missing, type OwnershipView, useOwnership } from './ownership'
export {
  type Clock,
  type ConfiguredSource,
  DataProvider,
  type DataProviderProps,
  useActor,
  useHealth,
  useMoment,
  useNow,
  useRetry,
  useSources,
  useZone,
  type Zone,
  ZoneProvider,
} from './provider'
export { ReadOnlyProvider } from './readOnly'
export { isWhole, useMoving, useRecord, useWhole, useWindow, type View, wholeLimit } from './records'
export { type Found, type SearchFacet, useSearch } from './search'
export {
  type Configuration,
  type Setup,
  type SetupFault,
  type SetupTools,
  type SourceEntry,
  type SourceKind,
  useNextTry,
  useSetup,
  useSetupTools,
} from './setup'
export { useSetAside } from './setAside'
export { type SourceState, stateOf, toldState, toldStates } from './state'
export { type SummaryView, useEventSummary, useSummary } from './summary'
export { type GivenFile, type Shelf, useWorkspaces, type Workspace } from './workspaces'
