import { foldCookie } from '../../contract/fold-cookie.ts';
import type { Session } from '../../contract/session.ts';
import { keepCookie } from '../keep-cookie.ts';

/** Keeps in this browser whether a person left the folded fields open; the server reads it when it draws the form. */
export const rememberFold = ({ workspace, member }: Session, isOpen: boolean): void =>
  keepCookie(foldCookie(workspace.id, member.id), isOpen ? '1' : null);
