import type { IceServer } from '../../src/account/account';
import type { TimedClick } from './click';

/** One way to place a call, under measurement. */
export interface Program {
  /** As it stands in the table. */
  readonly name: string;
  readonly kind: 'offhook' | 'peer';
  /** The account it calls from: how the server tells its INVITE from others. */
  readonly user: string;
  /** Whether its figures must meet the targets; those of peers never do. */
  readonly isJudged: boolean;
  /** Brings everything to where a user is about to move the pointer. */
  prepare(): Promise<void>;
  /** Moves the pointer, lets it rest, clicks. */
  click(): Promise<void>;
  /** When that click was, asked once the INVITE has arrived. */
  clicked(): Promise<TimedClick>;
  /** Hangs up, and resolves when nothing of the call is left. */
  hangUp(): Promise<void>;
}

/** The ICE servers that a round of calls is made with. */
export interface IceCase {
  readonly id: 'none' | 'dead-stun';
  readonly title: string;
  readonly servers: readonly IceServer[];
}
