import { useEffect, useState } from 'react';
import { type Draft, type DraftOwner, draftNews, listDrafts } from './draft-store.ts';

/** The owner's drafts in this browser but for one, newest first, as they are now, whichever tab changes them. */
export function useStoredDrafts({ workspace, member }: DraftOwner, exceptId: string): readonly Draft[] {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let isGone = false;
    const read = () => void listDrafts({ workspace, member }).then((all) => !isGone && setDrafts(all));
    read();
    const channel = new BroadcastChannel(draftNews);
    channel.onmessage = read;
    return () => {
      isGone = true;
      channel.close();
    };
  }, [workspace, member]);
  return drafts.filter(({ id }) => id !== exceptId);
}
