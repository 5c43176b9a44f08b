import { useRef, useState } from 'react';
import { t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { takeRowBack } from './take-rows-back.ts';

/** Takes rows back that were sent: those that are meant, as they are at that moment, and no others. */
export function useTakingBack(owner: DraftOwner) {
  const under = useRef(new Set<string>());
  const [isOn, setOn] = useState(false);
  const [said, setSaid] = useState('');
  const take = async (ids: readonly string[]) => {
    const meant = ids.filter((id) => !under.current.has(id));
    if (meant.length === 0) return;
    setSaid('');
    setOn(true);
    for (const id of meant) under.current.add(id);
    const taken = await Promise.all(
      meant.map(async (id) => {
        const isBack = await takeRowBack(owner, id, () => setSaid(t('checking.repeating'))).catch(() => false);
        under.current.delete(id);
        return isBack;
      }),
    );
    const late = taken.filter((isBack) => !isBack).length;
    setSaid(late > 0 ? t('bulk.tooLate', { count: late }) : '');
    setOn(under.current.size > 0);
  };
  return { isOn, said, take: (ids: readonly string[]) => void take(ids) };
}
