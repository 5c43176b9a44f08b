import { type MouseEvent, type ReactNode, useCallback, useId, useState } from 'react';
import type { Field } from '../../contract/deal-form.ts';
import { longestLink } from '../../contract/paths.ts';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { t, withoutMarks } from '../../words/t.ts';
import { companySlug } from '../deal-form/picked-company.ts';
import { keyOfField } from '../prefill/link-keys.ts';
import { SetupSection } from '../setup/SetupSection.tsx';
import { bookmarklet } from './bookmarklet.ts';
import { CopyButton } from './CopyButton.tsx';

interface BookmarksProps {
  /** The form's address. */
  form: string;
  /** What a link to it brings; may be empty. */
  query: string;
  fields: readonly Field[];
}

/** What can be dragged to the bookmarks bar: the link, and one that takes more from the page on which it is clicked. */
export function Bookmarks({ form, query, fields }: BookmarksProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const name = typed.trim() || t('links.bookmark.usual');
  const fromPage = withoutMarks(t('links.bookmark.fromPage', { name }));
  const keyOf = (slug: string) => {
    const field = fields.find((one) => one.slug === slug);
    return field && keyOfField(field, fields);
  };
  const [company, dealName, people] = [keyOf(companySlug), keyOf('name'), keyOf('associated_people')];
  const keys = { ...(company && { company }), ...(dealName && { name: dealName }), ...(people && { people }) };
  const code = bookmarklet({ form, query, keys });
  if (form.length + query.length > longestLink) return null;

  const explain = (event: MouseEvent) => {
    event.preventDefault();
    setAsked(true);
  };
  const takes = [
    company && t('links.bookmark.takes.company'),
    dealName && t('links.bookmark.takes.name'),
    people && t('links.bookmark.takes.people'),
  ].filter(Boolean);
  return (
    <SetupSection title={t('links.bookmark.title')} text={t('links.bookmark.text')}>
      <FieldFrame id={id} label={t('links.bookmark.name')}>
        {(ties) => (
          <input
            {...ties}
            aria-required={false}
            type="text"
            className="control"
            autoComplete="off"
            maxLength={60}
            placeholder={t('links.bookmark.usual')}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </FieldFrame>
      {query !== '' && (
        <div>
          <Draggable href={`${form}?${query}`}>{name}</Draggable>
          <p className="mt-1.5 text-muted">{t('links.bookmark.plain')}</p>
        </div>
      )}
      <div>
        <Draggable href={form} script={code} onClick={explain}>
          {fromPage}
        </Draggable>
        <p role="status" className="mt-1.5 font-[550] text-warn empty:hidden">
          {isAsked && t('links.bookmark.notHere')}
        </p>
        <p className="mt-1.5 text-muted">{t('links.bookmark.fromPageText')}</p>
        <ul className="mt-1 list-disc ps-5 text-muted">
          {takes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="mt-1 text-muted">{t('links.bookmark.readsNoMore')}</p>
      </div>
      <div>
        <p className="text-muted" dir="auto">
          {t('links.bookmark.byHand', { name: fromPage })}
        </p>
        <p className="mt-1 text-muted">{t('links.bookmark.byHandOpen')}</p>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <CopyButton
            key={code}
            text={code}
            label={t('links.bookmark.copy')}
            copied={t('links.bookmark.copied')}
            weight="secondary"
          />
        </div>
      </div>
    </SetupSection>
  );
}

interface DraggableProps {
  href: string;
  /** What a bookmark of it does instead of leading there. */
  script?: string;
  onClick?: (event: MouseEvent) => void;
  children: ReactNode;
}

/** A link that is there to be dragged. React refuses addresses that are scripts, so the DOM is given it. */
function Draggable({ href, script = href, onClick, children }: DraggableProps) {
  const give = useCallback((link: HTMLAnchorElement | null) => link?.setAttribute('href', script), [script]);
  return (
    <a
      ref={give}
      href={href}
      onClick={onClick}
      onAuxClick={(event) => event.button === 1 && onClick?.(event)}
      dir="auto"
      className="inline-flex min-h-[42px] max-w-full cursor-grab items-center gap-2.5 rounded-control border border-dashed border-control bg-surface px-3.5 font-[620] wrap-anywhere hover:bg-sunken pointer-coarse:min-h-11"
    >
      <svg aria-hidden="true" viewBox="0 0 6 10" className="w-1.5 shrink-0 fill-muted">
        <path d="M0 0h2v2H0zM4 0h2v2H4zM0 4h2v2H0zM4 4h2v2H4zM0 8h2v2H0zM4 8h2v2H4z" />
      </svg>
      {children}
    </a>
  );
}
