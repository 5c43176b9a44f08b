import type { DraftOwner } from './deal-form/draft-store.ts';

const keyOf = (what: string, { workspace, member }: DraftOwner): string => `${what}:${workspace}:${member}`;

/** Keeps a text for somebody in this tab, over reloads; an empty one is forgotten. A browser that keeps nothing forgets all. */
export function rememberInTab(owner: DraftOwner, what: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(what, owner));
    else sessionStorage.setItem(keyOf(what, owner), text);
  } catch {
    // Then it lasts as long as the page.
  }
}

/** What {@link rememberInTab} has kept; empty when it is nothing. */
export function rememberedInTab(owner: DraftOwner, what: string): string {
  try {
    return sessionStorage.getItem(keyOf(what, owner)) ?? '';
  } catch {
    return '';
  }
}
