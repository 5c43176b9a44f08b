import { useEffect, useState } from 'react';
import { t } from '../../words/t.ts';

/** How long a deal that is held can still be taken back; `until` is RFC 3339. Seen, and not announced each second. */
export function HeldCountdown({ until }: { until: string }) {
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  return seconds > 0 ? t('accepted.leavesIn', { seconds }) : t('accepted.leavesNow');
}
