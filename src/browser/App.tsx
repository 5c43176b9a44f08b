import clsx from 'clsx';
import { useEffect } from 'react';
import type { Boot } from '../contract/boot.ts';
import { t } from '../words/t.ts';
import type { DraftOwner } from './deal-form/draft-store.ts';
import { NewDealPage } from './deal-form/NewDealPage.tsx';
import { LaterPage } from './LaterPage.tsx';
import { Bulk, Links, loadOutbox, MyDeals, Preferences, Setup } from './later.tsx';
import { SiteHeader } from './SiteHeader.tsx';

/** The whole page, the same on the server and in the browser. */
export function App({ boot }: { boot: Boot }) {
  const { page, session } = boot;
  return (
    <>
      <SiteHeader page={page} session={session} isSandbox={boot.sandbox} />
      <main
        className={clsx(
          'mx-auto px-4 pt-8 pb-16 max-[639px]:px-3 max-[639px]:pt-4',
          page === 'bulk' ? 'max-w-[1400px]' : 'max-w-[592px]',
        )}
      >
        <Page boot={boot} />
      </main>
      {session && page !== 'form' && <Outbox workspace={session.workspace.id} member={session.member.id} />}
    </>
  );
}

/** Sends what waits in this browser; the form does so itself. */
function Outbox({ workspace, member }: DraftOwner) {
  useEffect(() => {
    loadOutbox()
      .then(({ keepSending }) => keepSending({ workspace, member }))
      // The part could not be fetched: the next page tries again.
      .catch(() => undefined);
  }, [workspace, member]);
  return null;
}

function Page({ boot }: { boot: Boot }) {
  if (boot.page === 'form' && boot.session && boot.deal_form) {
    const { session, deal_form: dealForm, locale, apple, unfolded } = boot;
    return <NewDealPage session={session} dealForm={dealForm} locale={locale} isApple={apple} wasUnfolded={unfolded} />;
  }
  if (boot.page === 'submissions' && boot.session) {
    const { workspace, member } = boot.session;
    return (
      <LaterPage title={t('submissions.title')} text={t('submissions.text')} loading={t('submissions.loading')}>
        <MyDeals owner={{ workspace: workspace.id, member: member.id }} locale={boot.locale} />
      </LaterPage>
    );
  }
  if (boot.page === 'bulk' && boot.session && boot.deal_form) {
    const { workspace, member } = boot.session;
    const owner = { workspace: workspace.id, member: member.id };
    return (
      <LaterPage title={t('bulk.title')} text={t('bulk.text')} loading={t('bulk.loading')}>
        <Bulk owner={owner} dealForm={boot.deal_form} locale={boot.locale} isApple={boot.apple} />
      </LaterPage>
    );
  }
  if (boot.page === 'setup') {
    return (
      <LaterPage title={t('setup.title')} loading={t('setup.loading')}>
        <Setup locale={boot.locale} />
      </LaterPage>
    );
  }
  if (boot.page === 'links') {
    return (
      <LaterPage title={t('links.title')} loading={t('setup.loading')}>
        <Links locale={boot.locale} />
      </LaterPage>
    );
  }
  if (boot.page === 'preferences' && boot.session) {
    return (
      <LaterPage title={t('preferences.title')} loading={t('setup.loading')}>
        <Preferences session={boot.session} />
      </LaterPage>
    );
  }
  return staticPages && <staticPages.StaticPage boot={boot} />;
}

let staticPages: typeof import('./StaticPage.tsx') | null = null;

/** Fetches what draws the pages without a script of their own: the server needs it, and a browser that gets an empty document. */
export async function loadStaticPages(): Promise<void> {
  staticPages = await import('./StaticPage.tsx');
}
