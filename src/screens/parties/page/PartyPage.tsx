import { useMemo } from 'react'
import { type OwnershipView, useNow } from '../../../data'
import { isTeamId, type Role, roles } from '../../../domain/ownership'
import { recordedRoles } from '../../../domain/matrix'
import { dependencesOf, seenOnly, sharesOf, soleIn } from '../../../domain/party/held'
import { reviewsOwed } from '../../../domain/party/owed'
import type { Id } from '../../../domain/units'
import styles from '../page.module.css'
import { Activity } from './Activity'
import { Head } from './Head'
import { Left } from './Left'
import { Names } from './Names'
import { Improvements, Requests } from './Open'
import { Reviews } from './Reviews'
import { Section } from './Section'
import { Seen } from './Seen'
import { Shares } from './Shares'
import { Sole } from './Sole'
import { Sum } from './Sum'
import { Through } from './Through'
import { Unknown } from './Unknown'

const titles: Readonly<Record<Role, string>> = {
  A: 'Answers for',
  R: 'Performs',
  V: 'Validates',
  C: 'Is consulted on',
  I: 'Is told of',
}
const nothing: Readonly<Partial<Record<Role, readonly [none: string, unrecorded: string]>>> = {
  A: ['Answers for nothing that is recorded.', 'No source records who answers for anything.'],
  R: ['Performs nothing that is recorded.', 'No source records who performs anything.'],
}

/** All that is known of one team or person: who it is, what it holds, owes, depends on, and what is wrong with that. */
export function PartyPage({ id, view }: { readonly id: Id; readonly view: OwnershipView }) {
  const { ownership } = view
  const now = useNow(600)
  const party = ownership.party(id)
  const { shares, depends, seen, recorded, sole, reviews } = useMemo(
    () => ({
      shares: sharesOf(id, ownership),
      depends: dependencesOf(id, ownership),
      seen: seenOnly(id, ownership),
      recorded: recordedRoles(ownership.standings),
      sole: soleIn(id, ownership),
      reviews: reviewsOwed(id, ownership, now),
    }),
    [id, ownership, now],
  )
  if (!party && seen.length === 0 && roles.every((role) => shares[role].length === 0))
    return <Unknown id={id} view={view} />
  const broken = shares.A.filter(({ standing }) => standing.gaps.length > 0)
  return (
    <article className={styles.page}>
      <Head id={id} view={view} />
      <Left id={id} view={view} />
      <Sum
        recorded={recorded}
        records={ownership.records}
        shares={shares}
        broken={broken.length}
        sole={sole.activities.length}
        reviews={reviews.open.length}
        peopled={!isTeamId(id) || ownership.members(id).length > 0}
      />
      <div className={styles.sections}>
        <Section
          title="Gaps in what they answer for"
          anchor="gaps"
          items={broken}
          itemKey={({ standing }) => standing.activity.id}
          render={({ standing }) => (
            <Activity standing={standing}>
              {standing.gaps.map(({ kind, reason }) => (
                <span key={kind} className={styles.gap}>
                  {reason}
                </span>
              ))}
            </Activity>
          )}
        />
        {roles
          .filter((role) => role !== 'C' && role !== 'I')
          .map((role) => (
            <Shares
              key={role}
              letter={role}
              title={titles[role]}
              shares={shares[role]}
              ownership={ownership}
              {...(nothing[role] && { none: nothing[role][recorded.has(role) ? 0 : 1] })}
            />
          ))}
        {party?.type === 'person' && <Through teams={party.teams} ownership={ownership} />}
        <Sole id={id} sole={sole} ownership={ownership} />
        <Section
          title="Depends on others"
          sub={`What they answer for and others perform, and what others answer for on workloads of ${isTeamId(id) ? 'the team' : 'their teams'}.`}
          items={depends}
          itemKey={({ standing }) => standing.activity.id}
          render={({ standing, others, who }) => (
            <Activity standing={standing}>
              <span>
                {others === 'answers' ? 'answered for by ' : 'performed by '}
                <Names ids={who} ownership={ownership} />
              </span>
            </Activity>
          )}
        />
        <Seen seen={seen} />
        <Reviews owed={reviews} recorded={ownership.records.reviews} />
        <Improvements id={id} view={view} />
        <Requests id={id} view={view} answersFor={new Set(shares.A.map(({ standing }) => standing.activity.id))} />
        <Shares letter="C" title={titles.C} shares={shares.C} ownership={ownership} />
        <Shares letter="I" title={titles.I} shares={shares.I} ownership={ownership} />
      </div>
    </article>
  )
}
