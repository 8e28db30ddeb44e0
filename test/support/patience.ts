// Nothing here measures how fast a machine is, and one that is busy may take its time.
jest.setTimeout(30_000);
