import { useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { prefillLink } from '../prefill/prefill-link.ts';
import { SetupSection } from '../setup/SetupSection.tsx';
import { Bookmarks } from './Bookmarks.tsx';
import { LinkFields } from './LinkFields.tsx';
import { MadeLink } from './MadeLink.tsx';

/** The fields, and beneath them the link that brings what stands in them. */
export function LinkBuilder({ form, locale }: { form: DealForm; locale: string }) {
  const [round, setRound] = useState(1);
  const [entries, setEntries] = useState<Entries>({});
  const { members, exchange } = form;
  const { query, faults } = prefillLink(form, entries, { locale, members, exchange });
  const leftOut = form.fields.filter(({ slug }) => Object.hasOwn(faults, slug));
  const address = window.location.origin + paths.newDeal;
  return (
    <div className="grid gap-5">
      <p className="-mt-4 text-muted">{t('links.text')}</p>
      <SetupSection title={t('links.fields.title')} text={t('links.fields.text')}>
        <LinkFields
          key={round}
          form={form}
          locale={locale}
          entries={entries}
          faults={faults}
          onEntry={(slug, entry) => setEntries((now) => ({ ...now, [slug]: entry }))}
        />
        <div>
          <Button
            weight="quiet"
            className="-mx-2"
            onClick={() => {
              setEntries({});
              setRound(round + 1);
            }}
          >
            {t('links.fields.startOver')}
          </Button>
        </div>
      </SetupSection>
      <MadeLink url={query && `${address}?${query}`} form={address} leftOut={leftOut.map(({ title }) => title)} locale={locale} />
      <Bookmarks form={address} query={query} fields={form.fields} />
    </div>
  );
}
