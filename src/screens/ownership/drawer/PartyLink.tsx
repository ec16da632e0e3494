import { Fragment } from 'react'
import { pathTo } from '../../../app/paths'
import type { Ownership } from '../../../domain/coverage'
import { nameOf } from '../../../domain/matrix'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'
import styles from './drawer.module.css'

interface PartyLinkProps {
  readonly id: Id
  readonly ownership: Pick<Ownership, 'party'>
}

/** A name that leads to the page of the team or person. One that is in no list has no page. */
export const PartyLink = ({ id, ownership }: PartyLinkProps) =>
  ownership.party(id) ? (
    <Link className={styles.party} to={pathTo('parties', { id })}>
      {nameOf(id, ownership)}
    </Link>
  ) : (
    <span>{nameOf(id, ownership)}</span>
  )

interface PartyLinksProps {
  readonly ids: readonly Id[]
  readonly ownership: Pick<Ownership, 'party'>
}

/** Names with commas between them. */
export const PartyLinks = ({ ids, ownership }: PartyLinksProps) =>
  ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <PartyLink id={id} ownership={ownership} />
    </Fragment>
  ))
