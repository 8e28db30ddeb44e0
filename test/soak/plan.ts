/** How one call of the soak is meant to go. */
export interface CallPlan {
  /** Where it comes from, and by what an incoming one is answered. */
  readonly way: 'dialled' | 'by-notification' | 'in-popup';
  /** What is done in its middle. */
  readonly deed: 'nothing' | 'hold' | 'mute' | 'keys' | 'transfer';
  readonly hungUpBy: 'alice' | 'bob';
  /** What goes wrong, and when. */
  readonly trouble: 'none' | 'worker-killed' | 'socket-dropped';
}

const DEEDS = ['nothing', 'hold', 'nothing', 'mute', 'nothing', 'keys', 'transfer'] as const;

/**
 * The plan of each call: outgoing and incoming by turns, and everything else in rounds of lengths
 * that share no factor, so that each thing meets each other one in time.
 */
export function planOf(index: number): CallPlan {
  const isOutgoing = index % 2 === 0;
  const deed = DEEDS[index % DEEDS.length] ?? 'nothing';

  return {
    way: isOutgoing ? 'dialled' : index % 4 === 1 ? 'by-notification' : 'in-popup',
    deed,
    hungUpBy: index % 3 === 0 ? 'bob' : 'alice',
    trouble: index % 15 === 14 ? 'socket-dropped' : index % 11 === 10 ? 'worker-killed' : 'none',
  };
}
