import type { Boot } from '../contract/boot.ts';
import { SignInPage } from './SignInPage.tsx';
import { TroublePage } from './TroublePage.tsx';

/** A page of words and links, drawn by the server: the browser has nothing to add to it. */
export const StaticPage = ({ boot }: { boot: Boot }) =>
  boot.page === 'trouble' && boot.trouble ? (
    <TroublePage trouble={boot.trouble} returnTo={boot.return_to} />
  ) : (
    <SignInPage returnTo={boot.return_to} isSandbox={boot.sandbox} />
  );
