import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by where it lies: begun last it would be waited for alone, with the other core idle. */
const long = /\/(?:conformance\/(?:rest|files|right)|statistics\/bootstrap|wall\.faults)/

/** The usual order, long files before all others: a fresh clone knows nothing of how long each took. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))]
  }
}
