import { useEffect, useState } from 'react';
import { t } from '../../words/t.ts';

interface HeldCountdownProps {
  /** RFC 3339. */
  until: string;
  /** Whether several deals are held. */
  several?: boolean;
}

/** How long what is held can still be taken back. Seen, and not announced each second. */
export function HeldCountdown({ until, several = false }: HeldCountdownProps) {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  const [, setSeen] = useState(seconds);
  useEffect(() => {
    // Drawn anew with each second, and whenever the page is.
    const timer = setInterval(() => setSeen(Math.ceil((Date.parse(until) - Date.now()) / 1000)), 250);
    return () => clearInterval(timer);
  }, [until]);
  if (several) return seconds > 0 ? t('bulk.leaveIn', { seconds }) : t('bulk.leaveNow');
  return seconds > 0 ? t('accepted.leavesIn', { seconds }) : t('accepted.leavesNow');
}
