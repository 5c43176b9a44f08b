import type { DraftOwner } from './draft-store.ts';

/** For how many seconds a sent deal may be taken back; 0 is not at all. */
export const sendHolds = [0, 5, 10, 30] as const;
export type SendHold = (typeof sendHolds)[number];

const keyOf = ({ workspace, member }: DraftOwner): string => `send-hold:${workspace}:${member}`;

/** What the rep wants in this browser; 0 where nothing was chosen, or the browser keeps nothing. */
export function sendHoldOf(owner: DraftOwner): SendHold {
  try {
    const kept = Number(localStorage.getItem(keyOf(owner)));
    return sendHolds.find((seconds) => seconds === kept) ?? 0;
  } catch {
    return 0;
  }
}

/** Keeps what the rep wants. @throws when the browser keeps nothing */
export const keepSendHold = (owner: DraftOwner, seconds: SendHold): void => localStorage.setItem(keyOf(owner), String(seconds));
