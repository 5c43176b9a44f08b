import type { DraftOwner } from './draft-store.ts';

/** For how many seconds a sent deal may be taken back; 0 is not at all. */
export const sendHolds = [0, 5, 10, 30] as const;
export type SendHold = (typeof sendHolds)[number];

/** What is sent at once: a deal by itself, or several. */
export type SentAtOnce = 'one' | 'several';

/** Where nothing was chosen. Several at once are easily sent by mistake. */
const unchosen: Record<SentAtOnce, SendHold> = { one: 0, several: 10 };

const keyOf = ({ workspace, member }: DraftOwner, of: SentAtOnce): string =>
  `send-hold:${workspace}:${member}${of === 'several' ? ':several' : ''}`;

/** What the rep wants in this browser, for a deal by itself or for several at once. */
export function sendHoldOf(owner: DraftOwner, of: SentAtOnce = 'one'): SendHold {
  try {
    const kept = localStorage.getItem(keyOf(owner, of));
    return sendHolds.find((seconds) => String(seconds) === kept) ?? unchosen[of];
  } catch {
    return unchosen[of];
  }
}

/** Keeps what the rep wants. @throws when the browser keeps nothing */
export const keepSendHold = (owner: DraftOwner, of: SentAtOnce, seconds: SendHold): void =>
  localStorage.setItem(keyOf(owner, of), String(seconds));
