import type { Reporter, TestCase } from 'vitest/node'

/** Names every test that passed only at its second try, so that a retry hides nothing. */
export default class Flaky implements Reporter {
  private readonly found: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.found.push(`${test.module.moduleId} > ${test.fullName}`)
  }

  onTestRunEnd(): void {
    if (this.found.length > 0) console.log(`\nPassed only when tried again, to be mended:\n${this.found.join('\n')}`)
  }
}
