import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'

const document = `
sigs:
  - dir: sig-boats
    name: Boats
    mission_statement: >
      Everything afloat.
    charter_link: charter.md
    label: boats
    leadership:
      chairs:
        - { github: anna, name: Anna, company: Harbour, email: anna@harbour.example }
        - { github: ben }
      tech_leads:
        - { github: anna, name: Anna }
      emeritus_leads:
        - { github: old }
    contact:
      slack: sig-boats
      mailing_list: https://lists.example/boats
      teams:
        - { name: sig-boats-bugs, description: Bug triage }
      liaison: { github: liz, name: Liz }
    subprojects:
      - name: website
        owners: [https://git.example/OWNERS]
        leads: [{ github: cleo, name: Cleo }]
  - name: no dir
    subprojects: []
workinggroups:
  - dir: wg-tide
    name: Tide
    stakeholder_sigs: [Boats, Unheard]
    leadership:
      chairs: [{ github: ben, name: Ben, company: Dock }]
gb_rep: { github: gov, name: Gov }
`

describe('Kubernetes groups', () => {
  it('tells teams, people and workloads', async () => {
    const { of } = await readWorkspace({ 'sigs.yaml': document })
    expect(of('parties').filter(({ type }) => type === 'team')).toEqual([
      {
        type: 'team',
        id: 'team:sig-boats',
        name: 'SIG Boats',
        aliases: ['sig-boats', 'Boats', 'boats'],
        mandate: 'Everything afloat.',
        contacts: [
          { kind: 'chat', text: '#sig-boats' },
          { kind: 'mail', text: 'Mailing list', url: 'https://lists.example/boats' },
        ],
        tags: ['sig'],
      },
      expect.objectContaining({ id: 'team:wg-tide', name: 'WG Tide', tags: ['working-group', 'no-charter'] }),
    ])
    const people = of('parties').flatMap((party) => (party.type === 'person' ? [party] : []))
    expect(people.map(({ name, active, teams, tags }) => [name, active, teams.length, tags])).toEqual([
      ['Anna', true, 1, ['company:Harbour']],
      ['Ben', true, 2, ['company:Dock']],
      ['Cleo', true, 0, []],
      ['Gov', true, 0, []],
      ['Liz', true, 0, []],
      ['old', false, 0, ['emeritus']],
    ])
    expect(JSON.stringify(people)).not.toContain('anna@')
    expect(of('workloads')).toEqual([
      { id: 'sig-boats/website', name: 'website', team: 'team:sig-boats', tags: [], url: 'https://git.example/OWNERS' },
    ])
  })

  it('tells who holds what in leading, serving and maintaining', async () => {
    const { of } = await readWorkspace({ 'sigs.yaml': document })
    const held = of('assignments').map(
      ({ activity, role, party, placeholder }) => `${activity} ${role} ${party ?? placeholder ?? ''}`,
    )
    expect(held.toSorted()).toEqual([
      'sig-boats/leadership A person:anna',
      'sig-boats/leadership A person:ben',
      'sig-boats/leadership I person:liz',
      'sig-boats/leadership R person:anna',
      'sig-boats/teams/sig-boats-bugs A person:anna',
      'sig-boats/teams/sig-boats-bugs A person:ben',
      'sig-boats/teams/sig-boats-bugs R team:sig-boats',
      'sig-boats/website/maintenance A team:sig-boats',
      'sig-boats/website/maintenance R https://git.example/OWNERS',
      'sig-boats/website/maintenance R person:cleo',
      'wg-tide/leadership A person:ben',
      'wg-tide/leadership C team:sig-boats',
    ])
  })

  it('sets a group without a key aside, and lets the first of two like files count', async () => {
    const { complaints } = await readWorkspace({ 'sigs.yaml': document, 'sub/sigs.yaml': document })
    expect(complaints).toEqual([
      'sigs.yaml:27: dir: missing; it should be a text.',
      'sub/sigs.yaml:27: dir: missing; it should be a text.',
      'sub/sigs.yaml: Another file tells these groups already: the first one counts.',
    ])
  })
})
