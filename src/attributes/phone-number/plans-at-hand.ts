import type { readPhoneNumber } from './numbering-plans.ts';

let atHand: typeof readPhoneNumber | null = null;

/** Makes the numbering plans known to all who judge here: the server does so as it starts. */
export function bringPlans(read: typeof readPhoneNumber): void {
  atHand = read;
}

/** Fetches the plans, some 30 kB, unless they are there: before a telephone number is read or judged in the browser. */
export async function loadPlans(): Promise<void> {
  if (atHand === null) bringPlans((await import('./numbering-plans.ts')).readPhoneNumber);
}

/** What reads telephone numbers. @throws Error when nobody brought or loaded the plans: a number is never let through unread */
export function phoneReader(): typeof readPhoneNumber {
  if (atHand === null) throw new Error('A telephone number is to be read before the numbering plans were loaded');
  return atHand;
}
