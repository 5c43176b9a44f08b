import { useLater } from '../../attributes/use-later.tsx';
import { t } from '../../words/t.ts';
import { loadOpenWords } from '../later.tsx';
import type { Standing } from '../submissions/send-until-settled.ts';

/** Says to whoever listens how the sending stands, or that it was cancelled. */
export function StandingStatus({ standing, isCancelled }: { standing: Standing | null; isCancelled: boolean }) {
  const openWords = useLater(loadOpenWords, standing !== null);
  const announced = standing !== null && openWords ? openWords.announcedStanding(standing) : '';
  return (
    <p role="status" className="sr-only">
      {isCancelled ? t('dismissed.cancelled') : announced}
    </p>
  );
}
