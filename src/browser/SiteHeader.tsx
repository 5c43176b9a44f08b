import type { KeyboardEvent } from 'react';
import type { Boot } from '../contract/boot.ts';
import { paths } from '../contract/paths.ts';
import type { Session } from '../contract/session.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { t } from '../words/t.ts';
import { SignOutForm } from './sign-out/SignOutForm.tsx';

interface SiteHeaderProps {
  page: Boot['page'];
  session: Session | null;
  isSandbox: boolean;
}

/** Product and workspace on the left, my deals and who is signed in on the right; above both, whether this is the sandbox. */
export const SiteHeader = ({ page, session, isSandbox }: SiteHeaderProps) => (
  <header>
    {isSandbox && <p className="bg-warn-soft px-4 py-2 text-center text-small text-warn">{t('sandboxBanner')}</p>}
    <div className="flex h-14 items-center justify-between gap-4 px-4 sm:px-[18px]">
      <p className="flex min-w-0 items-baseline gap-2.5">
        <a href={paths.newDeal} className="inline-flex shrink-0 items-center rounded-sm font-bold pointer-coarse:min-h-11">
          {t('product')}
        </a>
        {session && <bdi className="truncate text-muted">{session.workspace.name}</bdi>}
      </p>
      {session && (
        <nav className="flex shrink-0 items-center gap-4 max-[359px]:gap-2.5">
          <a
            href={paths.mySubmissions}
            aria-current={page === 'submissions' ? 'page' : undefined}
            className="inline-flex items-center rounded-sm text-muted hover:text-ink aria-[current=page]:text-ink pointer-coarse:min-h-11"
          >
            {t('submissions.title')}
          </a>
          <MemberMenu session={session} />
        </nav>
      )}
    </div>
  </header>
);

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  const { currentTarget: menu } = event;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** The member's name; behind it the address and the way out. */
const MemberMenu = ({ session, session: { member, mode } }: { session: Session }) => (
  <details className="relative" onKeyDown={closeOnEscape}>
    <summary className="flex min-h-8 list-none items-center gap-2 rounded-full bg-sunken py-1 ps-1.5 pe-3 pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
      <Avatar id={member.id} name={member.name} round />
      <bdi className="max-w-40 truncate">{member.name.split(' ')[0]}</bdi>
    </summary>
    <div className="absolute end-0 z-30 mt-1.5 w-max max-w-[min(18rem,calc(100vw-2rem))] rounded-control border border-line bg-surface p-3.5 shadow-list">
      <p className="font-[550]">
        <bdi>{member.name}</bdi>
      </p>
      <p className="text-small text-muted">{member.email_address}</p>
      <p className="mt-2 flex flex-wrap gap-x-4">
        <MenuLink href={paths.bulk}>{t('bulk.title')}</MenuLink>
        <MenuLink href={paths.linksPage}>{t('links.title')}</MenuLink>
        <MenuLink href={paths.setupPage}>{t('setup.title')}</MenuLink>
        <MenuLink href={paths.preferencesPage}>{t('preferences.title')}</MenuLink>
      </p>
      {mode === 'oauth' ? <SignOutForm session={session} /> : <p className="mt-2 text-small text-muted">{t('keyMode')}</p>}
    </div>
  </details>
);

const MenuLink = (props: { href: string; children: string }) => (
  <a
    className="inline-flex items-center rounded-sm underline decoration-line underline-offset-4 hover:decoration-current pointer-coarse:min-h-11"
    {...props}
  />
);
