/** The words of what each person chooses for themselves. */
export const preferenceWords = {
  kept: 'Kept in this browser.',
  notKept: 'This browser keeps nothing, so it stays as it was.',
  hold: {
    title: 'Time to take a deal back',
    text: 'How long a deal that you sent waits here before it goes to Attio, where nothing can be undone. Escape takes it back until then.',
    of: (seconds: number) => (seconds === 0 ? 'None' : `${seconds} seconds`),
  },
};
