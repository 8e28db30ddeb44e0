// A story has a browser and a PBX to start, and sound takes the time it takes.
jest.setTimeout(60_000);
// Three hundred stories of sound in real time, on two busy cores: one of them may miss its moment.
// It is told once more, and named at the end of the run, which fails where they are several.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
