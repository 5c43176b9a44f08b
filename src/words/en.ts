/** Every sentence of the product, in English. Short and active: what happened, what it means for the deal, what to do. */
export const en = {
  product: 'Dealslip',
  yes: 'Yes',
  no: 'No',
  optional: 'optional',
  you: 'you',
  me: 'me',

  sandboxBanner: 'Sandbox workspace: nothing here reaches Attio.',
  signOut: 'Sign out',
  keyMode: 'One API key serves this workspace.',

  newDeal: 'New deal',
  savedAsYouType: 'Saved as you type.',
  showsTheKeys: 'shows the keys.',
  createDeal: 'Create deal',
  moreFields: (count: number) => `More fields (${count})`,
  choose: (title: string) => `Choose ${title}`,
  chooseNothing: 'None',

  draft: {
    saved: 'Draft saved',
    cannotSave: 'This browser keeps no drafts',
  },

  keys: {
    title: 'Keys',
    send: 'Create the deal, from anywhere',
    pick: 'Pick the marked entry of a list',
    removeLast: 'Remove the last chip of an empty picker',
    close: 'Close a list or this window',
    next: 'Start the next deal, on the receipt',
    show: 'Show these keys',
    done: 'Close',
  },

  picker: {
    remove: (name: string) => `Remove ${name}`,
    chosen: (names: string) => `Chosen: ${names}.`,
    searching: 'Searching…',
    none: (text: string) => (text ? `Nothing in Attio fits “${text}”.` : 'Nothing here yet. Type to search.'),
    failed: 'The list could not be loaded. Type again to retry.',
    found: (count: number) => (count === 1 ? '1 entry. Down arrow to reach it.' : `${count} entries. Down arrow to reach them.`),
    picked: (name: string) => `${name} chosen.`,
    removed: (name: string) => `${name} removed.`,
    at: (company: string) => `At ${company}`,
    elsewhere: 'Elsewhere',
    recent: 'Recently added',
    companies: 'Search by name or domain',
    people: 'Search by name or e-mail',
    members: 'Name or e-mail',
    records: 'Search',
    options: 'Choose',
  },

  fixThese: (count: number) => (count === 1 ? 'One field needs a look.' : `${count} fields need a look.`),
  notSent: 'Nothing was sent.',
  attioSaid: (message: string) => `Attio said: ${message}`,
  requestId: (id: string) => `Request ${id}`,
  details: 'Details',

  sending: {
    now: 'Sending…',
    locked: 'Not sent again from here',
    keep: 'Kept on this device',
  },
  unknown: {
    title: 'Attio did not answer.',
    text: 'The deal may have been created. Please do not enter it again before you have looked for it in Attio; nothing is sent a second time from here.',
    next: 'Start another deal',
  },
  unreachable: {
    title: 'No connection to Dealslip.',
    text: 'Your deal is kept on this device and goes out by itself, once, when the connection is back.',
    retry: 'Try now',
  },
  busy: {
    title: 'Attio is busy or out of reach.',
    text: 'Nothing is lost: your deal goes out by itself in a moment.',
  },
  signInAgain: {
    title: 'Sign in again to finish.',
    text: 'The session has ended. Nothing is lost: your deal is kept on this device.',
    action: 'Sign in again',
  },
  otherMember: {
    title: 'Somebody else is signed in now.',
    text: 'This deal was written by another member and was not sent. It is kept for them on this device.',
    action: 'Write as yourself',
  },
  formChanged: {
    title: 'The form has changed in Attio since you opened it.',
    text: 'Nothing was sent, and what you entered is kept.',
    action: 'Show the new form',
  },
  refused: {
    title: 'Attio did not take the deal.',
  },
  unsupported: (titles: string) =>
    `This workspace requires ${titles}, which this form cannot fill yet. An admin can make it optional in Attio; until then deals cannot be created here.`,
  unexpected: {
    title: 'The deal was not sent.',
    text: 'Dealslip could not take it. It is kept on this device; try again.',
  },

  receipt: {
    title: 'Deal created',
    where: (workspace: string) => `in ${workspace}, a moment ago`,
    open: 'Open in Attio',
    noLink: 'Attio named no page for this deal.',
    copy: 'Copy link',
    copied: 'Link copied',
    sentAs: (words: string) => `sent as ${words}`,
    storedNothing: 'nothing stored',
  },

  signIn: {
    title: 'Enter a deal in fifteen seconds',
    text: 'Sign in with Attio once; then it is company, name, value, and done. Every deal arrives exactly once, with its link.',
    action: 'Sign in with Attio',
    sandbox: 'This is the sandbox: choose any member on the next page, no password needed.',
  },
  trouble: {
    title: 'The form cannot be drawn right now',
    retry: 'Try again',
  },
  documentTitle: (page: string) => `${page} · Dealslip`,
};
