import { pathTo } from '../../../app/paths'
import { isWhole, useRecord } from '../../../data'
import { Link } from '../../../ui'

/** A problem by id and title, leading to it. One that no source tells is only named. */
export function ProblemLink({ id }: { readonly id: string }) {
  const view = useRecord('problems', id)
  const [problem] = view.items
  if (isWhole(view) && problem === undefined) return <span title="No source tells this problem">{id}</span>
  return (
    <Link to={pathTo('problems', { id })}>
      {id}
      {problem && ` ${problem.title}`}
    </Link>
  )
}
