import { announcedStanding } from './open-words.ts';
import type { Standing } from './send-until-settled.ts';

/** What a screen reader is told of how a deal stands: text of the page's own live region. */
export const AnnouncedStanding = ({ standing }: { standing: Standing }) => announcedStanding(standing);
