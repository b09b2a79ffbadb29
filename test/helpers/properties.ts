/**
 * fast-check, the one door to it. A commit gets the same verdict each time it is tested, so the cases are drawn from one
 * seed; `npm run test:properties` draws others, and what it finds becomes an example of its own.
 */
import fc from 'fast-check'

const { HEARTEN_TEST_SEED } = process.env
// What runs the tests may have said more, as the one for mutants does.
fc.configureGlobal({ seed: Number(HEARTEN_TEST_SEED ?? 1), ...fc.readConfigureGlobal() })

export default fc
