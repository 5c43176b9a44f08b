/** The words of what a deal gives to the next: one like it, and fields that are kept. */
export const nextDealWords = {
  another: 'Create another like this',
  like: {
    title: 'Filled in like your earlier deal. Look it over: nothing is sent by itself.',
    gone: (title: string, text: string) => `${title} was left out: “${text}” is not there any more.`,
    partlyGone: (title: string, text: string) => `${title}: of “${text}”, what is not there any more was left out.`,
    unique: (title: string) => `${title} was left empty: in Attio no two deals may have the same.`,
    forgotten: {
      title: 'That deal cannot be copied any more.',
      text: 'What was entered is kept for 30 days, and for whoever sent it. The form is empty.',
    },
    unread: {
      title: 'That deal could not be read just now.',
      text: 'The form is empty. Load the page again to try once more.',
    },
  },
  pins: {
    help: 'Pin what your next deal starts with.',
    keep: (title: string) => `Keep ${title} for the next deal`,
    kept: (titles: string) => `Kept from your last deal: ${titles}.`,
    drop: 'Stop keeping',
  },
};
