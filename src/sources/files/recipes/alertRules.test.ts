import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'

const entry = (rule: object, more: object = {}) => ({
  file: 'team-shop/cart.yaml',
  deploy: { 'deploy-tag': ['ops'], 'deploy-site': ['north'] },
  group: 'cart',
  rule: { alert: 'CartSlow', expr: 'rate(cart[5m]) > 1', ...rule },
  ...more,
})

const rules = `
groups:
  - name: cart
    rules:
      - record: cart:rate5m
        expr: rate(cart[5m])
      - alert: CartSlow
        expr: cart:rate5m > 1
        labels: { team: shop, severity: page, service: checkout }
        annotations: { summary: Slow, runbook_url: wiki.example/cart }
      - alert:
        expr: '1'
`

describe('alert rules', () => {
  it('reads a joined set: owner, keeper, runbook, severity, workload', async () => {
    const { of } = await readWorkspace({
      'alerts.json': JSON.stringify([
        entry({
          labels: { team: 'sre', severity: 'page' },
          annotations: { summary: 'Slow {{ $value }}', runbook: 'https%3A%2F%2Fwiki.example%2Fcart' },
        }),
        entry({
          labels: { team: '{{ $labels.team }}', severity: 'task', service: 'a,b' },
          annotations: { runbook: 'TODO' },
        }),
        entry({ labels: {}, annotations: {} }, { file: 'cart.yaml' }),
      ]),
    })
    expect(of('activities')).toEqual([
      {
        id: 'team-shop/cart.yaml/cart/CartSlow#2',
        name: 'CartSlow',
        workload: 'a,b',
        kind: 'response',
        events: ['CartSlow'],
        pages: false,
        runbook: { placeholder: 'TODO' },
        tags: ['severity:task', 'ops', 'site:north'],
      },
      expect.objectContaining({ id: 'cart.yaml/cart/CartSlow', workload: 'cart', pages: false }),
      expect.objectContaining({
        id: 'team-shop/cart.yaml/cart/CartSlow',
        description: 'Slow {{ $value }}',
        pages: true,
        runbook: { url: 'https://wiki.example/cart' },
      }),
    ])
    expect(of('activities')[1]).not.toHaveProperty('runbook')
    const held = of('assignments').map(({ activity, party, placeholder, claim, role }) => [
      activity.at(-1),
      role,
      claim,
      party ?? placeholder,
    ])
    expect(held).toEqual(
      expect.arrayContaining([
        ['w', 'R', 'declared', 'team:sre'],
        ['w', 'R', 'observed', 'team:shop'],
        ['2', 'R', 'declared', '{{ $labels.team }}'],
        ['2', 'R', 'observed', 'team:shop'],
      ]),
    )
    expect(held).toHaveLength(4)
    expect(of('parties').map(({ id }) => id)).toEqual(['team:shop', 'team:sre'])
  })

  it.each([
    ['as Prometheus reads it', rules],
    ['as a Kubernetes resource', `kind: PrometheusRule\nspec:${rules.replaceAll('\n', '\n  ')}`],
  ])('reads a rule file %s, and sets a rule without a name aside', async (_form, text) => {
    const { of, complaints } = await readWorkspace({ 'rules/cart.yaml': text })
    expect(of('activities')).toEqual([
      expect.objectContaining({
        name: 'CartSlow',
        workload: 'checkout',
        pages: true,
        runbook: { url: 'https://wiki.example/cart' },
      }),
    ])
    expect(of('assignments').map(({ party, claim }) => [party, claim])).toEqual([['team:shop', 'declared']])
    expect(complaints).toEqual([expect.stringMatching(/^rules\/cart\.yaml:1\d: The rule has no name/) as string])
  })
})
