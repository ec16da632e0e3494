import type { Contact, Party, Person, Team } from '../../src/domain/ownership'
import type { Id } from '../../src/domain/units'
import { slug } from './time'

/** Team, parent, mandate, and the people in it; `*` marks those who have left. */
const rows: readonly (readonly [name: string, parent: string, mandate: string, people: string])[] = [
  [
    'Payments',
    'Commerce',
    'Money in, money out, and the books between.',
    'T. Lee,R. Silva,S. Perez,H. Adeyemi,K. Novak,*B. Farrow',
  ],
  ['Checkout', 'Commerce', 'From basket to confirmed order.', 'I. Moreau,D. Castellan,Y. Tanaka,P. Osei,*W. Lindgren'],
  [
    'Identity',
    'Foundations',
    'Who somebody is and what they may do.',
    'N. Rahimi,E. Duarte,C. Whitlock,A. Sorensen,V. Petrova',
  ],
  [
    'Platform',
    'Foundations',
    'What every service runs on.',
    'J. Lindqvist,O. Mbeki,F. Keller,G. Ivanov,Z. Hussain,*M. Tremblay',
  ],
  [
    'Data Infra',
    'Foundations',
    'Databases, streams, exports.',
    'L. Fontaine,S. Ndlovu,R. Kaplan,U. Bergstrom,K. Ishikawa',
  ],
  [
    'Edge & CDN',
    'Foundations',
    'The first and the last hop to the customer.',
    'T. Nakamura,B. Oyelaran,C. Marchetti,D. Vance',
  ],
  ['Mobile', 'Commerce', 'The apps and what they talk to.', 'A. Kowalski,J. Ferreira,M. Sandoval,E. Hallberg'],
  ['Search', 'Commerce', 'Finding the right product.', 'P. Venkataraman,Q. Zhao,L. Dubois,N. Eriksen,*O. Brightwell'],
  ['Fulfilment', 'Commerce', 'From order to doorstep.', 'H. Jankowski,S. Amari,T. Bianchi,R. Thorne,Y. Coulibaly'],
  [
    'SRE',
    'Foundations',
    'Reliability of the whole, and how we respond.',
    'A. Haddad,I. Karlsson,W. Achebe,F. Delacroix,G. Romero',
  ],
  [
    'Security',
    'Foundations',
    'Keys, access, and what must not happen.',
    'M. Okafor,E. Stavros,K. Bhatt,J. Holloway,*D. Quill',
  ],
  [
    'Support Eng',
    'Commerce',
    'The voice of the customer inside, ours outside.',
    'L. Brandt,C. Mwangi,V. Larsen,B. Santoro,P. Nguyen',
  ],
  ['Partner Integrations', 'Commerce', 'Older links to partners, being wound down.', '*G. Hartmann,*S. Okonkwo-Reyes'],
  ['Commerce', '', 'Everything a customer pays for.', ''],
  ['Foundations', '', 'Everything the rest stands on.', ''],
]

export const teamId = (name: string): Id => `team:${slug(name)}`
/** People are known by surname: `person:okafor`. */
const personId = (name: string): Id => `person:${slug(name.slice(name.indexOf(' ')))}`

const contacts = (name: string, mail: string): readonly Contact[] => [
  { kind: 'chat', text: `#${slug(name)}`, url: `https://chat.larkmere.example/${slug(name)}` },
  { kind: 'mail', text: mail, url: `mailto:${mail}` },
]

const team = ([name, parent, mandate]: (typeof rows)[number]): Team => ({
  type: 'team',
  id: teamId(name),
  name,
  ...(name === 'Edge & CDN' && { aliases: ['edge', 'cdn'] }),
  ...(parent !== '' && { parent: teamId(parent) }),
  mandate,
  contacts: [
    ...contacts(name, `${slug(name)}@larkmere.example`),
    ...(parent === '' ? [] : [{ kind: 'pager' as const, text: `${name} on call` }]),
  ],
  tags: parent === '' ? ['division'] : ['crew'],
  url: `https://teams.larkmere.example/${slug(name)}`,
})

const person = (marked: string, teamName: string): Person => {
  const name = marked.replace('*', '')
  const id = personId(name)
  return {
    type: 'person',
    id,
    name,
    aliases: [`@${id.slice('person:'.length)}`],
    // Some people stand in two teams.
    teams: name === 'A. Haddad' ? [teamId(teamName), teamId('Checkout')] : [teamId(teamName)],
    active: !marked.startsWith('*'),
    contacts: [{ kind: 'mail', text: `${id.slice('person:'.length)}@larkmere.example` }],
    tags: [],
  }
}

export const teams: readonly Team[] = rows.map(team)

export const people: readonly Person[] = rows.flatMap(([name, , , list]) =>
  list === '' ? [] : list.split(',').map((each) => person(each, name)),
)

export const parties: readonly Party[] = [...teams, ...people]

/** Those of a team who are still here. */
export const crew: ReadonlyMap<Id, readonly Person[]> = new Map(
  teams.map(({ id }) => [id, people.filter((each) => each.active !== false && each.teams.includes(id))]),
)
