const { writeFileSync } = require('node:fs');

/**
 * Writes how many tests passed and failed, and which passed at their second try only, into the file
 * that `npm test` names. Jest's own `--json` breaks on an error that refers to itself, as those of
 * sockets do.
 */
module.exports = class CountReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults },
  ) {
    const toldTwice = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status, invocations = 1 }) => status === 'passed' && invocations > 1)
      .map(({ fullName }) => fullName);

    writeFileSync(
      process.env.COUNT_FILE,
      // A file that crashes before its first test counts as one failure.
      JSON.stringify({
        passed: numPassedTests,
        failed: numFailedTests + numRuntimeErrorTestSuites,
        toldTwice,
      }),
    );
  }
};
