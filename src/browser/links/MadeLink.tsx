import { longestLink } from '../../contract/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import { SetupSection } from '../setup/SetupSection.tsx';
import { CopyButton } from './CopyButton.tsx';

interface MadeLinkProps {
  /** Empty while it would bring nothing. */
  url: string;
  /** The form's address, for an example. */
  form: string;
  /** Titles of the fields of which it brings nothing, though something stands in them. */
  leftOut: readonly string[];
  locale: string;
}

/** Programs that are not browsers cut off what is longer. */
const safeLength = 2_000;

/** The link as it stands now: to be read, copied and tried. */
export function MadeLink({ url, form, leftOut, locale }: MadeLinkProps) {
  // A server counts without the part that names it.
  const isTooLong = url.length > longestLink;
  const inWords = (count: number) => count.toLocaleString(locale);
  return (
    <SetupSection title={t('links.link.title')}>
      {url === '' ? (
        <div>
          <p className="text-muted">{t('links.link.empty')}</p>
          <p className="mt-3 rounded-control bg-sunken p-3.5 text-small text-muted wrap-anywhere" dir="ltr">
            {form + t('links.link.example')}
          </p>
        </div>
      ) : (
        <textarea
          readOnly
          aria-label={t('links.link.title')}
          className="control max-h-40 resize-none bg-sunken [field-sizing:content] py-2.5 text-small wrap-anywhere"
          rows={3}
          dir="ltr"
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
      {leftOut.length > 0 && (
        <p className="text-small text-warn" dir="auto">
          {t('links.link.leftOut', { titles: inList(leftOut) })}
        </p>
      )}
      {isTooLong && <Notice tone="danger" title={t('links.link.tooLong', { characters: inWords(longestLink) })} />}
      {!isTooLong && url.length > safeLength && (
        <Notice tone="warn" title={t('links.link.long', { characters: inWords(safeLength) })} />
      )}
      {url !== '' && !isTooLong && (
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton key={url} text={url} label={t('links.link.copy')} copied={t('links.link.copied')} weight="primary" />
          <ButtonLink weight="secondary" href={url} target="_blank" rel="noopener">
            {t('links.link.open')}
            <span className="sr-only">, {t('links.link.opensNew')}</span>
          </ButtonLink>
        </div>
      )}
    </SetupSection>
  );
}
