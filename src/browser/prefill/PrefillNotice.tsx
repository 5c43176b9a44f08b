import { Notice } from '../../ui/Notice.tsx';
import { laterWords } from '../../words/later-words.ts';
import { LikeNotice } from './LikeNotice.tsx';
import type { Prefill } from './prefill-from.ts';

/** What a link filled in, and what of it the form does not know: nothing of it is dropped without a word. */
export function PrefillNotice({ prefill: { filled, unclear, unknown, like } }: { prefill: Prefill }) {
  if (like) return <LikeNotice {...like} />;
  const words = laterWords.prefill;
  const isWhole = unclear.length === 0 && unknown.length === 0;
  return (
    <Notice tone={isWhole ? 'calm' : 'warn'} title={filled.length > 0 ? words.title : words.nothing} quiet={isWhole}>
      {filled.length > 0 && <p dir="auto">{words.filled(filled.join(', '))}</p>}
      {unclear.map(({ title, text }) => (
        <p key={title} className="wrap-anywhere" dir="auto">
          {words.unclear(title, text.slice(0, 200))}
        </p>
      ))}
      {unknown.length > 0 && (
        <p className="wrap-anywhere" dir="auto">
          {words.unknown(unknown.map((key) => key.slice(0, 50)).join(', '))}
        </p>
      )}
    </Notice>
  );
}
