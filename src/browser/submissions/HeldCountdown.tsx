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
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  if (several) return seconds > 0 ? t('bulk.leaveIn', { seconds }) : t('bulk.leaveNow');
  return seconds > 0 ? t('accepted.leavesIn', { seconds }) : t('accepted.leavesNow');
}
