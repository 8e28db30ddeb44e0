// A story has a browser and a PBX to start, and sound takes the time it takes.
jest.setTimeout(60_000);
