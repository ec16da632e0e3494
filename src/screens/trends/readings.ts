import type { SummaryQuestion } from '../../domain/summary'
import type { ReadingsAt } from './model/quantiles'
import type { Scope } from './scope'

/** Where the incidents that a question about a clock counted are listed, by severity and by what the clock said. */
export const readingsAt =
  (scope: Scope, question: SummaryQuestion): ReadingsAt =>
  (severity, readings) =>
    scope.recordsAt(question, {
      ...(severity !== undefined && { severity: [severity] }),
      ...(readings.length < 4 && { reading: readings }),
    })
