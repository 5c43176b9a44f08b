/** What the page of links says. */
export const linkWords = {
  text: 'A link opens the form with what you fill in here. Nothing is sent until somebody has looked it over and sends it.',
  failed: 'The fields could not be loaded.',
  retry: 'Try again',
  signInAgain: { title: 'Sign in again to make links.', text: 'The session has ended, and what you filled in here with it.' },
  fields: {
    title: 'What the link fills in',
    text: 'Fill in only what stays the same each time. A date like +2w is counted from the day on which the link is opened; any other date stays the day that it is now.',
    startOver: 'Empty all',
  },
  noAddress: (names: string) =>
    `A link names companies by their domain and people by their e-mail address, and there is none for ${names}. Add one in Attio, or leave it out.`,
  link: {
    title: 'The link',
    empty:
      'Nothing is filled in yet. A link brings what you fill in above to anybody in your workspace who opens it, like this one:',
    example: '?company=acme.com&name=Acme+renewal&value=48000&stage=Lead',
    leftOut: (titles: string) => `Not in the link: ${titles}. The reason stands at the field.`,
    long: (characters: string) =>
      `This link has more than ${characters} characters. Some mail and chat programs cut such links off: try it where you mean to use it, or fill in less.`,
    tooLong: (characters: string) =>
      `This link has more than ${characters} characters, and the form cannot be opened by it. Fill in less: a long text is the first to leave out.`,
    copy: 'Copy link',
    copied: 'Link copied',
    open: 'Try it',
    opensNew: 'opens a new tab',
  },
  bookmark: {
    title: 'Bookmarks',
    text: 'Drag a bookmark to the bookmarks bar of your browser.',
    name: 'Name of the bookmark',
    usual: 'New deal',
    plain: 'Opens the form with what you filled in above.',
    fromPage: (name: string) => `${name} from this page`,
    fromPageText:
      'Click it on the website of a company. It opens the form with what you filled in above, and adds from that page what you left empty:',
    takes: {
      company: 'the company, by the address of the website (not on mail, search and social sites);',
      name: 'the deal name, from the text that you have selected, or else the title of the page;',
      people: 'people, by the e-mail addresses in the text that you have selected.',
    },
    readsNoMore:
      'It reads nothing else of the page, runs only when you click it, and sends nothing: you still create the deal yourself. The website could read what you filled in above, so keep secrets out of it. A few websites let no such bookmark run; nothing happens there.',
    notHere: 'This works on other websites. Drag it to your bookmarks bar, or copy it as described below, and click it there.',
    byHand: (name: string) =>
      `Without dragging, by keyboard or on a phone: copy “${name}”, bookmark any page, and edit that bookmark so that what you copied takes the place of its address.`,
    byHandOpen:
      'To use it on a phone, type the name of the bookmark into the address bar while you are on the page, and choose it.',
    copy: 'Copy bookmark',
    copied: 'Bookmark copied',
  },
};
