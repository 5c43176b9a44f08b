import { Notice } from '../../ui/Notice.tsx';
import { eitherOf, inList, t } from '../../words/t.ts';
import { LikeNotice } from './LikeNotice.tsx';
import type { Prefill } from './prefill-from.ts';

/** What a link filled in, and what of it the form does not know: nothing of it is dropped without a word. */
export function PrefillNotice({ prefill: { filled, unclear, unpicked, unknown, errors = [], like } }: { prefill: Prefill }) {
  if (like) return <LikeNotice {...like} />;
  const isWhole = unclear.length === 0 && unpicked.length === 0 && unknown.length === 0;
  // What cannot be read stands in its field too, where that has room for any text.
  const isStanding = errors.length + unpicked.length > 0;
  return (
    <Notice
      tone={isWhole ? 'calm' : 'warn'}
      title={filled.length > 0 ? t('prefill.title') : isStanding ? t('prefill.unsent') : t('prefill.nothing')}
      quiet={isWhole}
    >
      {filled.length > 0 && <p dir="auto">{t('prefill.filled', { titles: inList(filled) })}</p>}
      {unclear.map(({ title, text }) => (
        <p key={title} className="wrap-anywhere" dir="auto">
          {t('prefill.unclear', { title, text: text.slice(0, 200) })}
        </p>
      ))}
      {unpicked.map(({ title, text }) => (
        <p key={title} className="wrap-anywhere" dir="auto">
          {t('prefill.unpicked', { title, text: text.slice(0, 200) })}
        </p>
      ))}
      {unknown.length > 0 && (
        <p className="wrap-anywhere" dir="auto">
          {t('prefill.unknown', { keys: eitherOf(unknown.map((key) => key.slice(0, 50))) })}
        </p>
      )}
    </Notice>
  );
}
